import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { z } from "zod";
import type { AuditEntry as Entry } from "../../server/events/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, anApprovedComment, bearer, decided, harmless } from "../support/factories.ts";

type AuditEntry = z.infer<typeof Entry>;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await aHeldComment(app);
});
afterAll(() => app.close());

const ATTEMPTS = [
  "update events set actor = 'system'",
  "delete from events",
  "truncate events cascade",
  "update decisions set status = 'approved'",
  "delete from decisions",
  "truncate decisions cascade",
  "update events set data = '{}' where false",
  "insert into events (id, type, actor) overriding system value values (1, 'x', 'y') on conflict (id) do update set actor = 'z'",
];

describe.each(ATTEMPTS)("%s", (sql) => {
  const snapshot = async (): Promise<unknown> =>
    (
      await app.asLogin(
        `select (select json_agg(e order by id) from events e) as events, (select json_agg(d order by id) from decisions d) as decisions`,
      )
    ).rows;

  test("is refused to the application's role and to the login that owns the schema", async () => {
    const before = await snapshot();
    expect((await app.db.query("select current_user as me")).rows).toEqual([{ me: "replydesk_app" }]);
    await expect(app.db.query(sql)).rejects.toThrow(/permission denied|only grows/);
    await expect(app.asLogin(sql)).rejects.toThrow("only grows");
    expect(await snapshot()).toEqual(before);
  });
});

test("the application's role can neither drop the log, nor take its guard away, nor switch triggers off", async () => {
  for (const sql of [
    "drop table events",
    "alter table events disable trigger all",
    "drop trigger events_only_grow on events",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
    "set session_replication_role = replica",
  ]) {
    await expect(app.db.query(sql)).rejects.toThrow(/owner|permission denied/);
  }
});

test("a comment's story is whole in the log: who did what, in order, and nothing of what was written", async () => {
  const comment = await anApprovedComment(app, { text: "Once upon a time", name: "Ida" });
  await app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text: harmless() }, bearer(comment));
  await app.drain();
  const decision = await decided(app.owner, comment.id, "reject", { reason: "spam", note: "a note" });
  await app.owner.post(`/api/decisions/${decision.id}/undo`);
  await app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));

  const { body, text } = await app.owner.get<{ items: AuditEntry[] }>(
    `/api/sites/demo/events?comment=${comment.id}`,
  );
  const story = body.items.reverse();
  expect(
    story.map(({ type, actor, data }) => [type, actor.split("/")[0], data.action, data.version]),
  ).toEqual([
    ["comment.posted", "reader", undefined, undefined],
    ["comment.approved", "rules", "approve", 2],
    ["comment.edited", "reader", "resubmit", 3],
    ["comment.approved", "rules", "approve", 4],
    ["comment.rejected", "moderator", "reject", 5],
    ["comment.approved", "moderator", "undo", 6],
    ["comment.withdrawn", "reader", "withdraw", 7],
  ]);
  expect(story[4]?.data).toMatchObject({ decisionId: decision.id, statusBefore: "approved", reason: "spam" });
  expect(story[5]?.data).toMatchObject({ undoOf: decision.id });
  expect(text).not.toMatch(/Once upon|Ida/);
});

test("every comment's decisions form one chain that ends where the comment is, and each has its event", async () => {
  const { rows } = await app.db.query(
    `with chain as (
       select d.*, lag(d.status, 1, 'pending') over w as came_from, lag(d.version, 1, 1) over w as version_before
       from decisions d window w as (partition by comment_id order by version)
     )
     select 'broken' as what, id from chain where came_from <> status_before or version <> version_before + 1
     union all select 'no event', d.id from decisions d
       where (select count(*) from events e where e.comment_id = d.comment_id and e.data->>'decisionId' = d.id::text) <> 1
     union all select 'not posted', c.id from comments c
       where (select count(*) from events e where e.comment_id = c.id and e.type = 'comment.posted') <> 1
     union all select 'not its last', c.id from comments c left join lateral
       (select status, version from decisions d where d.comment_id = c.id order by version desc limit 1) d on true
       where c.status <> coalesce(d.status, 'pending') or c.version <> coalesce(d.version, 1)`,
  );
  expect(rows).toEqual([]);
});

test("changes of settings and articles are in the log with who made them, and the log can be paged and filtered", async () => {
  await app.owner.patch("/api/sites/demo", { name: "Our Paper", settings: { maxLinks: 3 } });
  const { rows } = await app.db.query<{ id: string }>(`select id from articles limit 1`);
  await app.owner.patch(`/api/sites/demo/articles/${rows[0]?.id}`, { moderation: "pre" });
  const log = async (query: string) =>
    (await app.owner.get<{ items: AuditEntry[]; next: string | null }>(`/api/sites/demo/events?${query}`))
      .body;
  const changed = (await log("type=site.updated")).items;
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatchObject({
    actor: expect.stringMatching(/^moderator\//),
    data: {
      before: { name: app.site.name, allowedOrigins: app.site.allowedOrigins },
      after: { name: "Our Paper", allowedOrigins: app.site.allowedOrigins, maxLinks: 3 },
    },
  });
  expect((await log("type=article.updated")).items[0]).toMatchObject({
    articleId: rows[0]?.id,
    data: { moderation: "pre" },
  });
  const all = (await log("limit=200")).items.map(({ id }) => id);
  const paged: string[] = [];
  let after: string | null = "";
  do {
    const page: Awaited<ReturnType<typeof log>> = await log(`limit=3${after && `&after=${after}`}`);
    paged.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(paged).toEqual(all);
});

test("who signs in is in the log of the installation", async () => {
  await app.reader.post("/api/session", { email: "owner@example.com", password: "correct horse battery" });
  const { rows } = await app.db.query(`select actor, data from events where type = 'session.created'`);
  expect(rows).toEqual([{ actor: expect.stringMatching(/^moderator\//), data: { by: "password" } }]);
});
