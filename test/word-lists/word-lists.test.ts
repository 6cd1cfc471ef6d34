import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { BacktestRead } from "../../server/backtests/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import type { SiteRule } from "../../server/rules/contract.ts";
import type {
  CaughtOverTime,
  LineProblem,
  Tried,
  Variant,
  WordList,
  WordListVersion,
} from "../../server/word-lists/definition.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Refusal } from "../support/client.ts";
import { aComment, aModerator, aSite, decided, reviewOf } from "../support/factories.ts";
import { until } from "../support/until.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const LISTS = "/api/sites/demo/word-lists";
const RULES = "/api/sites/demo/rules";
const using = (...lists: { id: string }[]) => ({ fact: "words", op: "in", value: lists.map(({ id }) => id) });

let made = 0;
async function aList(text: string, more: object = {}): Promise<WordList> {
  made += 1;
  const {
    status,
    body,
    text: said,
  } = await app.owner.post<WordList>(LISTS, { name: `List ${made}`, kind: "banned", text, ...more });
  if (status !== 201) throw new Error(said);
  return body;
}

async function aRule(when: object, mode = "live"): Promise<SiteRule> {
  const { body, text } = await app.owner.post<SiteRule>(RULES, {
    definition: { name: "Listed words", when, then: "hold", reason: "It uses a listed word." },
  });
  const set = await app.owner.post(`${RULES}/${body.id}/mode`, { mode, version: 1 });
  if (set.status !== 200) throw new Error(`${text} ${set.text}`);
  return body;
}

const saved = (list: WordList, text: string, more: object = {}) =>
  app.owner.put<WordList & Refusal>(`${LISTS}/${list.id}`, {
    name: list.name,
    language: list.language,
    text,
    version: list.version,
    ...more,
  });

async function posted(text: string): Promise<Review> {
  return reviewOf(app.owner, (await aComment(app, { text })).id);
}

test("a rule holds what uses a word of a list, disguised or open, and says which word it was", async () => {
  const list = await aList("numpty\nmupp*\nyou absolute walnut");
  const rule = await aRule(using(list));
  const comment = await posted("What a nump7y, and such MUPPETRY!");
  expect(comment).toMatchObject({
    status: "held",
    why: [
      {
        rule: rule.id,
        conditions: [
          {
            fact: "words",
            op: "in",
            value: [list.name],
            seen: ["numpty", "mupp*"],
            met: true,
            marks: [
              { start: 7, end: 13 },
              { start: 24, end: 32 },
            ],
          },
        ],
      },
    ],
  });
  expect((await posted("A walnut, absolutely.")).status).toBe("approved");
  const { rows } = await app.db.query(
    `select facts -> 'words' as words from decisions where comment_id = $1`,
    [comment.id],
  );
  expect(rows).toEqual([{ words: [`${list.id} 1 numpty`, `${list.id} 1 mupp*`] }]);
  await app.owner.delete(`${RULES}/${rule.id}`);
});

test("what an allowed word or phrase covers is no match, and what stands beside it is", async () => {
  const list = await aList("gannet\nwalnut");
  const rule = await aRule(using(list));
  expect((await posted("The walnut tree is old.")).status).toBe("held");
  await aList("walnut tree\ngannetries", { kind: "allowed" });
  expect((await posted("This walnut tree is old.")).status).toBe("approved");
  expect((await posted("You walnut, the walnut tree is old.")).why[0]?.conditions[0]?.marks).toEqual([
    { start: 4, end: 10 },
  ]);
  await app.owner.delete(`${RULES}/${rule.id}`);
});

test("a list for one language leaves comments alone that are in another", async () => {
  const text = "This present is a lovely gift for the whole family, and everybody was happy about it.";
  const german = await aList("gift", { language: "de" });
  const rule = await aRule(using(german));
  expect(await posted(text)).toMatchObject({ language: "en", status: "approved" });
  const { body } = await saved(german, "gift", { language: "en" });
  expect(body).toMatchObject({ version: 2, language: "en" });
  expect((await posted(`${text} Indeed.`)).status).toBe("held");
  await app.owner.delete(`${RULES}/${rule.id}`);
});

test("a rule follows a list that is changed, and the log says what was changed and which rules follow", async () => {
  const list = await aList("blorf");
  const rule = await aRule(using(list));
  expect((await posted("Such a zorp.")).status).toBe("approved");
  const { body } = await saved(list, "zorp\nquux", { note: "From the desk." });
  expect(body).toMatchObject({ version: 2, size: 2, rules: [{ id: rule.id, mode: "live", rejects: false }] });
  expect((await posted("Such a zorp!")).status).toBe("held");
  expect((await posted("Such a blorf!")).status).toBe("approved");
  const { body: events } = await app.owner.get<{ items: { data: object }[] }>(
    "/api/sites/demo/events?type=word-list.updated&limit=1",
  );
  expect(events.items[0]?.data).toMatchObject({
    listId: list.id,
    version: 2,
    added: 2,
    removed: 1,
    addedEntries: ["zorp", "quux"],
    removedEntries: ["blorf"],
    rules: [{ name: "Listed words", mode: "live" }],
  });
  const old = await saved(list, "blorf");
  expect([old.status, old.body.code]).toEqual([409, "conflict"]);
  const read = await app.owner.get<WordList & { versions: WordListVersion[] }>(`${LISTS}/${list.id}`);
  expect(read.body.versions.map(({ version, size, note }) => [version, size, note])).toEqual([
    [2, 2, "From the desk."],
    [1, 1, ""],
  ]);
  const first = await app.owner.get<{ text: string }>(`${LISTS}/${list.id}/entries?version=1`);
  expect(first.body.text).toBe("blorf");
  expect((await app.owner.get(`${LISTS}/${list.id}/entries?version=3`)).status).toBe(404);
  await app.owner.delete(`${RULES}/${rule.id}`);
});

test("a list that a rule names is not deleted, and a rule names none that is gone or allows", async () => {
  const list = await aList("fribble");
  const rule = await aRule(using(list), "off");
  const refused = await app.owner.delete<Refusal>(`${LISTS}/${list.id}`);
  expect([refused.status, refused.text.includes("Listed words")]).toEqual([409, true]);
  await app.owner.delete(`${RULES}/${rule.id}`);
  expect((await app.owner.delete(`${LISTS}/${list.id}`)).status).toBe(204);
  expect((await app.owner.get(`${LISTS}/${list.id}`)).status).toBe(404);
  const allowed = await aList("harmless", { kind: "allowed" });
  for (const one of [list, allowed, { id: "no-id" }]) {
    const definition = { name: "A rule", when: using(one), then: "hold", reason: "Words." };
    const { status, body } = await app.owner.post<Refusal & { problems: object[] }>(RULES, { definition });
    expect([status, body.problems]).toMatchObject([422, [{ code: "unknown-list" }]]);
  }
});

test("a list with a wrong line is refused whole, with the line, and nothing is lost", async () => {
  const list = await aList("scumbly");
  const { status, body } = await saved(list, "scumbly\nfine word\n???\n");
  const { problems } = body as unknown as { problems: LineProblem[] };
  expect([status, problems.map(({ line, code }) => [line, code])]).toEqual([422, [[3, "no-word"]]]);
  expect(body.detail).toContain("Line 3");
  expect((await app.owner.get<{ text: string }>(`${LISTS}/${list.id}/entries`)).body.text).toBe("scumbly");
  const checked = await app.owner.post<{ size: number; errors: number }>(`${LISTS}/check`, {
    text: "one thing\n???\nSCUMBLY",
    beside: "scumbly",
  });
  expect(checked.body).toMatchObject({
    size: 1,
    errors: 1,
    warnings: 1,
    text: "one thing",
    problems: [
      { line: 2, code: "no-word" },
      { line: 3, code: "duplicate", of: null },
    ],
  });
  expect((await saved(list, "x".repeat(1_000_001))).status).toBe(400);
  expect((await saved(list, "x".repeat(5_000_000))).status).toBe(413);
  expect((await aListRefused({ name: list.name.toUpperCase() })).status).toBe(409);
});

const aListRefused = (more: object) =>
  app.owner.post(LISTS, { name: "Again", kind: "suspect", text: "x-ray", ...more });

test("what is exported can be imported again as it was", async () => {
  const entries = ["numpty", "*wit", "you, there", 'so "clever"', "=SUM"];
  const list = await aList(entries.join("\n"));
  for (const format of ["csv", "text"]) {
    const file = await app.owner.get(`${LISTS}/${list.id}/export?format=${format}`);
    expect(file.headers.get("content-disposition")).toMatch(format === "csv" ? /-1\.csv"$/ : /-1\.txt"$/);
    const copy = await aList(file.text, { format });
    expect(
      (await app.owner.get<{ text: string }>(`${LISTS}/${copy.id}/entries`)).body.text.split("\n"),
    ).toEqual(entries);
  }
});

test("entries are tried on the newest comments, and what people made of those is told", async () => {
  const comments = await Promise.all(
    ["A gonk.", "Gonks, a gonk!", "Such gonkery."].map((text) => aComment(app, { text })),
  );
  await decided(app.owner, comments[0]?.id as string, "reject", { reason: "Rude." });
  const list = await aList("gonker*\ngonkery");
  const before = await app.owner.get<{ items: WordList[] }>(LISTS);
  const { body, status } = await app.owner.post<Tried>(`${LISTS}/try`, {
    text: "gonk\ngonk*\nunheard\ngonkers",
    last: 50,
    beside: list.id,
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ caught: 3, refused: 1, approved: 0, published: 2 });
  expect(body.entries).toEqual([
    { entry: "gonk*", caught: 3, refused: 1, approved: 0, published: 2 },
    { entry: "gonk", caught: 2, refused: 1, approved: 0, published: 1 },
  ]);
  expect(body.examples.map(({ text, people, marks }) => [people, text, marks[0]])).toEqual([
    ["rejected", "A gonk.", { start: 2, end: 6 }],
    [null, "Such gonkery.", { start: 5, end: 12 }],
    [null, "Gonks, a gonk!", { start: 0, end: 5 }],
  ]);
  expect(body.forms.map(({ form, caught, refused }) => [form, caught, refused])).toEqual(
    expect.arrayContaining([
      ["gonk", 2, 1],
      ["gonks", 1, 0],
      ["gonkery", 1, 0],
    ]),
  );
  expect(body.already).toEqual([{ entry: "gonkers", by: ["gonker*"] }]);
  expect((await app.owner.get<{ items: WordList[] }>(LISTS)).body).toEqual(before.body);
  await app.owner.delete(`${LISTS}/${list.id}`);
});

test("what each entry caught is counted by day from the decisions, with what people made of it", async () => {
  const list = await aList("dingbat\ndingbat* hotel\nunheard");
  const rule = await aRule(using(list));
  const first = await posted("A dingbat.");
  await posted("Dingbats of the dingbat hotel.");
  await decided(app.owner, first.id, "approve");
  const { body } = await app.owner.get<CaughtOverTime>(`${LISTS}/${list.id}/caught?days=3`);
  expect(body).toEqual({
    days: 3,
    askedSince: rule.createdAt,
    versionThen: 1,
    entries: expect.arrayContaining([
      { entry: "dingbat", caught: 2, approved: 1, refused: 0, published: 1, byDay: [0, 0, 2] },
      { entry: "dingbat* hotel", caught: 1, approved: 0, refused: 0, published: 0, byDay: [0, 0, 1] },
    ]),
  });
  await app.owner.delete(`${RULES}/${rule.id}`);
  const { body: unasked } = await app.owner.get<CaughtOverTime>(`${LISTS}/${list.id}/caught`);
  expect(unasked).toMatchObject({ askedSince: null, versionThen: null });
});

test("variants are words of the site's comments that are like one and that neither it nor the list catches", async () => {
  const list = await aList("plonkerhead");
  await Promise.all(
    ["Plonkers!", "A plonker, plonkers.", "Plonkerdom, plonkerhead.", "You p1onker, plonekr."].map((text) =>
      aComment(app, { text }),
    ),
  );
  const asked = (entry: string) =>
    app.owner.post<{ items: Variant[] }>(`${LISTS}/variants`, { entry, beside: list.id });
  expect((await asked("plonker")).body.items).toEqual([
    { word: "plonkers", kind: "form", comments: 2 },
    { word: "plonkerdom", kind: "form", comments: 1 },
    { word: "plonekr", kind: "spelling", comments: 1 },
  ]);
  for (const entry of ["plonker*", "you plonker", "pl"]) expect((await asked(entry)).body.items).toEqual([]);
});

test("a spot test and a back-test ask the list as it is now", async () => {
  const list = await aList("spoffle");
  const comment = await aComment(app, { text: "What a spoffle this is." });
  const definition = { name: "A rule", when: using(list), then: "hold", reason: "Words." };
  const tried = await app.owner.post(`${RULES}/try`, { definition, commentId: comment.id });
  expect(tried.body).toMatchObject({ outcome: "matches", when: [{ value: [list.name], seen: ["spoffle"] }] });
  const text = await app.owner.post(`${RULES}/try`, { definition, text: "No such word." });
  expect(text.body).toMatchObject({
    outcome: "no-match",
    when: [{ value: [list.name], seen: [], met: false }],
  });
  const { body } = await app.owner.post<BacktestRead>("/api/sites/demo/backtests", {
    definition,
    days: null,
  });
  let result: BacktestRead["result"] = null;
  await until("the back-test has ended", async () => {
    result = (await app.owner.get<BacktestRead>(`/api/sites/demo/backtests/${body.id}`)).body.result;
    return result !== null;
  });
  expect(result).toMatchObject({ hits: 1 });
});

test("only owners have to do with lists, and one site's lists are not another's", async () => {
  const list = await aList("wazzock");
  const moderator = await aModerator(app, { sites: [app.site] });
  for (const path of [LISTS, `${LISTS}/${list.id}`, `${LISTS}/${list.id}/export`])
    expect((await moderator.client.get(path)).status).toBe(403);
  await aSite(app, { slug: "other", name: "Other" });
  for (const path of [
    `/api/sites/other/word-lists/${list.id}`,
    `/api/sites/other/word-lists/${list.id}/entries`,
  ])
    expect((await app.owner.get(path)).status).toBe(404);
  const definition = { name: "A rule", when: using(list), then: "hold", reason: "Words." };
  expect((await app.owner.post("/api/sites/other/rules", { definition })).status).toBe(422);
});
