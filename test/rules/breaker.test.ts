import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { BacktestRead } from "../../server/backtests/contract.ts";
import { isFarOver } from "../../server/rules/breaker.ts";
import type { SiteRule } from "../../server/rules/contract.ts";
import { tripBreakers } from "../../server/rules/trip-breakers.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aComment, reviewOf } from "../support/factories.ts";
import { until } from "../support/until.ts";

describe("what is far over a back-test", () => {
  test.each([
    ["nineteen rejections, whatever their share", 19, 19, 1, 1_000, false],
    ["twenty of twenty, where one in a thousand was found", 20, 20, 1, 1_000, true],
    ["the share of the back-test on a very busy day", 1_000, 100_000, 10, 1_000, false],
    ["twice its share", 2_000, 100_000, 10, 1_000, false],
    ["four times its share, of many", 4_000, 100_000, 10, 1_000, true],
    ["four times its share, of few: chance could be it", 20, 500, 10, 1_000, false],
    ["one in two hundred, where nothing was found", 25, 5_000, 0, 1_000, false],
    ["one in fifty, where nothing was found", 100, 5_000, 0, 1_000, true],
    ["anything, after a back-test of no comments", 50, 50, 0, 0, false],
  ])("%s", (_what, hits, seen, testedHits, testedSeen, over) => {
    expect(isFarOver({ hits, seen, testedHits, testedSeen })).toBe(over);
  });
});

describe("on a site", () => {
  const RULES = "/api/sites/demo/rules";
  let app: TestApp;
  let rule: SiteRule;
  const read = async () => (await app.owner.get<SiteRule>(`${RULES}/${rule.id}`)).body;
  const post = async (text: string, count: number) => {
    let last = { id: "" };
    for (let i = 0; i < count; i++)
      last = await aComment(app, { text: `${text} ${i}`, name: `${text} ${i}` });
    await app.drain();
    return last;
  };
  const mode = (to: string) =>
    app.owner.post<SiteRule>(`${RULES}/${rule.id}/mode`, { mode: to, version: rule.version });

  beforeAll(async () => {
    app = await startApp();
    await post("The bridge is open.", 30);
    const definition = {
      name: "Casino",
      when: { fact: "text", op: "uses", value: ["casino"] },
      then: "reject",
      reason: "Advertising.",
    };
    rule = (await app.owner.post<SiteRule>(RULES, { definition })).body;
    const { body } = await app.owner.post<BacktestRead>("/api/sites/demo/backtests", {
      ruleId: rule.id,
      version: rule.version,
      days: null,
    });
    await until("the back-test has finished", async () => {
      const { status } = (await app.owner.get<BacktestRead>(`/api/sites/demo/backtests/${body.id}`)).body;
      return status === "finished";
    });
    expect((await mode("live")).status).toBe(200);
  });
  afterAll(() => app?.close());

  test("a rule that keeps to its back-test goes on rejecting", async () => {
    const comment = await post("Come to our casino", 3);
    await tripBreakers(app.db);
    expect(await read()).toMatchObject({ mode: "live", tripped: null });
    expect(await reviewOf(app.owner, comment.id)).toMatchObject({ status: "rejected" });
  });

  test("a flood turns its rejections into holds, once, and the owner is told with the numbers", async () => {
    await post("Win at the casino now", 20);
    // Two processes watch, and the workers' own may have been there before.
    await Promise.all([tripBreakers(app.db), tripBreakers(app.db)]);
    const tripped = { hits: 23, seen: 23, testedHits: 0, testedSeen: 30 };
    expect(await read()).toMatchObject({ mode: "live", tripped });
    const { body } = await app.owner.get<{ items: { type: string; data: object }[] }>(
      "/api/log?type=rule.breaker-tripped",
    );
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ data: { name: "Casino", version: 1, ...tripped } });

    const held = await post("The casino again", 1);
    expect(await reviewOf(app.owner, held.id)).toMatchObject({
      status: "held",
      why: [expect.objectContaining({ name: "Casino", action: "hold" })],
    });
  });

  test("an owner who has looked lets it reject again, and what came before no longer counts", async () => {
    expect((await mode("live")).body).toMatchObject({ tripped: null });
    await tripBreakers(app.db);
    const comment = await post("One more casino", 1);
    await tripBreakers(app.db);
    expect(await reviewOf(app.owner, comment.id)).toMatchObject({ status: "rejected" });
    expect((await read()).tripped).toBeNull();
  });
});
