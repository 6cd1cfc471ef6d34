import { type AddressInfo, createConnection, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { connect, inTransaction } from "../../server/db/pool.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { until } from "../support/until.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase({ empty: true });
  await database.db.query("create table things (id int primary key)");
});
afterAll(() => database.close());

async function count(): Promise<number> {
  const { rows } = await database.db.query<{ n: number }>("select count(*)::int as n from things");
  return rows[0]?.n ?? -1;
}

test("a transaction that throws leaves nothing behind and passes the error on", async () => {
  const work = inTransaction(database.db, async (tx) => {
    await tx.query("insert into things values (1)");
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  expect(await count()).toBe(0);
});

test("a transaction whose failed statement was hidden does not pretend to have committed", async () => {
  const work = inTransaction(database.db, async (tx) => {
    await tx.query("insert into things values (2)");
    await tx.query("select 1/0").catch(() => {});
  });
  await expect(work).rejects.toThrow("rolled back");
  expect(await count()).toBe(0);
});

test("a transaction gives its result and keeps its rows", async () => {
  expect(await inTransaction(database.db, (tx) => tx.query("insert into things values (3)"))).toHaveProperty(
    "rowCount",
    1,
  );
  expect(await count()).toBe(1);
});

test("a connection that the server ends fails its own query and nothing else", async () => {
  const [held, idle] = await Promise.all([database.db.connect(), database.db.connect()]);
  idle.release();
  const killer = new pg.Client({ connectionString: database.url });
  await killer.connect();
  await killer.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await killer.end();
  await expect(held.query("select 1")).rejects.toThrow();
  held.release(true);
  await until("the pool dropped the idle connection", () => database.db.idleCount === 0);
  expect(await count()).toBe(1);
});

test("a line that goes dead fails what was asked over it, and what comes after goes over another", async () => {
  const { port } = new URL(database.url);
  const lines = new Set<Socket>();
  const cut = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = createConnection(Number(port), "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      lines.add(from);
      from.on("error", () => {});
      from.on("data", (chunk) => !cut.has(near) && to.write(chunk));
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const url = new URL(database.url);
  url.port = String((proxy.address() as AddressInfo).port);
  const db = connect(url.href, { max: 1, statementTimeout: 600 });
  await db.query("select 1");
  for (const line of lines) cut.add(line);
  await expect(db.query("select 1")).rejects.toThrow("timeout");
  expect((await db.query("select 2 as n")).rows).toEqual([{ n: 2 }]);
  for (const line of lines) line.destroy();
  proxy.close();
});
