import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Review } from "../../server/reviews/contract.ts";
import type { SiteRule } from "../../server/rules/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aModerator, reviewOf } from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({
    settings: {
      holdAt: {
        TOXICITY: null,
        SEVERE_TOXICITY: null,
        INSULT: null,
        PROFANITY: null,
        THREAT: null,
        IDENTITY_ATTACK: null,
      },
    },
  });
});
afterAll(() => app?.close());

const PATH = "/api/sites/demo/rules";
const links = { fact: "links", op: ">=", value: 1 };

async function made(definition: object): Promise<SiteRule> {
  const { status, body } = await app.owner.post<SiteRule>(PATH, {
    definition: { name: "Links", when: links, then: "hold", reason: "It has links.", ...definition },
    note: "First try.",
  });
  expect(status).toBe(201);
  return body;
}
const mode = (rule: SiteRule, to: string, more: object = {}) =>
  app.owner.post<SiteRule>(`${PATH}/${rule.id}/mode`, { mode: to, version: rule.version, ...more });
const gone = (rule: SiteRule) => app.owner.delete(`${PATH}/${rule.id}`);

async function posted(text: string): Promise<Review> {
  const { body } = await app.reader.post<{ id: string }>("/api/sites/demo/comments", {
    article: { url: "https://news.example/bridge" },
    text,
    reader: { name: "Ana" },
  });
  await app.drain();
  return reviewOf(app.owner, body.id);
}
const kept = async (id: string) =>
  (
    await app.db.query<{ live: boolean; action: string; version: number; seen: number }>(
      `select live, action, version, (match #>> '{conditions,0,seen}')::int as seen from rule_matches where comment_id = $1`,
      [id],
    )
  ).rows;

test("a rule is off until it is switched on, and then holds what it matches and says why", async () => {
  const rule = await made({});
  expect(rule).toMatchObject({ version: 1, mode: "off", warnings: [] });
  expect((await posted("See example.com for more.")).status).toBe("approved");
  expect((await mode(rule, "live")).status).toBe(200);
  const comment = await posted("See example.com for more, please.");
  expect(comment).toMatchObject({
    status: "held",
    why: [{ rule: rule.id, version: 1, action: "hold", conditions: [{ ...links, seen: 1, met: true }] }],
  });
  expect(await kept(comment.id)).toEqual([{ live: true, action: "hold", version: 1, seen: null }]);
  await gone(rule);
  expect((await posted("See example.com once more.")).status).toBe("approved");
});

test("in shadow a rule changes nothing, and what it would have done is kept with what it saw", async () => {
  const rule = await made({ then: "reject" });
  await mode(rule, "shadow");
  const comment = await posted("Buy at shop.example.com now.");
  expect(comment).toMatchObject({ status: "approved", why: [] });
  expect(await kept(comment.id)).toEqual([{ live: false, action: "reject", version: 1, seen: 1 }]);
  await gone(rule);
});

test("a canary decides on its share, the same comments each time, and watches the rest", async () => {
  const rule = await made({});
  await mode(rule, "canary", { canaryPercent: 50 });
  const comments: Review[] = [];
  for (let i = 0; i < 24; i++) comments.push(await posted(`Number ${i} at example.com`));
  for (const { id, status } of comments) expect(await kept(id)).toMatchObject([{ live: status === "held" }]);
  const held = comments.filter(({ status }) => status === "held").length;
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(24);
  await gone(rule);
});

test("a tag marks a comment and decides nothing", async () => {
  const rule = await made({ then: "tag", tags: ["has-links"] });
  await mode(rule, "live");
  expect(await posted("Look at example.com")).toMatchObject({
    status: "approved",
    why: [{ rule: rule.id, action: "tag", tags: ["has-links"] }],
  });
  await gone(rule);
});

test("it stands where its scope says, and nowhere else", async () => {
  const rule = await made({ scope: { sections: ["Sport"] } });
  await mode(rule, "live");
  expect((await posted("See example.com")).status).toBe("approved");
  const { body } = await app.reader.post<{ id: string }>("/api/sites/demo/comments", {
    article: { url: "https://news.example/match", section: "Sport" },
    text: "See example.com",
    reader: { name: "Ana" },
  });
  await app.drain();
  expect((await reviewOf(app.owner, body.id)).status).toBe("held");
  await gone(rule);
});

test("versions are kept as they were, a colleague's is not overwritten, and one is restored as a new one", async () => {
  const rule = await made({});
  const save = (from: number, definition: object, restoredFrom: number | null = null) =>
    app.owner.put<SiteRule>(`${PATH}/${rule.id}`, {
      definition: { ...rule.definition, ...definition },
      version: from,
      note: "Stricter.",
      restoredFrom,
    });
  expect((await save(1, { name: "Many links" })).body).toMatchObject({
    version: 2,
    definition: { name: "Many links" },
  });
  expect((await save(1, { name: "Late" })).body).toMatchObject({ code: "conflict" });
  expect((await save(2, {}, 1)).status).toBe(200);
  const { body } = await app.owner.get<{ versions: object[] }>(`${PATH}/${rule.id}`);
  expect(body.versions).toMatchObject([
    { version: 3, restoredFrom: 1, definition: { name: "Links" } },
    { version: 2, note: "Stricter.", definition: { name: "Many links" } },
    { version: 1, note: "First try.", by: { name: "Owner" } },
  ]);
  await expect(
    app.asLogin(`update rule_versions set note = 'x' where rule_id = $1`, [rule.id]),
  ).rejects.toThrow();
  await gone(rule);
});

test("only what a version said is restored as that version", async () => {
  const rule = await made({});
  const change = (restoredFrom: number, more: object = {}) =>
    app.owner.put(`${PATH}/${rule.id}`, {
      definition: { ...rule.definition, ...more },
      version: 1,
      restoredFrom,
    });
  expect((await change(1, { then: "reject" })).body).toMatchObject({ code: "unprocessable" });
  expect((await change(7)).body).toMatchObject({ code: "unprocessable" });
  expect((await change(1)).status).toBe(200);
  await gone(rule);
});

test("a version that rejects starts as a shadow, though the one before was live", async () => {
  const rule = await made({});
  await mode(rule, "live");
  const change = { definition: { ...rule.definition, then: "reject" }, version: 1 };
  expect((await app.owner.put<SiteRule>(`${PATH}/${rule.id}`, change)).body).toMatchObject({
    version: 2,
    mode: "shadow",
  });
  await gone(rule);
});

test("what is wrong with a rule is told with its place, and nothing is saved", async () => {
  const definition = {
    name: "x",
    when: { fact: "text", op: "matches", value: "(" },
    then: "hold",
    reason: "y",
  };
  const { status, body } = await app.owner.post<object>(PATH, { definition });
  expect({ status, body }).toMatchObject({
    status: 422,
    body: { problems: [{ code: "bad-pattern", path: "when" }] },
  });
  expect((await app.owner.get<{ items: [] }>(PATH)).body.items).toEqual([]);
});

test("a rule is tried on a text and on a stored comment, with the value of every condition", async () => {
  const definition = {
    name: "Insults by newcomers",
    when: {
      all: [
        { fact: "links", op: ">=", value: 1 },
        { fact: "reader.approved", op: "<", value: 3 },
      ],
    },
    unless: { fact: "text", op: "uses", value: ["newsletter"] },
    then: "hold",
    reason: "x",
  };
  const tried = async (on: object) =>
    (await app.owner.post<object>(`${PATH}/try`, { definition, ...on })).body;
  expect(await tried({ text: "Go to example.com" })).toMatchObject({
    outcome: "unknown",
    when: [
      { seen: 1, met: true, marks: [{ start: 6, end: 17 }] },
      { seen: null, met: null },
    ],
  });
  expect(await tried({ text: "Our newsletter is nice." })).toMatchObject({
    outcome: "no-match",
    unless: [{ met: true, seen: 1 }],
  });
  const { body } = await app.reader.post<{ id: string }>("/api/sites/demo/comments", {
    article: { url: "https://news.example/new" },
    text: "Go to example.org",
    reader: { name: "New" },
  });
  await app.drain();
  expect(await tried({ commentId: body.id })).toMatchObject({
    outcome: "matches",
    action: "hold",
    when: [{ seen: 1 }, { fact: "reader.approved", seen: 0, met: true }],
  });
});

test("rules are the owner's: a moderator of the site changes none", async () => {
  const { client } = await aModerator(app, { name: "Ben" });
  expect((await client.get(PATH)).status).toBe(403);
  expect((await client.post(PATH, {})).status).toBe(403);
});

test("a rule is checked beside the others before it is saved, and not against itself", async () => {
  const rule = await made({});
  const { definition } = rule;
  const check = async (body: object) =>
    (await app.owner.post<{ problems: { code: string; path: string }[] }>(`${PATH}/check`, body)).body
      .problems;
  expect(await check({ definition })).toMatchObject([{ code: "duplicates", path: "", rule: rule.id }]);
  expect(await check({ definition, ruleId: rule.id })).toEqual([]);
  const when = { all: [links, { fact: "nothing", op: "=", value: 1 }] };
  expect(await check({ definition: { ...definition, when } })).toMatchObject([
    { level: "error", code: "unknown-fact", path: "when.all.1" },
  ]);
  await gone(rule);
});

test("the third copy of a comment is held, its reader's own and other readers', and what only begins alike is not", async () => {
  const when = {
    any: [
      { fact: "repeat.own", op: ">=", value: 2 },
      { fact: "repeat.others", op: ">=", value: 2 },
    ],
  };
  const rule = await made({ when });
  await mode(rule, "live");
  const told = async (text: string, token?: string) => {
    const { body } = await app.reader.post<{ id: string; token: string }>(
      "/api/sites/demo/comments",
      {
        article: { url: "https://news.example/bridge" },
        text,
        ...(token === undefined && { reader: { name: "Ana" } }),
      },
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    );
    await app.drain();
    const { status } = await reviewOf(app.owner, body.id);
    const { rows } = await app.db.query<{ facts: Record<string, number> }>(
      `select facts from decisions where comment_id = $1`,
      [body.id],
    );
    const facts = rows[0]?.facts ?? {};
    return {
      token: body.token,
      told: [status, ...["repeat.own", "repeat.others", "reader.rate"].map((name) => facts[name])],
    };
  };
  const text =
    "Nobody in this town was ever asked whether we want a second bridge, and the mayor knows it very well.";
  const { token, told: first } = await told(text);
  expect(first).toEqual(["approved", 0, 0, 0]);
  expect((await told(text.replace("ever", "really"), token)).told).toEqual(["approved", 1, 0, 1]);
  expect((await told(`${text} Ask us!`, token)).told).toEqual(["held", 2, 0, 2]);
  expect(
    (await told("Nobody in this town was ever late, and the trains are clean and cheap.", token)).told,
  ).toEqual(["approved", 0, 0, 3]);
  // Three copies of one reader are one other reader.
  expect((await told(text.toUpperCase())).told).toEqual(["approved", 0, 1, 0]);
  expect((await told(text)).told).toEqual(["held", 0, 2, 0]);
  for (let i = 0; i < 3; i++)
    expect((await told("Yes, thanks!", token)).told).toEqual(["approved", 0, 0, 4 + i]);
  await gone(rule);
});
