import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Listener, listen } from "../../server/db/listen.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { until } from "../support/until.ts";

let database: TestDatabase;
const listeners: Listener[] = [];

beforeAll(async () => {
  database = await freshDatabase({ empty: true });
});
afterAll(async () => {
  for (const listener of listeners) await listener.stop();
  await database.close();
});

async function listening(): Promise<number[]> {
  const { rows } = await database.db.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and application_name like 'replydesk listen%'",
  );
  return rows.map((row) => row.pid);
}

test("a listener hears again after its connection was ended, and is told that it may have missed something", async () => {
  const heard: string[] = [];
  let reconnected = 0;
  const listener = await listen(
    database.url,
    "live",
    (payload) => heard.push(payload),
    () => {
      reconnected += 1;
    },
  );
  listeners.push(listener);
  await database.db.query("select pg_notify('live', 'one')");
  await until("the first message was heard", () => heard.includes("one"));
  expect(reconnected).toBe(0);

  for (const round of [1, 2, 3]) {
    for (const pid of await listening()) await database.db.query("select pg_terminate_backend($1)", [pid]);
    await until("it reconnected", () => reconnected === round);
    await database.db.query("select pg_notify('live', $1)", [`round ${round}`]);
    await until("it heard a message after that", () => heard.includes(`round ${round}`));
  }
  expect(heard).toEqual(["one", "round 1", "round 2", "round 3"]);
});

test("a listener that is stopped lets go of its connection and stays silent", async () => {
  const heard: string[] = [];
  const before = (await listening()).length;
  const listener = await listen(database.url, "live", (payload) => heard.push(payload));
  expect((await listening()).length).toBe(before + 1);
  await listener.stop();
  await until("its connection is gone", async () => (await listening()).length === before);
  await database.db.query("select pg_notify('live', 'late')");
  expect(heard).toEqual([]);
});
