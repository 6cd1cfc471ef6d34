import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ExampleResult, RuleExample } from "../../server/rule-examples/contract.ts";
import { MOST_EXAMPLES } from "../../server/rule-examples/contract.ts";
import type { SiteRule } from "../../server/rules/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Refusal } from "../support/client.ts";
import { aComment, bearer } from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const PATH = "/api/sites/demo/rules";
const definition = {
  name: "Insults by newcomers",
  when: {
    all: [
      { fact: "INSULT", op: ">=", value: "high" },
      { fact: "reader.approved", op: "<", value: 3 },
    ],
  },
  then: "hold",
  reason: "It looks like an insult.",
  scope: { sections: null, articles: null },
};

async function made(more: object = {}): Promise<SiteRule> {
  const { body, status } = await app.owner.post<SiteRule>(PATH, { definition: { ...definition, ...more } });
  expect(status).toBe(201);
  return body;
}
const adding = ({ id }: SiteRule, example: object) =>
  app.owner.post<RuleExample>(`${PATH}/${id}/examples`, example);
async function added(rule: SiteRule, example: object): Promise<RuleExample> {
  const { body, status } = await adding(rule, example);
  expect(status).toBe(201);
  return body;
}
const kept = async ({ id }: SiteRule) =>
  (await app.owner.get<{ items: RuleExample[] }>(`${PATH}/${id}/examples`)).body.items;
async function checked({ id }: SiteRule, more: object = {}): Promise<ExampleResult[]> {
  const body = { ruleId: id, definition: { ...definition, ...more } };
  return (await app.owner.post<{ examples: ExampleResult[] }>(`${PATH}/check`, body)).body.examples;
}
const saving = <T = SiteRule>(rule: SiteRule, more: object, asked: object = {}) =>
  app.owner.put<T>(`${PATH}/${rule.id}`, {
    definition: { ...definition, ...more },
    version: rule.version,
    ...asked,
  });
const switching = <T = SiteRule>(rule: SiteRule, mode: string, asked: object = {}) =>
  app.owner.post<T>(`${PATH}/${rule.id}/mode`, { mode, version: rule.version, ...asked });
const anyReader = { when: { fact: "INSULT", op: ">=", value: "high" } };

describe("what a rule makes of its examples", () => {
  let rule: SiteRule;
  let stored: string;
  beforeAll(async () => {
    rule = await made();
    stored = (await aComment(app, { text: "What an idiot you are." })).id;
  });

  test.each<[string, object, object, boolean | null, string[]]>([
    ["a comment that it meets", { mustMatch: true }, {}, true, ["when.all.0", "when.all.1"]],
    ["the same, which it must not meet", { mustMatch: false }, {}, false, ["when.all.0", "when.all.1"]],
    [
      "one that a condition keeps it from",
      { mustMatch: true },
      { when: { all: [definition.when.all[0], { fact: "links", op: ">", value: 0 }] } },
      false,
      ["when.all.1"],
    ],
    [
      "one that is exempt",
      { mustMatch: true },
      { unless: { fact: "depth", op: "=", value: 0 } },
      false,
      ["unless"],
    ],
    ["one outside its scope", { mustMatch: false }, { scope: { sections: ["Sport"] } }, true, ["scope"]],
    [
      "a pasted text, whose reader nobody knows",
      { mustMatch: true, text: "You idiot." },
      {},
      null,
      ["when.all.1"],
    ],
    ["a pasted text by what it says", { mustMatch: true, text: "You idiot." }, anyReader, true, ["when"]],
    [
      "a pasted text, which stands in no section",
      { mustMatch: true, text: "You idiot." },
      { ...anyReader, scope: { sections: ["Sport"] } },
      true,
      ["when"],
    ],
  ])("%s", async (_, example, more, holds, because) => {
    const what = "text" in example ? {} : { commentId: stored };
    const { id } = await added(rule, { ...example, ...what });
    const [result] = (await checked(rule, more)).filter((one) => one.id === id);
    expect([result?.holds, result?.because.map(({ path }) => path)]).toEqual([holds, because]);
  });

  test("a rule that cannot be read says nothing of them", async () => {
    expect(await checked(rule, { when: { fact: "nothing", op: "=", value: 1 } })).toEqual([]);
  });
});

test("an example is kept once, as what it was called last, and says who kept it", async () => {
  const rule = await made();
  const text = "You idiot.";
  await added(rule, { mustMatch: true, text });
  await added(rule, { mustMatch: false, text: `  ${text} ` });
  expect(await kept(rule)).toMatchObject([{ mustMatch: false, text, commentId: null, by: {} }]);
});

test("a version that gets an example wrong is saved, and switched on, only when the owner says so", async () => {
  const rule = await made(anyReader);
  await added(rule, { mustMatch: true, text: "You idiot." });
  const wrong = { when: { fact: "links", op: ">=", value: 1 } };
  const refused = await saving<Refusal & { examples: ExampleResult[] }>(rule, wrong);
  expect(refused.body).toMatchObject({
    status: 422,
    detail:
      "Examples kept with this rule come out wrong: 1 of 1. Look at them, or confirm that you go on even so.",
    examples: [{ holds: false, because: [{ path: "when", fact: "links", seen: 0 }] }],
  });
  const saved = await saving(rule, wrong, { evenSo: true });
  expect(saved.body).toMatchObject({ version: 2 });
  expect((await switching(saved.body, "shadow")).status).toBe(200);
  expect((await switching(saved.body, "live")).status).toBe(422);
  expect((await switching(saved.body, "live", { evenSo: true })).body.mode).toBe("live");
  const events = await app.owner.get<{ items: { type: string; data: object }[] }>(
    "/api/sites/demo/events?type=rule.mode-set",
  );
  expect(events.body.items[0]?.data).toMatchObject({ after: "live", failingExamples: 1 });
});

test("nothing of a comment lives on in an example once its author has withdrawn it", async () => {
  const rule = await made();
  const comment = await aComment(app, { text: "Xylophones are for idiots." });
  await added(rule, { mustMatch: false, commentId: comment.id });
  expect(await checked(rule)).toMatchObject([{ holds: false }]);
  await app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));
  expect(await kept(rule)).toMatchObject([{ commentId: comment.id, text: null }]);
  expect(await checked(rule)).toMatchObject([{ holds: null, because: [] }]);
  expect((await adding(rule, { mustMatch: true, commentId: comment.id })).status).toBe(404);
});

test("a rule keeps no more than fifty, of a thousand characters, and of its own site alone", async () => {
  const rule = await made();
  const row = await added(rule, { mustMatch: true, text: "Number 0" });
  await app.db.query(
    `insert into rule_examples (id, rule_id, must_match, text, scorings, moderator_id, created_at)
     select gen_random_uuid(), rule_id, must_match, 'Number ' || n, scorings, moderator_id, created_at
     from rule_examples, generate_series(1, $2) n where id = $1`,
    [row.id, MOST_EXAMPLES - 1],
  );
  expect((await adding(rule, { mustMatch: true, text: "One more" })).status).toBe(409);
  expect((await adding(rule, { mustMatch: false, text: "Number 7" })).status).toBe(201);
  expect((await adding(rule, { mustMatch: true, text: "x".repeat(1_001) })).status).toBe(400);
  expect((await adding(rule, { mustMatch: true })).status).toBe(422);
  const elsewhere = { mustMatch: true, commentId: "01890000-0000-7000-8000-000000000000" };
  expect((await adding(rule, elsewhere)).status).toBe(404);
});

test("one is removed, and all go with their rule", async () => {
  const rule = await made();
  const { id } = await added(rule, { mustMatch: true, text: "You idiot." });
  await added(rule, { mustMatch: true, text: "You too, idiot." });
  const path = `${PATH}/${rule.id}/examples/${id}`;
  expect((await app.owner.delete(path)).status).toBe(204);
  expect((await app.owner.delete(path)).status).toBe(404);
  expect(await kept(rule)).toHaveLength(1);
  await app.owner.delete(`${PATH}/${rule.id}`);
  const { rows } = await app.db.query(`select from rule_examples where rule_id = $1`, [rule.id]);
  expect(rows).toEqual([]);
});
