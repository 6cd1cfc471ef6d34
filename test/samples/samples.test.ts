import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Decision } from "../../server/decisions/contract.ts";
import { newId } from "../../server/ids.ts";
import { isSampled } from "../../server/samples/choose.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  appealing,
  bearer,
  type Colleague,
  decided,
  harmless,
  queueOf,
  reviewOf,
  threadOf,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
beforeAll(async () => {
  app = await startApp({ settings: { auditShare: 1 } });
  ada = await aModerator(app, { name: "Ada" });
});
afterAll(() => app.close());

const judging = async (id: string, verdict: string, more: object = {}) =>
  ada.client.post<{ verdict: string; decision: Decision | null }>(`/api/comments/${id}/judgements`, {
    verdict,
    version: (await reviewOf(ada.client, id)).version,
    ...more,
  });
const waits = async (id: string): Promise<boolean> =>
  (await queueOf(ada.client, { queue: "sample", limit: "200" })).items.some((item) => item.id === id);

describe("the sample", () => {
  test("is of what the rules approve: not of what they hold, nor of what people approve", async () => {
    const passed = await anApprovedComment(app);
    const held = await aHeldComment(app);
    await decided(ada.client, held.id, "approve");
    expect([await waits(passed.id), await waits(held.id)]).toEqual([true, false]);
    expect((await threadOf(app)).items.map(({ id }) => id)).toContain(passed.id);
    const { counts, items } = await queueOf(ada.client, { queue: "sample" });
    expect(counts.sample).toBe(items.length);
  });

  test("has its share, the same comments whoever asks", () => {
    const some = Array.from({ length: 20_000 }, () => ({ commentId: newId(), revision: 1 }));
    const chosen = some.filter((one) => isSampled(one, 0.1));
    expect(chosen.length / some.length).toBeCloseTo(0.1, 1);
    expect(some.filter((one) => isSampled(one, 0.1))).toEqual(chosen);
    expect(some.some((one) => isSampled(one, 0))).toBe(false);
    expect(some.every((one) => isSampled(one, 1))).toBe(true);
    // A larger share keeps what a smaller one had.
    expect(chosen.every((one) => isSampled(one, 0.2))).toBe(true);
  });

  test("is blind wherever it is looked at, until somebody has judged it", async () => {
    const { id } = await anApprovedComment(app);
    const blind = { blind: "sample", scores: {}, spans: [], scorers: [], why: [], decision: null };
    const listed = await queueOf(ada.client, { queue: "sample", sort: "newest" });
    expect(listed.items[0]).toMatchObject({ id, ...blind });
    const { body } = await ada.client.get(`/api/comments/${id}?queue=sample`);
    expect(body).toMatchObject(blind);
    const { body: claimed } = await ada.client.post("/api/queue/claims", { queue: "sample", sort: "newest" });
    expect(claimed).toMatchObject({ item: { id, ...blind } });
    expect(await reviewOf(app.owner, id)).toMatchObject(blind);
    expect((await judging(id, "approve")).status).toBe(201);
    expect(await reviewOf(app.owner, id)).toMatchObject({
      blind: null,
      decision: { actor: { kind: "rules" } },
    });
  });

  test("loses what its author edits, and takes up the new words", async () => {
    const comment = await anApprovedComment(app);
    const path = `/api/sites/demo/comments/${comment.id}`;
    await app.reader.patch(path, { text: harmless() }, bearer(comment));
    await app.drain();
    expect(await waits(comment.id)).toBe(true);
    await app.reader.patch(path, { text: "You are an idiot." }, bearer(comment));
    await app.drain();
    expect(await reviewOf(ada.client, comment.id)).toMatchObject({ status: "held", queues: ["held"] });
  });
});

describe("a second opinion", () => {
  let ben: Colleague;
  beforeAll(async () => {
    ben = await aModerator(app, { name: "Ben" });
    await app.settings({ auditShare: 1, secondOpinionShare: 1 });
  });
  afterAll(() => app.settings({ auditShare: 1, secondOpinionShare: 0 }));
  const judgedBy = async ({ client }: Colleague, id: string, verdict: string) =>
    client.post<{ decision: Decision | null }>(`/api/comments/${id}/judgements`, {
      verdict,
      version: (await reviewOf(client, id)).version,
    });
  const seenBy = async ({ client }: Colleague, id: string) =>
    (await queueOf(client, { queue: "sample", limit: "200" })).items.find((item) => item.id === id);
  const countFor = async ({ client }: Colleague) =>
    (await queueOf(client, { queue: "sample" })).counts.sample;

  test("is a colleague's, who is not told of the first, not even when that one refused", async () => {
    const comment = await anApprovedComment(app);
    const before = await seenBy(ben, comment.id);
    const [adas, bens] = [await countFor(ada), await countFor(ben)];
    const first = await judgedBy(ada, comment.id, "reject");
    expect(first.body.decision).toMatchObject({ action: "reject" });
    expect((await threadOf(app)).items.map(({ id }) => id)).not.toContain(comment.id);
    expect([await countFor(ada), await countFor(ben)]).toEqual([adas - 1, bens]);
    expect(await seenBy(ada, comment.id)).toBe(undefined);
    expect((await judgedBy(ada, comment.id, "approve")).status).toBe(409);
    const version = expect.any(Number);
    expect(await seenBy(ben, comment.id)).toEqual({ ...before, version, reader: expect.anything() });
    const timeline = (who: Colleague) =>
      who.client.get(`/api/readers/${before?.reader.id}/timeline`).then(({ text }) => text);
    expect(await timeline(ben)).not.toContain("rejected");
    expect(await timeline(ada)).toContain("rejected");
    // It is kept, and what the first decided stands.
    expect((await judgedBy(ben, comment.id, "approve")).body.decision).toBe(null);
    expect(await reviewOf(ben.client, comment.id)).toMatchObject({ blind: null, status: "rejected" });
    expect([await countFor(ada), await countFor(ben)]).toEqual([adas - 1, bens - 1]);
  });

  test("that refuses what the first approved is a decision", async () => {
    const { id } = await anApprovedComment(app);
    expect((await judgedBy(ada, id, "approve")).status).toBe(201);
    expect(await reviewOf(ada.client, id)).toMatchObject({ blind: null, queues: [] });
    expect((await judgedBy(ben, id, "reject")).body.decision).toMatchObject({ action: "reject" });
  });

  test("is not asked for while the author contests what the first refused", async () => {
    const comment = await anApprovedComment(app, { name: "Contesting" });
    await judgedBy(ada, comment.id, "reject");
    expect(await seenBy(ben, comment.id)).toBeDefined();
    await appealing(app, comment);
    expect(await seenBy(ben, comment.id)).toBe(undefined);
  });
});

describe("a verdict", () => {
  test("that agrees is kept and changes nothing", async () => {
    const { id } = await anApprovedComment(app);
    const { version } = await reviewOf(ada.client, id);
    expect((await judging(id, "approve")).body).toEqual({ verdict: "approve", decision: null });
    expect(await waits(id)).toBe(false);
    expect(await reviewOf(ada.client, id)).toMatchObject({ status: "approved", version });
    expect((await judging(id, "reject")).status).toBe(409);
    const { rows } = await app.db.query(
      `select verdict, moderator_id from judgements where comment_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ verdict: "approve", moderator_id: ada.id }]);
  });

  test("that refuses is a decision with its reason, and can be taken back", async () => {
    const comment = await anApprovedComment(app);
    const { body } = await judging(comment.id, "reject", { reason: "spam" });
    expect(body.decision).toMatchObject({ action: "reject", reason: "spam", actor: { name: "Ada" } });
    expect((await threadOf(app)).items.map(({ id }) => id)).not.toContain(comment.id);
    expect((await ada.client.post(`/api/decisions/${body.decision?.id}/undo`)).status).toBe(201);
    expect((await threadOf(app)).items.map(({ id }) => id)).toContain(comment.id);
    expect(await waits(comment.id)).toBe(false);
  });

  test("is refused on what is no sample, or has moved on", async () => {
    const held = await aHeldComment(app);
    expect((await judging(held.id, "approve")).status).toBe(409);
    const { id } = await anApprovedComment(app);
    expect((await judging(id, "approve", { version: 1 })).status).toBe(409);
    await decided(ada.client, id, "approve");
    expect((await judging(id, "approve")).status).toBe(201);
    await expect(app.db.query(`update judgements set verdict = 'reject'`)).rejects.toThrow(
      "permission denied",
    );
  });
});
