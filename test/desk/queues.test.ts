import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Review } from "../../server/reviews/contract.ts";
import type { SavedView } from "../../server/saved-views/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aComment,
  aHeldComment,
  aModerator,
  anApprovedComment,
  aSite,
  type Colleague,
  decided,
  queueOf,
  reported,
  reporting,
  reviewOf,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
let held: string[];
const at = (section: string) => ({ url: `https://news.example/${section}`, title: section, section });
beforeAll(async () => {
  app = await startApp({ trustProxy: 1, settings: { bannedWords: ["turnip"] } });
  ada = await aModerator(app, { name: "Ada" });
  const wishes = [
    { text: "You are an idiot.", article: at("sport") },
    { text: "A turnip, no more.", article: at("sport") },
    { text: "He is an idiot and a turnip.", article: at("culture") },
    { text: "See https://a.example https://b.example https://c.example", article: at("culture") },
  ];
  held = [];
  for (const wish of wishes) held.push((await aHeldComment(app, wish)).id);
});
afterAll(() => app.close());

/** Places, in the order the comments above were posted, of those that a query shows. */
const shown = async (query: Record<string, string>): Promise<number[]> =>
  (await queueOf(ada.client, { limit: "200", ...query })).items.map(({ id }) => held.indexOf(id));

describe("a queue", () => {
  test("is narrowed by article, section, rule, reason, language and whether anything scored it", async () => {
    const { article } = await reviewOf(ada.client, held[2] as string);
    expect(await shown({ section: "sport" })).toEqual([0, 1]);
    expect(await shown({ article: article.id })).toEqual([2, 3]);
    expect(await shown({ rule: "banned-words" })).toEqual([1, 2]);
    expect(await shown({ rule: "banned-words", section: "sport" })).toEqual([1]);
    expect(await shown({ rule: "links" })).toEqual([3]);
    expect(await shown({ reason: "It has many links." })).toEqual([3]);
    expect(await shown({ scored: "unscored" })).toEqual([]);
    expect(await shown({ scored: "scored" })).toEqual([0, 1, 2, 3]);
    const { language } = await reviewOf(ada.client, held[0] as string);
    expect(await shown({ language: language ?? "und" })).toContain(0);
    expect(await shown({ language: "ja" })).toEqual([]);
    expect(await shown({ site: "demo", section: "nothing" })).toEqual([]);
  });

  test("is sorted by wait, by the highest score, or by one attribute", async () => {
    expect(await shown({ sort: "oldest" })).toEqual([0, 1, 2, 3]);
    expect(await shown({ sort: "newest" })).toEqual([3, 2, 1, 0]);
    const scoreOf = ({ scores }: Review, by: string) => scores[by] ?? 0;
    for (const by of ["TOXICITY", "INSULT", "THREAT"]) {
      const { items } = await queueOf(ada.client, { sort: "score", by });
      const scores = items.map((item) => scoreOf(item, by));
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
    const { items } = await queueOf(ada.client, { sort: "score" });
    const tops = items.map(({ scores }) => Math.max(0, ...Object.values(scores)));
    expect(tops).toEqual([...tops].sort((a, b) => b - a));
    expect((await ada.client.get("/api/queue?sort=score&by=text")).status).toBe(400);
  });

  test.each<Record<string, string>>([
    { sort: "oldest" },
    { sort: "newest" },
    { sort: "score" },
    { sort: "score", by: "INSULT" },
    { sort: "reports" },
  ])("paged in the order %j shows everything once, while others arrive and go", async (order) => {
    const before = (await queueOf(ada.client, { ...order, limit: "200" })).items.map(({ id }) => id);
    const first = await queueOf(ada.client, { ...order, limit: "2" });
    const seen = first.items.map(({ id }) => id);
    const fresh = await aHeldComment(app, { article: at("sport") });
    let next = first.next;
    while (next) {
      const page = await queueOf(ada.client, { ...order, limit: "1", after: next });
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen.filter((id) => id !== fresh.id)).toEqual(before);
    expect(new Set(seen).size).toBe(seen.length);
    await decided(ada.client, fresh.id, "approve");
  });

  test("of reports is led by the comment that most readers report, and narrowed by their reasons", async () => {
    const [some, most] = [await reported(app), await reported(app)];
    await reporting(app, most.id, { network: "192.0.2.77", reason: "spam" });
    const ids = async (query: Record<string, string>) =>
      (await queueOf(ada.client, { queue: "reported", ...query })).items.map(({ id }) => id);
    expect(await ids({ sort: "reports" })).toEqual([most.id, some.id]);
    expect(await ids({ sort: "oldest" })).toEqual([some.id, most.id]);
    expect(await ids({ reason: "spam" })).toEqual([most.id]);
    for (const { id } of [some, most]) await decided(ada.client, id, "approve");
  });

  test("is claimed in its own order, within its filters", async () => {
    const next = async (body: object) => {
      const answer = await ada.client.post<{ item: Review | null }>("/api/queue/claims", body);
      const id = answer.body.item?.id;
      if (id) await ada.client.delete(`/api/comments/${id}/claim`);
      return id && held.indexOf(id);
    };
    expect(await next({ section: "culture" })).toBe(2);
    expect(await next({ rule: "links" })).toBe(3);
    expect(await next({ sort: "newest", rule: "banned-words" })).toBe(2);
    expect(await next({ queue: "reported" })).toBeUndefined();
    const { id } = await reported(app);
    const answer = await ada.client.post<{ item: Review | null }>("/api/queue/claims", { queue: "reported" });
    expect(answer.body.item?.id).toBe(id);
  });
});

describe("a saved view", () => {
  const saving = <T = SavedView>(by: Colleague, body: object) => by.client.post<T>("/api/views", body);
  const viewsOf = async ({ client }: Colleague) =>
    (await client.get<{ items: SavedView[] }>("/api/views")).body.items;

  test("is kept for one's own, with how many wait in it", async () => {
    const filters = { rule: "banned-words", sort: "score", by: "INSULT" };
    const { status, body } = await saving(ada, { name: "Turnips", queue: "held", filters });
    expect([status, body]).toMatchObject([
      201,
      { name: "Turnips", filters, count: 2, own: true, site: null },
    ]);
    expect(await viewsOf(ada)).toEqual([body]);
    expect(await viewsOf(await aModerator(app))).toEqual([]);
    const changed = await ada.client.patch<SavedView>(`/api/views/${body.id}`, {
      name: "Sport",
      filters: { section: "sport" },
    });
    expect(changed.body).toMatchObject({
      name: "Sport",
      count: 2,
      filters: { section: "sport", sort: "oldest" },
    });
    const stranger = await aModerator(app);
    expect((await stranger.client.patch(`/api/views/${body.id}`, { name: "Mine" })).status).toBe(404);
    expect((await stranger.client.delete(`/api/views/${body.id}`)).status).toBe(404);
    expect((await ada.client.delete(`/api/views/${body.id}`)).status).toBe(204);
    expect(await viewsOf(ada)).toEqual([]);
  });

  test("is shared with those of its site and nobody else, who cannot change it", async () => {
    const view = { name: "Links", queue: "held", filters: { rule: "links" }, shared: true };
    expect((await saving(ada, view)).status).toBe(422);
    const { body } = await saving(ada, { ...view, site: "demo" });
    const ben = await aModerator(app, { name: "Ben" });
    expect(await viewsOf(ben)).toMatchObject([{ id: body.id, own: false, by: { name: "Ada" }, count: 1 }]);
    expect((await ben.client.delete(`/api/views/${body.id}`)).status).toBe(404);
    const other = await aSite(app);
    expect(await viewsOf(await aModerator(app, { sites: [other] }))).toEqual([]);
    expect((await saving(ben, { ...view, site: other.slug })).status).toBe(404);
  });
});

test("after 500 comments in a rush every one of five desks counts what the database counts, for its own rights", async () => {
  const site = await aSite(app);
  const here = await aModerator(app, { sites: [app.site] });
  const there = await aModerator(app, { sites: [site] });
  const both = await aModerator(app, { sites: [app.site, site] });
  const owner = await aModerator(app, { role: "owner" });
  const nobody = await aModerator(app, { sites: [] });
  const rush = async (n: number) => {
    for (let i = 0; i < 50; i += 1) {
      const text = i % 3 === 0 ? `Number ${n} ${i} is an idiot.` : `Fine ${n} ${i}.`;
      const headers = { prefer: "", "x-forwarded-for": `198.51.100.${(n * 50 + i) % 250}` };
      await aComment(app, { text, site: (n + i) % 2 ? "demo" : site.slug, headers });
    }
  };
  await Promise.all(Array.from({ length: 10 }, (_, n) => rush(n)));
  await app.drain();
  const { rows } = await app.db.query<{ id: string; held: number }>(
    `select site_id as id, count(*)::int as held from comments where status = 'held' group by site_id`,
  );
  const held = (...ids: string[]): number =>
    rows.filter(({ id }) => ids.includes(id)).reduce((sum, row) => sum + row.held, 0);
  const counted = await Promise.all(
    [here, there, both, owner, nobody].map(async ({ client }) => (await queueOf(client)).counts.held),
  );
  const [a, b] = [app.site.id, site.id];
  expect(counted).toEqual([held(a), held(b), held(a, b), held(a, b), 0]);
  expect(held(a, b)).toBeGreaterThan(160);
}, 60_000);

test("what a comment is and what was decided are told as at one moment, however fast it is decided", async () => {
  const { id } = await anApprovedComment(app);
  let going = true;
  const flips = (async () => {
    for (const action of [
      "hold",
      "approve",
      "hold",
      "approve",
      "hold",
      "approve",
      "hold",
      "approve",
    ] as const)
      await decided(ada.client, id, action);
    going = false;
  })();
  const readings: Review[] = [];
  while (going) readings.push(await reviewOf(app.owner, id));
  await flips;
  for (const { status, version, decision, queues } of readings) {
    expect([decision?.status, decision?.version]).toEqual([status, version]);
    expect(queues).toEqual(status === "held" ? ["held"] : []);
  }
});
