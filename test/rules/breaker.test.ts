import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { z } from "zod";
import type { BacktestRead } from "../../server/backtests/contract.ts";
import type { Batch } from "../../server/batches/contract.ts";
import type { PostedComment } from "../../server/comments/contract.ts";
import type { previewRuleUndo } from "../../server/rule-undos/contract.ts";
import { isFarOver } from "../../server/rules/breaker.ts";
import type { SiteRule } from "../../server/rules/contract.ts";
import { tripBreakers } from "../../server/rules/trip-breakers.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aComment, aModerator, appealing, decided, reviewOf } from "../support/factories.ts";
import { until } from "../support/until.ts";

type Preview = z.output<typeof previewRuleUndo.response>;

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
    ["one more than were seen, at the edge of the hour", 30, 29, 1, 1_000, true],
    ["twenty of a hundred, after a back-test of no comments", 20, 100, 0, 0, true],
    ["nineteen of nineteen, after a back-test of no comments", 19, 19, 0, 0, false],
    ["one in five hundred, after a back-test of no comments", 40, 20_000, 0, 0, false],
  ])("%s", (_what, hits, seen, testedHits, testedSeen, over) => {
    expect(isFarOver({ hits, seen, testedHits, testedSeen })).toBe(over);
  });
});

describe("on a site", () => {
  const RULES = "/api/sites/demo/rules";
  let app: TestApp;
  let rule: SiteRule;
  let held: { id: string };
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

    held = await post("The casino again", 1);
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

  describe("what the rule did, taken back", () => {
    const undo = (wish: object = {}) =>
      app.owner.post<Batch>(`${RULES}/${rule.id}/undo`, { reason: "It was too broad.", ...wish });
    const preview = async (wish: object = {}) =>
      (await app.owner.post<Preview>(`${RULES}/${rule.id}/undo/preview`, wish)).body;
    let approvedByPerson: { id: string };
    let contested: PostedComment;
    let rude: { id: string };
    let batch: Batch;
    beforeAll(async () => {
      approvedByPerson = await post("Somebody likes this casino", 1);
      await decided(app.owner, approvedByPerson.id, "approve");
      contested = await aComment(app, { text: "A casino that I contest." });
      rude = await post("You idiot of a casino", 1);
      await appealing(app, contested);
    });

    test("is told beforehand, with what would stay and why", async () => {
      expect(await preview()).toMatchObject({
        // 24 rejected and one held by it alone, and one that is rude besides.
        count: 26,
        published: 25,
        held: 1,
        alike: 0,
        since: 1,
        elsewhere: 1,
        sample: expect.arrayContaining([expect.objectContaining({ text: expect.stringMatching(/casino/i) })]),
      });
      expect(
        await preview({ to: new Date(Date.now() - 3_600_000).toISOString(), from: "2026-01-01T00:00:00Z" }),
      ).toMatchObject({ count: 0 });
    });

    test("is refused for a version or a period that is none, unseen, or by who is no owner", async () => {
      const { client } = await aModerator(app);
      const path = `${RULES}/${rule.id}/undo`;
      const seen = { count: 26 };
      expect(await undo({ version: 9, seen })).toMatchObject({
        status: 422,
        body: { detail: "This rule has no version 9." },
      });
      const [from, to] = ["2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"];
      expect(await undo({ from, to, seen })).toMatchObject({ status: 422 });
      expect(await undo({ seen: { count: 25 } })).toMatchObject({ status: 409, body: { count: 26 } });
      expect(await client.post(path, { reason: "Mine.", seen })).toMatchObject({ status: 403 });
    });

    test("goes where the other rules had led, once, and leaves what a person decided, must judge or is on", async () => {
      const { client } = await aModerator(app, { sites: [app.site] });
      expect(await client.post(`/api/comments/${held.id}/claim`)).toMatchObject({ status: 200 });
      const key = { "idempotency-key": "undo-of-casino" };
      const wish = { reason: "It was too broad.", seen: { count: 26 } };
      const send = () => app.owner.post<Batch>(`${RULES}/${rule.id}/undo`, wish, key);
      const answers = [await send(), await send()];
      batch = (answers[0] as { body: Batch }).body;
      expect(batch).toMatchObject({
        total: 26,
        outcomes: { decided: 25, claimed: 1 },
        rule: { name: "Casino", version: null },
        action: "undo",
      });
      expect(answers[1]).toMatchObject({ status: 201, body: { id: batch.id } });
      expect(await reviewOf(app.owner, rude.id)).toMatchObject({ status: "held" });
      expect(await reviewOf(app.owner, contested.id)).toMatchObject({ status: "rejected" });
      expect(await reviewOf(app.owner, approvedByPerson.id)).toMatchObject({ status: "approved" });
      expect(await preview()).toMatchObject({ count: 1, since: 26 });
      const { body } = await app.owner.get<{ items: object[] }>("/api/log?type=rule.undone");
      expect(body.items).toEqual([
        expect.objectContaining({
          data: expect.objectContaining({ batchId: batch.id, total: 26, reason: "It was too broad." }),
        }),
      ]);
    });

    test("can be brought back as a whole", async () => {
      const { body } = await app.owner.post<Batch>(`/api/batches/${batch.id}/undo`, {
        reason: "It was right.",
      });
      expect(body).toMatchObject({ total: 25, outcomes: { decided: 25 }, undoOf: batch.id });
      expect(await reviewOf(app.owner, rude.id)).toMatchObject({ status: "rejected" });
    });
  });
});
