import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Found } from "../../server/search/contract.ts";
import { searchSweep } from "../../workers/sweep-search.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Client } from "../support/client.ts";
import {
  aComment,
  aModerator,
  appealed,
  aSite,
  bearer,
  type Colleague,
  decided,
  reviewOf,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
const at = (section: string) => ({
  url: `https://news.example/${section}`,
  title: `All about ${section}`,
  section,
});
const TEXTS = [
  { text: "The new bridge opens on Monday.", name: "Ana Lind", article: at("sport") },
  { text: "An ambulance waited at the bridges for an hour.", name: "Bo", article: at("sport") },
  { text: "You are an idiot, and the ferry sinks.", name: "Cleo", article: at("culture") },
  { text: "Bridge the new gap, say I: toll roads now!", name: "Ana Berg", article: at("culture") },
  { text: "Die Straßenbahn fährt wieder.", name: "Dora", article: at("verkehr") },
];
let posted: { id: string; token: string; createdAt: string }[];

beforeAll(async () => {
  app = await startApp({ settings: { bannedWords: ["ferry"] } });
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
  posted = [];
  for (const wishes of TEXTS) posted.push(await aComment(app, wishes));
});
afterAll(() => app.close());

interface Page {
  items: Found[];
  next: string | null;
  words: { asked: string; found: string[] }[];
}

const search = (query: Record<string, string>, client: Client = ada.client) =>
  client.get<Page>(`/api/search?${new URLSearchParams(query)}`);

async function page(query: Record<string, string>, client?: Client): Promise<Page> {
  const { status, body, text } = await search(query, client);
  if (status !== 200) throw new Error(`The search answered ${status}: ${text}`);
  return body;
}

/** Places among the comments above of those found. */
const found = async (query: Record<string, string>, client?: Client): Promise<number[]> =>
  (await page(query, client)).items.map(({ id }) => posted.findIndex((one) => one.id === id));

describe("words", () => {
  test.each<[string, number[]]>([
    ["monday", [0]],
    ["bridge", [3, 1, 0]],
    ["bridges ambulance", [1]],
    ['"new bridge"', [0]],
    ["bridge -toll", [1, 0]],
    ["monday or ferry", [2, 0]],
    ["strassenbahn or straßenbahn", [4]],
    ["ambu*", [1]],
    ["nothing", []],
  ])("%s finds %j", async (q, places) => {
    expect(await found({ q })).toEqual(places);
  });

  test("written wrongly stand for those written alike, and the answer says so", async () => {
    const { items, words } = await page({ q: "ambulence" });
    expect(items.map(({ id }) => id)).toEqual([posted[1]?.id]);
    expect(words).toEqual([{ asked: "ambulence", found: ["ambulance"] }]);
    expect(await found({ q: "brigde monday" })).toEqual([0]);
    expect(await found({ q: "monday -ambulence" })).toEqual([0]);
  });

  test("that are there stand for others only when asked to", async () => {
    expect(await found({ q: "road" })).toEqual([3]);
    await app.settings({ searchLanguage: "simple" });
    expect(await found({ q: "bridge" })).toEqual([3, 0]);
    expect(await found({ q: "bridge", near: "true" })).toEqual([3, 1, 0]);
    await app.settings({ searchLanguage: "english" });
  });

  test("are marked where they are", async () => {
    const { items } = await page({ q: "bridge opening -toll" });
    const [first] = items as [Found];
    expect(first.marks.map(({ start, end }) => first.text.slice(start, end))).toEqual(["bridge", "opens"]);
  });

  test("must be there to be looked up", async () => {
    for (const q of ["-bridge", "?!", "bridge or -toll"]) {
      const { status, body } = await search({ q });
      expect([q, status, body]).toMatchObject([q, 422, { code: "unprocessable" }]);
    }
    expect((await search({ q: " " })).status).toBe(400);
    expect((await search({ title: "a\0b" })).status).toBe(400);
    expect((await search({ q: "'bridge':* & !(\\" })).status).toBe(200);
  });

  test("that fit better come first by relevance, page by page", async () => {
    const whole = (await page({ q: "bridge new", near: "true", sort: "relevance" })).items.map(
      ({ id }) => id,
    );
    expect(whole).toHaveLength(2);
    const first = await page({ q: "bridge new", near: "true", sort: "relevance", limit: "1" });
    const second = await page({
      q: "bridge new",
      near: "true",
      sort: "relevance",
      limit: "1",
      after: first.next ?? "",
    });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole);
    expect(second.next).toBeNull();
    expect((await search({ sort: "relevance" })).status).toBe(422);
  });
});

describe("filters", () => {
  test("narrow by reader, article, section, status, language, rule and score", async () => {
    const { article, reader, language } = await reviewOf(ada.client, posted[2]?.id as string);
    expect(await found({ reader: reader.id })).toEqual([2]);
    expect(await found({ reader: "ana" })).toEqual([3, 0]);
    expect(await found({ reader: "berg an" })).toEqual([3]);
    expect(await found({ article: article.id })).toEqual([3, 2]);
    expect(await found({ title: "about SPORT" })).toEqual([1, 0]);
    expect(await found({ title: "news.example/sport" })).toEqual([1, 0]);
    expect(await found({ title: "100%" })).toEqual([]);
    expect(await found({ section: "culture", q: "new" })).toEqual([3]);
    expect(await found({ status: "held" })).toEqual([2]);
    expect(await found({ language: language ?? "und", status: "held" })).toEqual([2]);
    expect(await found({ rule: "banned-words" })).toEqual([2]);
    const { scores } = await reviewOf(ada.client, posted[2]?.id as string);
    const high = String(scores.TOXICITY);
    expect(await found({ by: "TOXICITY", min: high })).toEqual([2]);
    expect(await found({ min: high })).toContain(2);
    expect(await found({ by: "TOXICITY", max: "0.2" })).toEqual([4, 3, 1, 0]);
    expect(await found({ scored: "unscored" })).toEqual([]);
  });

  test("narrow by when it was posted", async () => {
    const second = posted[1]?.createdAt as string;
    expect(await found({ postedTo: second })).toEqual([0]);
    expect(await found({ postedFrom: second })).toEqual([4, 3, 2, 1]);
    expect(
      await found({ postedFrom: second, postedTo: posted[3]?.createdAt as string, q: "bridge" }),
    ).toEqual([1]);
    expect((await search({ postedFrom: "yesterday" })).status).toBe(400);
  });

  test("narrow by who decided and when, without what was taken back", async () => {
    const { createdAt, id } = await decided(ada.client, posted[0]?.id as string, "reject", {
      reason: "spam",
    });
    expect(await found({ moderator: ada.id })).toEqual([0]);
    expect(await found({ moderator: ben.id })).toEqual([]);
    expect(await found({ decidedFrom: createdAt })).toEqual([0]);
    expect(await found({ decidedTo: createdAt })).toEqual([]);
    expect(await found({ status: "rejected" })).toEqual([0]);
    await ada.client.post(`/api/decisions/${id}/undo`, undefined);
    expect(await found({ moderator: ada.id })).toEqual([]);
  });
});

test("pages show everything once, newest first, while comments arrive", async () => {
  const first = await page({ limit: "2" });
  await aComment(app, { text: "One more, meanwhile.", article: at("sport") });
  const seen = first.items.map(({ id }) => id);
  for (let after = first.next; after; ) {
    const next = await page({ limit: "2", after });
    seen.push(...next.items.map(({ id }) => id));
    after = next.next;
  }
  expect(seen).toEqual(posted.map(({ id }) => id).reverse());
});

test("a moderator finds what is on their sites and nothing else", async () => {
  const site = await aSite(app);
  const cleo = await aModerator(app, { sites: [site] });
  const there = await aComment(app, { site: site.slug, text: "Zeppelins over the harbour." });
  expect((await page({ q: "zeppelins" }, cleo.client)).items.map(({ id }) => id)).toEqual([there.id]);
  expect((await page({ q: "zeppelin" }, app.owner)).items).toHaveLength(1);
  expect(await page({ q: "zepelin" })).toEqual({ items: [], next: null, words: [] });
  expect(await found({ q: "bridge" }, cleo.client)).toEqual([]);
  expect((await search({ site: site.slug })).status).toBe(404);
  expect((await search({ q: "bridge" }, app.reader)).status).toBe(401);
});

test("nobody learns by searching whose refusal is contested, before judging the appeal", async () => {
  const comment = await appealed(app, ada, { reason: "spam" });
  const finds = async (query: Record<string, string>, by: Colleague) =>
    (await page({ status: "rejected", ...query }, by.client)).items.some(({ id }) => id === comment.id);
  expect(await finds({ moderator: ada.id }, ada)).toBe(true);
  expect(await finds({ moderator: ada.id }, ben)).toBe(false);
  expect(await finds({ min: "0" }, ben)).toBe(false);
  expect(await finds({}, ben)).toBe(true);
});

test("an edited comment is found by its new words", async () => {
  const comment = await aComment(app, { text: "Lighthouses are expensive.", article: at("sport") });
  await app.reader.patch(
    `/api/sites/demo/comments/${comment.id}`,
    { text: "Windmills are expensive." },
    bearer(comment),
  );
  await app.drain();
  expect((await page({ q: "lighthouses" })).items).toEqual([]);
  expect((await page({ q: "windmill" })).items.map(({ id }) => id)).toEqual([comment.id]);
});

test("comments from before there was a search become findable", async () => {
  await app.asLogin(`delete from search_entries`);
  expect(await found({})).toEqual([]);
  expect(await searchSweep(app.db)()).toBeGreaterThanOrEqual(TEXTS.length);
  expect(await found({ q: "bridge", section: "culture" })).toEqual([3]);
});

test("a search that takes too long is refused with what to do", async () => {
  const client = await app.db.connect();
  try {
    await client.query("reset role; begin; lock table search_entries in access exclusive mode");
    const { status, body } = await search({ q: "bridge" });
    expect([status, body]).toMatchObject([
      422,
      { code: "too_slow", detail: expect.stringContaining("Narrow it") },
    ]);
  } finally {
    await client.query("rollback");
    client.release(true);
  }
});

test("words of other sections are told by nothing to moderators of sections", async () => {
  const sam = await aModerator(app, { sites: [] });
  await app.owner.patch(`/api/moderators/${sam.id}`, { sections: [{ site: "demo", section: "sport" }] });
  const asked = async (query: Record<string, string>) => {
    const { items, words } = await page(query, sam.client);
    return [items.map(({ id }) => posted.findIndex((one) => one.id === id)), words];
  };
  const alike = [[0], [{ asked: "mondey", found: ["monday"] }]];
  expect(await asked({ q: "mondey" })).toEqual(alike);
  await aComment(app, { text: "Mondey ambulances.", article: at("culture") });
  expect(await found({ q: "mondey" })).toEqual([-1]);
  expect(await asked({ q: "mondey" })).toEqual(alike);
  expect(await asked({ q: "bridges" })).toEqual([
    [1, 0],
    [{ asked: "bridges", found: ["bridges", "bridge"] }],
  ]);
  expect(await asked({ q: "ambul*" })).toEqual([[1], [{ asked: "ambul", found: ["ambulance"] }]]);
  for (const q of ["ferry", "fer*", "tol*", "ferri"]) expect([q, await asked({ q })]).toEqual([q, [[], []]]);
});
