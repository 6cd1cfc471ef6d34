import pg from "pg";
import { log } from "../log.ts";

export type Db = pg.Pool;
export type Tx = pg.PoolClient;
/** What a store function needs: the pool, or a transaction's client. */
export type Queryable = Pick<pg.ClientBase, "query">;

export interface ConnectOptions {
  /** Most connections held at once. */
  readonly max: number;
  /** PostgreSQL role to become on every connection; the login must be a member of it. See appRole(). */
  readonly role?: string | null;
  /** Schemas to look in, when not the default. */
  readonly searchPath?: string;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Longest time one statement may take, in ms; 0 sets no limit. */
  readonly statementTimeout?: number;
}

/**
 * Opens a pool; the first connection is made by the first query. A connection that drops is logged and replaced,
 * and never ends the process: the query that used it fails, later ones get a new connection.
 */
export function connect(url: string, options: ConnectOptions): Db {
  const settings = [
    options.role && `-c role=${options.role}`,
    options.searchPath && `-c search_path=${options.searchPath}`,
  ].filter(Boolean);
  const statementTimeout = options.statementTimeout ?? 15_000;
  const pool = new pg.Pool({
    connectionString: url,
    options: settings.length > 0 ? settings.join(" ") : undefined,
    max: options.max,
    // Statements asked for at once on one connection travel at once. Each fails for itself.
    pipeline: true,
    application_name: options.name ?? "replydesk",
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeout,
    // Longer than PostgreSQL itself would let it take: what is late then is not the answer but the line.
    query_timeout: statementTimeout > 0 ? Math.ceil((statementTimeout * 4) / 3) : undefined,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A client that is checked out reports a broken connection on itself, an idle one on the pool.
  pool.on("connect", (client) => client.on("error", ignore));
  pool.on("error", (error) => {
    // What breaks while the pool ends is on its way out anyway.
    if (!pool.ending) log.warn({ reason: error.message }, "A database connection dropped");
  });
  return pool;
}

function ignore(): void {}

/**
 * Runs `work` in one transaction and commits, or rolls back and throws what `work` threw. Throws also when a
 * statement failed inside and `work` hid it, since PostgreSQL then answers commit with a rollback.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ended(db, async (tx) => {
    await tx.query("begin");
    return work(tx);
  });
}

/** Runs reads that belong together: all of them see the database as it was at one moment. */
export function inSnapshot<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ended(db, async (tx) => {
    // The first reads travel with it; were it refused, nothing would have been changed.
    const [, result] = await Promise.all([
      tx.query("begin isolation level repeatable read read only"),
      work(tx),
    ]);
    return result;
  });
}

async function ended<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = await db.connect();
  let broken: Error | undefined;
  try {
    const result = await work(tx);
    const commit = await tx.query("commit");
    if (commit.command !== "COMMIT")
      throw new Error("The transaction was rolled back: a statement in it failed.");
    return result;
  } catch (error) {
    await tx.query("rollback").catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
