import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { startEmbedded } from "../../server/db/embedded.ts";
import { connect } from "../../server/db/pool.ts";
import type { Size } from "../../server/demo/many-store.ts";
import { rankedWords } from "../../server/demo/many-words.ts";
import { seedMany } from "../../server/demo/seed-many.ts";
import { packageRoot } from "../../server/package-root.ts";
import { onDatabase } from "../support/test-server.ts";
import { start } from "./processes.ts";
import { OWNER, signIn } from "./sign-in.ts";

export interface SeededServer {
  port: number;
  /** The owner's. */
  cookie: string;
  db: pg.Client;
  url: string;
  /** Words of the comments, the commonest first; a small database has but the first of them. */
  words: string[];
}

/**
 * Starts a server on a database with so many comments, says how long it took to fill, and ends both when `work` is done. The database is thrown away, but for
 * one in a folder to `keep`, which is filled only the first time, whatever the size asked for later.
 */
export async function withSeededServer(
  size: Size,
  work: (server: SeededServer) => Promise<void>,
  keep?: string,
): Promise<void> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), "replydesk-bench-"));
  const postgres = await startEmbedded(join(folder, "data"));
  const stops = [() => (keep ? undefined : rmSync(folder, { recursive: true, force: true })), postgres.stop];
  const client = async (url: string): Promise<pg.Client> => {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    stops.push(() => db.end());
    return db;
  };
  try {
    const root = await client(postgres.url);
    // An empty database beside it says that it is filled: one whose filling was ended is begun anew.
    const kept = (await root.query("select from pg_database where datname = 'filled'")).rows.length > 0;
    if (!kept) {
      await root.query("drop database if exists bench");
      await root.query("create database bench");
    }
    const url = onDatabase(postgres.url, "bench");
    const server = await start(join(packageRoot(), "dist", "server/server.js"), {
      ...OWNER,
      DATABASE_URL: url,
    });
    stops.push(server.stop);
    const db = await client(url);
    if (!kept) await fill(url, size);
    if (kept)
      await db.query(`update moderators set password_hash = $1 where email = $2`, [
        await hash(OWNER.OWNER_PASSWORD),
        OWNER.OWNER_EMAIL,
      ]);
    else await root.query("create database filled");
    await work({ port: server.port, cookie: await signIn(server.port), db, url, words: rankedWords() });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function fill(url: string, size: Size): Promise<void> {
  const db = connect(url, { max: 1, statementTimeout: 0 });
  const began = performance.now();
  await seedMany(db, size).finally(() => db.end());
  console.log(
    `\n${size.comments.toLocaleString("en")} comments, ${size.held.toLocaleString("en")} held; filled in ${((performance.now() - began) / 1_000).toFixed(0)} s\n`,
  );
}
