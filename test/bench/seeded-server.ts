import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../../server/db/embedded.ts";
import { packageRoot } from "../../server/package-root.ts";
import { onDatabase } from "../support/test-server.ts";
import { start } from "./processes.ts";
import { type Seeded, type Size, seedComments } from "./seed-comments.ts";
import { OWNER, signIn } from "./sign-in.ts";

export interface SeededServer {
  port: number;
  /** The owner's. */
  cookie: string;
  db: pg.Client;
  url: string;
  seeded: Seeded;
}

/** Starts a server on a throwaway database with so many comments, says how long it took to fill, and ends both when `work` is done. */
export async function withSeededServer(
  size: Size,
  work: (server: SeededServer) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "replydesk-bench-"));
  const postgres = await startEmbedded(join(folder, "data"));
  const stops = [() => rmSync(folder, { recursive: true, force: true }), postgres.stop];
  const client = async (url: string): Promise<pg.Client> => {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    stops.push(() => db.end());
    return db;
  };
  try {
    await (await client(postgres.url)).query("create database bench");
    const url = onDatabase(postgres.url, "bench");
    const server = await start(join(packageRoot(), "dist", "server/server.js"), {
      ...OWNER,
      DATABASE_URL: url,
    });
    stops.push(server.stop);
    const db = await client(url);
    const site = await db.query<{ id: string }>(`select id from sites limit 1`);
    const began = performance.now();
    const seeded = await seedComments(db, (site.rows[0] as { id: string }).id, size);
    console.log(
      `\n${size.comments.toLocaleString("en")} comments, ${size.held.toLocaleString("en")} held, ${seeded.words.length.toLocaleString("en")} words; filled in ${((performance.now() - began) / 1_000).toFixed(0)} s\n`,
    );
    await work({ port: server.port, cookie: await signIn(server.port), db, url, seeded });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
