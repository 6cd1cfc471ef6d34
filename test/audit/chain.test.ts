import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { appendEvents } from "../../server/events/append.ts";
import { audit, auditWhenDue } from "../../server/events/audit.ts";
import { chainEnd } from "../../server/events/chain-store.ts";
import { type ChainCheck, checkChain } from "../../server/events/check-chain.ts";
import { chaining } from "../../server/events/extend-chain.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { startProgram } from "../support/program.ts";

let app: TestApp;
let extend: () => Promise<number>;
beforeAll(async () => {
  app = await startApp({ workers: false });
  extend = chaining(app.db);
  await extend();
});
afterAll(() => app.close());

const event = (data: Record<string, unknown> = {}) => ({
  type: "site.updated" as const,
  actor: "system",
  data,
  live: null,
});
const lastId = async (): Promise<string> =>
  (await app.db.query<{ id: string }>(`select max(id)::text as id from events`)).rows[0]?.id ?? "";

/** Writes events, leaving a gap where a transaction gave up, and chains them; answers their ids. */
async function chained(): Promise<[string, string, string]> {
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    await appendEvents(app.db, [event({ i, at: "noon", none: null, half: 0.5 })]);
    ids.push(await lastId());
    await app.db.query(`begin; insert into events (type, actor) values ('site.updated', 'system'); rollback`);
  }
  await extend();
  return ids as [string, string, string];
}

/** What a check finds after somebody who may do everything did this; then it is undone. */
async function checkAfter(...sql: string[]): Promise<ChainCheck> {
  const login = new pg.Client({ connectionString: app.url });
  await login.connect();
  try {
    await login.query(`begin; set local session_replication_role = replica`);
    for (const one of sql) await login.query(one);
    return await checkChain(login);
  } finally {
    await login.end();
  }
}

describe("the chain", () => {
  test("holds what was written, and goes on where it ended", async () => {
    await chained();
    const before = await checkChain(app.db);
    expect(before).toMatchObject({ broken: null, end: { eventId: await lastId() } });
    await appendEvents(app.db, [
      event(),
      event({ "ä\u2028": ["\u0000".length, 1e21, -0, { a: { b: [] } }] }),
    ]);
    expect(await extend()).toBe(2);
    const after = await checkChain(app.db, {
      expected: { eventId: before.end.eventId, hash: before.end.hash.toString("hex") },
    });
    expect(after).toMatchObject({ broken: null, asExpected: true, events: before.events + 2 });
  });

  test("waits for who has taken an earlier place and is still writing, and for nobody else", async () => {
    const end = await chainEnd(app.db);
    const [slow, reading] = await Promise.all([app.db.connect(), app.db.connect()]);
    await reading.query(`begin; select count(*) from events`);
    await slow.query("begin");
    await appendEvents(slow, [event({ slow: true })]);
    await appendEvents(app.db, [event({ quick: true })]);
    for (let round = 0; round < 3; round++) expect(await extend()).toBe(0);
    await slow.query("commit");
    expect(await extend()).toBe(2);
    await reading.query("rollback");
    for (const client of [slow, reading]) client.release();
    expect(BigInt((await chainEnd(app.db)).eventId) - BigInt(end.eventId)).toBe(2n);
    expect((await checkChain(app.db)).broken).toBeNull();
  });

  test("goes on while somebody or other is always writing", async () => {
    const [one, two] = await Promise.all([app.db.connect(), app.db.connect()]);
    await one.query("begin");
    await appendEvents(one, [event()]);
    await extend();
    await two.query("begin");
    await appendEvents(two, [event()]);
    await one.query("commit");
    expect(await extend()).toBeGreaterThan(0);
    await two.query("rollback");
    for (const client of [one, two]) client.release();
  });

  test("is whole however many write and chain at once", async () => {
    const others = [chaining(app.db), chaining(app.db)];
    let writing = true;
    const chainers = [extend, ...others].map(async (round) => {
      while (writing) await round();
    });
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const client = await app.db.connect();
        try {
          await client.query("begin");
          await appendEvents(client, [event({ i })]);
          await appendEvents(client, [event({ i })]);
          await client.query(i % 5 === 0 ? "rollback" : "commit");
        } finally {
          client.release();
        }
      }),
    );
    writing = false;
    await Promise.all(chainers);
    await extend();
    const { rows } = await app.db.query<{ n: string }>(`select count(*) as n from events`);
    expect(await checkChain(app.db)).toMatchObject({ broken: null, events: Number(rows[0]?.n) });
  });

  test("can be added to, and neither changed nor shortened by the application", async () => {
    for (const table of ["event_chain", "chain_checks"])
      for (const sql of [`delete from ${table}`, `truncate ${table}`, `update ${table} set event_id = 1`]) {
        await expect(app.db.query(sql)).rejects.toMatchObject({ code: "42501" });
        await expect(app.asLogin(sql)).rejects.toMatchObject({ code: "42501" });
      }
  });
});

describe("somebody who may change everything is found out:", () => {
  let ids: [string, string, string];
  beforeAll(async () => {
    ids = await chained();
  });
  const found = async (sql: (id: string, next: string) => string[]): Promise<unknown> => {
    const { broken } = await checkAfter(...sql(ids[1], ids[2]));
    return broken && { ...broken, eventId: BigInt(broken.eventId) - BigInt(ids[1]) };
  };
  const next = () => BigInt(ids[2]) - BigInt(ids[1]);

  test.each([
    ["what it says", "data = jsonb_set(data, '{at}', '\"night\"')"],
    ["who did it", "actor = 'rules'"],
    ["what was done", "type = 'site.created'"],
    ["when", "created_at = created_at + interval '1 microsecond'"],
    ["where", "site_id = (select id from sites limit 1)"],
    ["on which comment", "comment_id = gen_random_uuid()"],
  ])("changes %s", async (_what, set) => {
    expect(await found((id) => [`update events set ${set} where id = ${id}`])).toEqual({
      eventId: 0n,
      problem: "changed",
    });
  });

  test("changes it back: nothing is to be seen, since nothing is changed", async () => {
    expect(
      await found((id) => [
        `update events set actor = 'rules' where id = ${id}`,
        `update events set actor = 'system' where id = ${id}`,
      ]),
    ).toBeNull();
  });

  test("removes one", async () => {
    expect(await found((id) => [`delete from events where id = ${id}`])).toEqual({
      eventId: 0n,
      problem: "removed",
    });
  });

  test("removes one with its link", async () => {
    expect(
      await found((id) => [
        `delete from events where id = ${id}`,
        `delete from event_chain where event_id = ${id}`,
      ]),
    ).toEqual({ eventId: next(), problem: "changed" });
  });

  test("removes the last ones", async () => {
    expect(await found((_, last) => [`delete from events where id = ${last}`])).toEqual({
      eventId: next(),
      problem: "removed",
    });
  });

  test("adds one where there was a gap", async () => {
    const insert = (id: string) =>
      `insert into events (id, type, actor) overriding system value values (${id} + 1, 'site.updated', 'system')`;
    expect(await found((id) => [insert(id)])).toEqual({ eventId: 1n, problem: "added" });
  });

  test("adds one beyond all that was handed out", async () => {
    const { broken } = await checkAfter(
      `insert into events (id, type, actor) overriding system value values (1000000000, 'site.updated', 'system')`,
    );
    expect(broken).toEqual({ eventId: "1000000000", problem: "added" });
  });

  test("changes a link", async () => {
    expect(await found((id) => [`update event_chain set hash = sha256('x') where event_id = ${id}`])).toEqual(
      { eventId: 0n, problem: "changed" },
    );
  });

  test("makes the whole chain anew: it is whole, and not the one that was written down", async () => {
    const { eventId, hash } = await chainEnd(app.db);
    const login = new pg.Client({ connectionString: app.url });
    await login.connect();
    await login.query(
      `begin; set local session_replication_role = replica; delete from events where id = ${ids[1]}; delete from event_chain`,
    );
    const { nextHash, NOTHING_BEFORE } = await import("../../server/events/chain.ts");
    const { eventsBetween, saveLinks } = await import("../../server/events/chain-store.ts");
    let before: Buffer = NOTHING_BEFORE;
    for (const one of await eventsBetween(login, "0", eventId, 10_000)) {
      before = nextHash(before, one);
      await saveLinks(login, [{ eventId: one.id, hash: before }]);
    }
    const check = await checkChain(login, { expected: { eventId, hash: hash.toString("hex") } });
    await login.end();
    expect(check).toMatchObject({ broken: null, asExpected: false });
  });
});

test("the check is made once a day by one of those who ask, and its result is told", async () => {
  const made = await Promise.all([1, 2, 3].map(() => auditWhenDue(app.db)));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await auditWhenDue(app.db)).toBe(false);
  expect(await auditWhenDue(app.db, new Date(Date.now() + 25 * 3_600_000))).toBe(true);
  const ready = async () => (await fetch(`${app.address}/readyz`)).json();
  expect(await ready()).toMatchObject({ status: "ok", audit: "whole" });
  await app.asLogin(
    `set session_replication_role = replica; update events set actor = 'rules' where id = ${await lastId()}`,
  );
  await audit(app.db);
  expect(await ready()).toMatchObject({ status: "ok", audit: "broken" });
  expect(await (await fetch(`${app.address}/metrics`)).text()).toContain("\nreplydesk_audit_broken 1\n");
  const program = startProgram("server/cli/audit.ts", { DATABASE_URL: app.url });
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain(`Event ${await lastId()} was changed`);
});
