import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SiteRule } from "../../server/rules/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Refusal } from "../support/client.ts";
import { aModerator, type Colleague } from "../support/factories.ts";

let app: TestApp;
let other: Colleague;
beforeAll(async () => {
  app = await startApp({ settings: { rulesNeedSecond: true } });
  other = await aModerator(app, { name: "Olga", role: "owner" });
});
afterAll(() => app?.close());

const PATH = "/api/sites/demo/rules";
const definition = {
  name: "No links",
  when: { fact: "links", op: ">=", value: 1 },
  then: "reject",
  reason: "It has links.",
};

async function made(more: object = {}): Promise<SiteRule> {
  const { body } = await app.owner.post<SiteRule>(PATH, { definition: { ...definition, ...more } });
  await tested(body);
  return body;
}
/** Every version of it has a back-test that saw enough. */
const tested = ({ id }: SiteRule) =>
  app.db.query(
    `insert into backtests (id, site_id, rule_id, version, definition, posted_to, seed, moderator_id, created_at, status, seen, result, finished_at)
     select gen_random_uuid(), r.site_id, r.id, v.version, v.definition, now(), 1, v.moderator_id, now(), 'finished', 500, '{}', now()
     from rules r join rule_versions v on v.rule_id = r.id where r.id = $1`,
    [id],
  );
const live = <T = SiteRule>(rule: SiteRule, version = rule.version) =>
  app.owner.post<T>(`${PATH}/${rule.id}/mode`, { mode: "live", version });
const say = (by: Colleague["client"], rule: SiteRule, what: string, version = rule.version) =>
  by.post<SiteRule & Refusal>(`${PATH}/${rule.id}/${what}`, { version });

test("a version that rejects goes live once another owner has confirmed it, and the next one needs it anew", async () => {
  const rule = await made();
  const refused = await live<Refusal>(rule);
  expect(refused.status).toBe(422);
  expect(refused.body.detail).toMatch(
    /^This site wants a second person for rules that reject\. Version 1 was/,
  );
  expect((await say(app.owner, rule, "confirmation")).body.detail).toMatch(
    /^You saved this version yourself\./,
  );
  const asked = await say(app.owner, rule, "confirmation/ask");
  expect(asked.body.confirmation).toMatchObject({ askedAt: expect.any(String), confirmedBy: null });
  expect((await say(other.client, rule, "confirmation")).body.confirmation).toMatchObject({
    confirmedBy: "Olga",
  });
  expect((await live(rule)).body.mode).toBe("live");
  await app.owner.put(`${PATH}/${rule.id}`, { definition: rule.definition, version: 1 });
  await tested(rule);
  expect((await say(other.client, rule, "confirmation", 1)).status).toBe(409);
  expect((await live<Refusal>(rule, 2)).body.detail).toMatch(/a second person/);
  const { body } = await app.owner.get<{ items: { type: string }[] }>("/api/sites/demo/events");
  const types = body.items.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["rule.confirmation-asked", "rule.confirmed"]));
});

test("what only holds, and every rule of a site that wants no second person, needs nobody", async () => {
  expect((await live(await made({ then: "hold" }))).status).toBe(200);
  await app.settings({ rulesNeedSecond: false });
  expect((await live(await made())).status).toBe(200);
});
