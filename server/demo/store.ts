import type { Db, Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";

/** A comment under the demo article that is there already, in whatever status. */
export interface DemoCommentRow {
  id: string;
  name: string;
  text: string;
  readerId: string;
  isPublic: boolean;
}

export async function findDemoComments(db: Queryable, articleId: string): Promise<DemoCommentRow[]> {
  const { rows } = await db.query<DemoCommentRow>(
    `select c.id, r.name, c.text, c.reader_id as "readerId", c.status = 'approved' as "isPublic"
     from comments c join readers r on r.id = c.reader_id where c.article_id = $1 order by c.id`,
    [articleId],
  );
  return rows;
}

/** Notes that the demo's comments are still to be posted, for the case that this start is interrupted. */
export async function rememberToFill(db: Queryable): Promise<void> {
  await db.query(`insert into installation (name, value) values ('demo', 'to fill') on conflict do nothing`);
}

export async function forgetToFill(db: Queryable): Promise<void> {
  await db.query(`delete from installation where name = 'demo'`);
}

/** Whether a start made the demo site but did not come to the end of its comments. */
export async function isToFill(db: Queryable): Promise<boolean> {
  const { rows } = await db.query(`select from installation where name = 'demo'`);
  return rows.length > 0;
}

/** Any fixed number, the same in every process. */
const LOCK = 7_201_833_410;

/** Runs `work` while nobody else adds the demo's comments to this database. Throws AppError("conflict") when somebody does. */
export async function withDemoLock<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const client = await db.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock($1::bigint) as mine`,
      [LOCK],
    );
    if (!rows[0]?.mine)
      throw new AppError(
        "conflict",
        "The demo's comments are being added at this moment. Try again shortly.",
      );
    try {
      return await work();
    } finally {
      await client.query(`select pg_advisory_unlock($1::bigint)`, [LOCK]);
    }
  } finally {
    client.release();
  }
}
