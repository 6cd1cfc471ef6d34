import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MOST_ASSIGNED } from "../../server/assignments/contract.ts";
import type { LogEntry } from "../../server/audit/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, aModerator, aSite, type Colleague, queueOf, reviewOf } from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
let bert: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
  bert = await aModerator(app, { name: "Bert" });
});
afterAll(() => app.close());

interface Answer {
  code?: string;
  assigned: { id: string; name: string }[];
  assignable: { id: string; name: string }[];
}
const placeOf = (article: string, who = "", site = "demo") =>
  `/api/sites/${site}/articles/${article}/assignments${who && `/${who}`}`;
async function held(path: string): Promise<{ id: string; article: string }> {
  const { id } = await aHeldComment(app, { article: { url: `https://news.example/${path}` } });
  return { id, article: (await reviewOf(app.owner, id)).article.id };
}
const idsIn = async (who: Colleague, query: Record<string, string> = {}): Promise<string[]> =>
  (await queueOf(who.client, query)).items.map(({ id }) => id);

test("an assigned article's comments are found by whom it is assigned to, and seen by all as before", async () => {
  const [mine, other] = [await held("mine"), await held("other")];
  const { status, body } = await ada.client.put<Answer>(placeOf(mine.article, ada.id));
  expect([status, body]).toEqual([200, { assigned: [{ id: ada.id, name: "Ada" }] }]);
  expect((await reviewOf(bert.client, mine.id)).article.assigned).toEqual([{ id: ada.id, name: "Ada" }]);
  expect(await idsIn(ada, { assigned: "me" })).toEqual([mine.id]);
  expect(await idsIn(bert, { assigned: "me" })).toEqual([]);
  expect(await idsIn(bert)).toEqual(expect.arrayContaining([mine.id, other.id]));

  const view = { name: "Mine", queue: "held", filters: { assigned: "me" } };
  expect((await ada.client.post<{ count: number }>("/api/views", view)).body.count).toBe(1);
  const preview = await ada.client.post<{ count: number }>("/api/batches/preview", {
    action: "approve",
    filter: { queue: "held", assigned: "me" },
  });
  expect([preview.status, preview.body.count]).toEqual([200, 1]);

  await ada.client.delete(placeOf(mine.article, ada.id));
  await ada.client.delete(placeOf(mine.article, ada.id));
  expect(await idsIn(ada, { assigned: "me" })).toEqual([]);
  const { body: log } = await app.owner.get<{ items: LogEntry[] }>("/api/sites/demo/events?limit=10");
  expect(log.items.filter(({ type }) => type.includes("assigned"))).toMatchObject([
    { type: "article.unassigned", actor: `moderator/${ada.id}`, data: { moderatorId: ada.id } },
    { type: "article.assigned", actor: `moderator/${ada.id}`, data: { moderatorId: ada.id } },
  ]);
});

test("owners assign to anybody who moderates the site, others to themselves, and nobody what they may not see", async () => {
  const { article } = await held("rights");
  const { site } = { site: await aSite(app) };
  const stranger = await aModerator(app, { name: "Cleo", sites: [site] });
  expect((await app.owner.put(placeOf(article, bert.id))).status).toBe(200);
  expect((await ada.client.put(placeOf(article, bert.id))).status).toBe(403);
  expect((await ada.client.delete(placeOf(article, bert.id))).status).toBe(403);
  expect((await app.owner.put(placeOf(article, stranger.id))).status).toBe(404);
  expect((await stranger.client.put(placeOf(article, stranger.id))).status).toBe(404);
  expect((await stranger.client.put(placeOf(article, stranger.id, site.slug))).status).toBe(404);
  const own = (await ada.client.get<Answer>(placeOf(article))).body;
  expect([own.assigned, own.assignable]).toEqual([
    [{ id: bert.id, name: "Bert" }],
    [{ id: ada.id, name: "Ada" }],
  ]);
  const all = (await app.owner.get<Answer>(placeOf(article))).body.assignable.map(({ name }) => name);
  expect(all).toEqual(expect.arrayContaining(["Ada", "Bert", "Owner"]));
  expect(all).not.toContain("Cleo");

  await app.db.query(`update moderators set deactivated_at = now() where id = $1`, [bert.id]);
  expect((await ada.client.get<Answer>(placeOf(article))).body.assigned).toEqual([]);
});

test("an article is assigned to so many people at most", async () => {
  const { article } = await held("many");
  for (let n = 0; n < MOST_ASSIGNED; n += 1)
    await app.owner.put(placeOf(article, (await aModerator(app)).id));
  expect((await ada.client.put(placeOf(article, ada.id))).status).toBe(409);
  expect((await ada.client.get<Answer>(placeOf(article))).body.assigned).toHaveLength(MOST_ASSIGNED);
});
