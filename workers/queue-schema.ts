import { runMigrations } from "bullmq";
import { APP_ROLE } from "../server/db/app-role.ts";
import { connect } from "../server/db/pool.ts";

/** The PostgreSQL schema that holds BullMQ's tables when there is no Redis. */
export const QUEUE_SCHEMA = "bullmq";

/**
 * Creates or updates BullMQ's own tables and lets the application's role use them. Safe to call from several
 * processes at once, and again at every start.
 */
export async function migrateQueue(url: string): Promise<void> {
  const db = connect(url, { max: 1, name: "replydesk migrate", statementTimeout: 0 });
  try {
    const client = await db.connect();
    try {
      await runMigrations(client, QUEUE_SCHEMA);
      await client.query(grants());
    } finally {
      client.release();
    }
  } finally {
    await db.end();
  }
}

/** Without the role the login itself runs the queue, and there is nothing to grant. */
function grants(): string {
  return `do $$ begin
    if exists (select from pg_roles where rolname = '${APP_ROLE}') then
      perform pg_advisory_xact_lock(hashtext('${QUEUE_SCHEMA} grants'));
      grant usage on schema ${QUEUE_SCHEMA} to ${APP_ROLE};
      grant all on all tables in schema ${QUEUE_SCHEMA} to ${APP_ROLE};
      grant all on all sequences in schema ${QUEUE_SCHEMA} to ${APP_ROLE};
    end if;
  end $$`;
}
