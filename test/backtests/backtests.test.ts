import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Backtest, BacktestRead, BacktestResult } from "../../server/backtests/contract.ts";
import type { PostedComment } from "../../server/comments/contract.ts";
import type { SiteRule } from "../../server/rules/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Refusal } from "../support/client.ts";
import { aComment, aModerator, bearer, decided, reviewOf } from "../support/factories.ts";
import { until } from "../support/until.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const RULES = "/api/sites/demo/rules";
const PATH = "/api/sites/demo/backtests";

async function made(definition: object, mode = "off", canaryPercent = 50): Promise<SiteRule> {
  const { body, text } = await app.owner.post<SiteRule>(RULES, {
    definition: { name: "A rule", then: "hold", reason: "It asks for a look.", ...definition },
  });
  if (mode === "off") return body;
  const set = await app.owner.post(`${RULES}/${body.id}/mode`, { mode, version: 1, canaryPercent });
  if (set.status !== 200) throw new Error(`${text} ${set.text}`);
  return body;
}

async function ended(id: string): Promise<BacktestRead> {
  let last: BacktestRead | null = null;
  await until("the back-test has ended", async () => {
    last = (await app.owner.get<BacktestRead>(`${PATH}/${id}`)).body;
    return !["waiting", "running"].includes(last.status);
  });
  return last as unknown as BacktestRead;
}

async function tested(what: object): Promise<BacktestRead & { result: BacktestResult }> {
  const { status, body, text } = await app.owner.post<BacktestRead>(PATH, what);
  if (status !== 201) throw new Error(`The back-test was refused: ${status} ${text}`);
  const read = await ended(body.id);
  if (!read.result) throw new Error(`The back-test is ${read.status}.`);
  return { ...read, result: read.result };
}
const versionOf = ({ id, version }: SiteRule) => ({ ruleId: id, version, days: null });

const score = { fact: "TOXICITY", op: ">=", value: "high" };
const links = { fact: "links", op: ">=", value: 1 };

describe("on comments judged live", () => {
  const RULES_IN_USE: [string, object, string][] = [
    ["links", { when: links }, "shadow"],
    [
      "a score of newcomers",
      { when: { all: [score, { fact: "reader.approved", op: "<", value: 1 }] } },
      "shadow",
    ],
    [
      "words, unless they are long",
      {
        when: { fact: "text", op: "uses", value: ["idiot", "bridge toll"] },
        unless: { fact: "length", op: ">", value: 60 },
        then: "reject",
      },
      "shadow",
    ],
    [
      "a pattern",
      { when: { fact: "text", op: "matches", value: "numb?er \\d+" }, then: "tag", tags: ["numbered"] },
      "shadow",
    ],
    [
      "what is not known",
      { when: { fact: "reader.rejectionRate", op: ">", value: 0.1 }, whenUnknown: "hold" },
      "shadow",
    ],
    [
      "one section",
      {
        when: { any: [links, { not: { fact: "capitals", op: "<", value: 0.5 } }] },
        scope: { sections: ["Sport"] },
      },
      "shadow",
    ],
    ["a canary", { when: { fact: "depth", op: "=", value: 0 } }, "canary"],
    ["edited ones", { when: { fact: "revision", op: ">=", value: 2 } }, "live"],
  ];
  const rules = new Map<string, SiteRule>();
  let rude: PostedComment;

  beforeAll(async () => {
    for (const [name, definition, mode] of RULES_IN_USE)
      rules.set(name, await made({ name, ...definition }, mode));
    const sport = { url: "https://news.example/match", section: "Sport" };
    const first = await aComment(app, { text: "The bridge is open again." });
    for (const text of ["See example.com for more.", "Numer 7 is an 1d1ot.", "THE BRIDGE IS CLOSED AGAIN!"])
      for (const more of [{}, { article: sport }, { as: first }]) await aComment(app, { text, ...more });
    rude = await aComment(app, { text: "Number 8 is an idiot.", name: "Rude" });
    await aComment(app, {
      text: "Nobody pays that bridge toll, whoever may say what they like about the mayor.",
    });
    const edited = await aComment(app, { text: "Read this at example.org" });
    await app.reader.patch(
      `/api/sites/demo/comments/${edited.id}`,
      { text: "Read this, please." },
      bearer(edited),
    );
    await app.drain();
    // What people decide afterwards changes what their readers are known for, and not what the rules were told then.
    const ada = await aModerator(app, { name: "Ada" });
    await decided(ada.client, rude.id, "reject", { reason: "insult" });
    await decided(ada.client, first.id, "approve");
  });

  const matched = async ({ id }: SiteRule): Promise<Record<string, string>> =>
    Object.fromEntries(
      (
        await app.db.query<{ id: string; action: string }>(
          `select m.comment_id as id, m.action from rule_matches m join comments c on c.id = m.comment_id and c.revision = m.revision where m.rule_id = $1`,
          [id],
        )
      ).rows.map((row) => [row.id, row.action]),
    );

  test.each(RULES_IN_USE.map(([name]) => name))("a back-test finds what the rule did: %s", async (name) => {
    const rule = rules.get(name) as SiteRule;
    const live = await matched(rule);
    const { result } = await tested(versionOf(rule));
    expect(result).toMatchObject({ withoutFacts: 0, unknown: 0 });
    expect(result.samples.random.map(({ commentId }) => commentId).sort()).toEqual(Object.keys(live).sort());
    expect(result.hits).toBe(Object.keys(live).length);
    expect(result.hits).toBeGreaterThan(0);
    for (const [action, n] of Object.entries(result.byAction))
      expect(Object.values(live).filter((one) => one === action)).toHaveLength(n);
  });

  test("it changes nothing but its own row, and says the same twice", async () => {
    const all = async () =>
      JSON.stringify(
        await Promise.all(
          ["comments", "decisions", "scores", "rule_matches", "queue_entries", "rules"].map(
            async (table) => (await app.db.query(`select * from ${table} t order by t::text`)).rows,
          ),
        ),
      );
    const before = await all();
    const what = versionOf(rules.get("links") as SiteRule);
    const { days: _, from: __, to: ___, hitsADay: ____, ...first } = (await tested(what)).result;
    expect((await tested(what)).result).toMatchObject(first);
    expect(await all()).toBe(before);
  });

  test("a part of the rule is named for a false alarm and for a miss, and an undone decision counts for nothing", async () => {
    const wanted = {
      definition: { name: "Polite", when: { all: [links, score] }, then: "hold", reason: "x" },
      days: null,
    };
    const { result } = await tested(wanted);
    expect(result.hits).toBe(0);
    const miss = result.likelyMisses[0];
    expect(miss).toMatchObject({
      commentId: rude.id,
      people: "rejected",
      because: [{ path: "when.all.0", fact: "links", seen: 0 }],
    });
    const all = {
      definition: { name: "All", when: { any: [links, score] }, then: "reject", reason: "x" },
      days: null,
    };
    const ben = await aModerator(app, { name: "Ben" });
    const { commentId } = (await tested(all)).result.samples.lowest[0] as { commentId: string };
    const decision = await decided(ben.client, commentId, "approve");
    const { result: alarmed } = await tested(all);
    expect(alarmed.likelyFalseAlarms[0]).toMatchObject({
      commentId,
      people: "approved",
      because: [{ path: "when.any.0" }],
    });
    expect(alarmed.people).toMatchObject({ agreed: 1, disagreed: 1, precision: 0.5, few: true });
    await ben.client.post(`/api/decisions/${decision.id}/undo`, {});
    expect((await tested(all)).result.people).toMatchObject({ agreed: 1, disagreed: 0 });
  });

  test("what would change is told against the live rules, and which of them match the same", async () => {
    const definition = { name: "Links", when: links, then: "reject", reason: "x" };
    const { result } = await tested({ definition, days: null });
    const { newlyRejected, newlyHeld, newlyPublished } = result.changes;
    expect({ newlyRejected, newlyHeld, newlyPublished }).toEqual({
      newlyRejected: result.hits,
      newlyHeld: 0,
      newlyPublished: 0,
    });
    expect(result.overlap).toContainEqual({
      rule: (rules.get("links") as SiteRule).id,
      name: "links",
      both: result.hits,
    });
    // The canary may have chosen the edited one as well.
    const canary = rules.get("a canary") as SiteRule;
    await app.owner.post(`${RULES}/${canary.id}/mode`, { mode: "shadow", version: 1 });
    const live = rules.get("edited ones") as SiteRule;
    const never = { ...live.definition, when: { fact: "links", op: ">", value: 90 } };
    const without = await tested({ ruleId: live.id, definition: never, days: null });
    expect(without.result.changes.newlyPublished).toBe(1);
    expect(without.result.work).toMatchObject({ measured: false });
    expect(without.result.work.minutesADay).toBeLessThan(0);
  });
});

describe("a rule that rejects", () => {
  const setLive = (rule: SiteRule, version: number) =>
    app.owner.post<Refusal>(`${RULES}/${rule.id}/mode`, { mode: "live", version });

  test.each([{ then: "reject" }, { then: "hold", whenUnknown: "reject" }])(
    "goes live with a finished back-test of that very version only: %j",
    async (does) => {
      const rule = await made({ when: { fact: "links", op: ">", value: 80 }, ...does });
      const refused = await setLive(rule, 1);
      expect(refused.status).toBe(422);
      expect(refused.body.detail).toMatch(/Run a back-test/);
      expect((await app.owner.post(`${RULES}/${rule.id}/mode`, { mode: "canary", version: 1 })).status).toBe(
        422,
      );
      await tested({ ruleId: rule.id, definition: rule.definition });
      expect((await setLive(rule, 1)).status).toBe(422);
      await tested(versionOf(rule));
      const sawOne = `update backtests set seen = $2 where rule_id = $1 returning (result->>'seen')::int as seen`;
      const { rows } = await app.db.query<{ seen: number }>(sawOne, [rule.id, 1]);
      expect((await setLive(rule, 1)).body.detail).toMatch(/saw too few comments .*: 1\./);
      await app.db.query(sawOne, [rule.id, rows[0]?.seen]);
      expect((await setLive(rule, 1)).status).toBe(200);
      await app.owner.put(`${RULES}/${rule.id}`, { definition: rule.definition, version: 1 });
      expect((await setLive(rule, 2)).status).toBe(422);
      await app.owner.delete(`${RULES}/${rule.id}`);
    },
  );
});

test("a back-test can be stopped before its end, no more than three wait, and the log tells of them", async () => {
  await app.stopWorkers();
  const draft = { definition: { name: "Draft", when: links, then: "hold", reason: "x" } };
  const ids: string[] = [];
  for (let i = 0; i < 3; i += 1) ids.push((await app.owner.post<Backtest>(PATH, draft)).body.id);
  expect((await app.owner.post(PATH, draft)).status).toBe(409);
  const stopped = await app.owner.post<BacktestRead>(`${PATH}/${ids[0]}/cancel`);
  expect(stopped.body).toMatchObject({ status: "cancelled", result: null });
  expect((await app.owner.post(`${PATH}/${ids[0]}/cancel`)).status).toBe(409);
  // As a process leaves it that was killed.
  await app.db.query(
    `update backtests set status = 'running', tries = 1, beat_at = now() - interval '2 minutes' where id = $1`,
    [ids[1]],
  );
  await app.startWorkers();
  expect(await ended(ids[1] as string)).toMatchObject({ status: "finished", version: null, name: "Draft" });
  expect((await ended(ids[2] as string)).status).toBe("finished");
  const { body } = await app.owner.get<{ items: { type: string; data: object }[] }>(
    "/api/sites/demo/events?limit=200",
  );
  const told = body.items.filter(({ data }) => "backtestId" in data && ids.includes(String(data.backtestId)));
  expect(told.map(({ type }) => type).sort()).toEqual([
    "backtest.cancelled",
    "backtest.finished",
    "backtest.finished",
    ...Array(3).fill("backtest.started"),
  ]);
  const list = await app.owner.get<{ items: Backtest[] }>(`${PATH}?limit=3`);
  expect(list.body.items.map(({ id }) => id)).toEqual([...ids].reverse());
});

test("what is wrong with what is asked is told", async () => {
  const draft = { name: "x", when: { fact: "mood", op: ">=", value: 1 }, then: "hold", reason: "x" };
  expect((await app.owner.post(PATH, { definition: draft })).body).toMatchObject({
    code: "unprocessable",
    problems: [{ code: "unknown-fact" }],
  });
  expect((await app.owner.post(PATH, {})).status).toBe(422);
  const rule = await made({ when: links });
  expect((await app.owner.post(PATH, { ruleId: rule.id, version: 7 })).status).toBe(404);
  const { client } = await aModerator(app, { name: "Cleo" });
  expect((await client.post(PATH, versionOf(rule))).status).toBe(403);
  expect((await client.get(PATH)).status).toBe(403);
});

test("a blind sample that somebody finds good counts, and one still to be judged is no example", async () => {
  await app.settings({ auditShare: 1 });
  const { id } = await aComment(app, { text: "Sampled: see example.net for all of it." });
  await app.settings({ auditShare: 0 });
  const definition = {
    name: "x",
    when: { fact: "links.domains", op: "in", value: ["example.net"] },
    then: "hold",
    reason: "x",
  };
  const before = (await tested({ definition, days: 1 })).result;
  expect(before).toMatchObject({ hits: 1, people: { undecided: 1 }, samples: { random: [] } });
  const ada = await aModerator(app, { name: "Eva" });
  const { version } = await reviewOf(ada.client, id);
  await ada.client.post(`/api/comments/${id}/judgements`, { verdict: "approve", version });
  const after = (await tested({ definition, days: 1 })).result;
  expect(after).toMatchObject({
    people: { disagreed: 1 },
    likelyFalseAlarms: [{ commentId: id, people: "approved" }],
  });
});
