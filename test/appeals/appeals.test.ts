import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { makeAppeal } from "../../server/appeals/make.ts";
import type { PostedComment } from "../../server/comments/contract.ts";
import type { Decision } from "../../server/decisions/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  appealed,
  appealing,
  aSite,
  bearer,
  type Colleague,
  decided,
  queueOf,
  readerOf,
  reviewOf,
  sanctioned,
  threadOf,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
});
afterAll(() => app.close());

const waitsFor = async ({ client }: Colleague, id: string): Promise<boolean> =>
  (await queueOf(client, { queue: "appealed" })).items.some((item) => item.id === id);
const own = async (comment: PostedComment): Promise<PostedComment> =>
  (await app.reader.get<PostedComment>(`/api/sites/demo/comments/${comment.id}`, bearer(comment))).body;
const judging = (by: Colleague, appealId: string, verdict = "approve") =>
  by.client.post(`/api/appeals/${appealId}/judgements`, { verdict });
async function deciding<T = Decision>(by: Colleague, id: string, outcome: string, more: object = {}) {
  const { appeal, version } = await reviewOf(by.client, id);
  return by.client.post<T>(`/api/appeals/${appeal?.id}/decisions`, { outcome, version, ...more });
}

describe("an author", () => {
  test("contests a refusal once, and sees what became of it", async () => {
    const comment = await aHeldComment(app);
    await decided(ada.client, comment.id, "reject", { reason: "insult" });
    const refused = await own(comment);
    expect(refused).toMatchObject({ status: "rejected", appeal: null });
    expect(Date.parse(refused.appealableUntil ?? "")).toBeGreaterThan(Date.now() + 180 * 86_400_000);
    const { status, body } = await appealing(app, comment, "I meant the bridge.");
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ text: "I meant the bridge.", outcome: null }),
    ]);
    expect(await own(comment)).toMatchObject({ appealableUntil: null, appeal: { outcome: null } });
    expect((await appealing(app, comment)).status).toBe(409);
  });

  test("needs the token, a refusal, and words", async () => {
    const comment = await anApprovedComment(app);
    const other = await anApprovedComment(app);
    expect((await appealing(app, comment)).status).toBe(409);
    await decided(ada.client, comment.id, "reject");
    const path = `/api/sites/demo/comments/${comment.id}/appeals`;
    expect((await app.reader.post(path, { text: "Why?" })).status).toBe(401);
    expect((await app.reader.post(path, { text: "Why?" }, bearer(other))).status).toBe(404);
    for (const text of ["  ", "x".repeat(2_001)])
      expect((await appealing(app, comment, text)).status).toBe(400);
    expect((await appealing(app, comment, "x".repeat(2_000))).status).toBe(201);
  });

  test("may do so for six months", async () => {
    const comment = await anApprovedComment(app);
    const { createdAt } = await decided(ada.client, comment.id, "reject");
    const { rows } = await app.db.query<{ reader_id: string }>(
      `select reader_id from comments where id = $1`,
      [comment.id],
    );
    const asked = {
      site: app.site,
      commentId: comment.id,
      readerId: rows[0]?.reader_id ?? null,
      text: "Late.",
    };
    const days = (n: number) => new Date(Date.parse(createdAt) + n * 86_400_000);
    await expect(makeAppeal(app.db, asked, days(186))).rejects.toMatchObject({ code: "conflict" });
    expect(await makeAppeal(app.db, asked, days(179))).toMatchObject({ outcome: null });
  });
});

describe("an appeal", () => {
  test("is for any moderator but the one who decided", async () => {
    const comment = await appealed(app, ada);
    expect([await waitsFor(ada, comment.id), await waitsFor(ben, comment.id)]).toEqual([false, true]);
    expect((await queueOf(ada.client)).counts.appealed).toBe(
      (await queueOf(ada.client, { queue: "appealed" })).items.length,
    );
    const { appeal } = await reviewOf(ada.client, comment.id);
    expect(appeal?.mayDecide).toBe(false);
    expect((await judging(ada, appeal?.id ?? "")).status).toBe(403);
    expect((await deciding(ada, comment.id, "upheld")).status).toBe(403);
    const elsewhere = await aModerator(app, { sites: [await aSite(app)] });
    expect((await judging(elsewhere, appeal?.id ?? "")).status).toBe(404);
  });

  test("is blind wherever it is looked at, until the moderator has judged it", async () => {
    const comment = await appealed(app, ada, { reason: "insult" });
    const blind = { blind: "appeal", scores: {}, spans: [], scorers: [], why: [], decision: null };
    expect(await reviewOf(ben.client, comment.id)).toMatchObject(blind);
    const listed = await queueOf(ben.client, { queue: "appealed", sort: "newest" });
    expect(listed.items.find(({ id }) => id === comment.id)).toMatchObject(blind);
    const { appeal } = await reviewOf(ben.client, comment.id);
    expect((await deciding(ben, comment.id, "overturned")).status).toBe(409);
    expect((await judging(ben, appeal?.id ?? "", "approve")).status).toBe(201);
    expect(await reviewOf(ben.client, comment.id)).toMatchObject({
      blind: null,
      decision: { actor: { name: "Ada" }, reason: "insult" },
      why: expect.arrayContaining([expect.objectContaining({ rule: "score-toxicity" })]),
      appeal: { ownJudgement: "approve", mayDecide: true },
    });
    expect((await judging(ben, appeal?.id ?? "", "reject")).status).toBe(409);
    // For everybody else it is blind still.
    expect((await reviewOf(app.owner, comment.id)).blind).toBe("appeal");
  });

  test("that is granted makes the comment public again in its place, and its author hears of it", async () => {
    const comment = await appealed(app, ada);
    const reader = await openSocket(app.address, "/readers", {
      auth: { site: "demo", article: "https://news.example/bridge", token: comment.token },
    });
    await judging(ben, (await reviewOf(ben.client, comment.id)).appeal?.id ?? "");
    const { status, body } = await deciding(ben, comment.id, "overturned");
    expect([status, body]).toMatchObject([
      201,
      { action: "approve", status: "approved", actor: { name: "Ben" } },
    ]);
    expect((await threadOf(app)).items.map(({ id }) => id)).toContain(comment.id);
    await reader.heard("comment.approved", comment.id);
    reader.close();
    expect(await waitsFor(ben, comment.id)).toBe(false);
    expect((await reviewOf(ben.client, comment.id)).appeal?.outcome).toBe("overturned");
    // Refused anew, it can be contested anew.
    await decided(ada.client, comment.id, "reject");
    expect((await appealing(app, comment)).status).toBe(201);
  });

  test("can be made by a reader who is banned", async () => {
    const comment = await aHeldComment(app);
    await decided(ada.client, comment.id, "reject");
    await sanctioned(app.owner, await readerOf(app, comment), { kind: "ban", words: "Enough." });
    expect((await appealing(app, comment)).status).toBe(201);
  });

  test("that is turned down is a second refusal with a reason, and the last word", async () => {
    const comment = await appealed(app, ada, { reason: "insult" });
    await judging(ben, (await reviewOf(ben.client, comment.id)).appeal?.id ?? "", "reject");
    const { body } = await deciding(ben, comment.id, "upheld");
    expect(body).toMatchObject({ action: "reject", reason: "insult", actor: { name: "Ben" } });
    expect(await own(comment)).toMatchObject({
      status: "rejected",
      appeal: { outcome: "upheld" },
      appealableUntil: null,
    });
    expect((await appealing(app, comment)).status).toBe(409);
    expect(await waitsFor(ben, comment.id)).toBe(false);
  });

  test("is decided once, whoever asks at the same moment, and again by the same key", async () => {
    const comment = await appealed(app, ada);
    const cem = await aModerator(app, { name: "Cem" });
    const id = (await reviewOf(ben.client, comment.id)).appeal?.id ?? "";
    for (const by of [ben, cem]) await judging(by, id);
    const { version } = await reviewOf(ben.client, comment.id);
    const ask = (by: Colleague, key: string) =>
      by.client.post<Decision>(
        `/api/appeals/${id}/decisions`,
        { outcome: "overturned", version },
        { "idempotency-key": key },
      );
    const answers = await Promise.all([ask(ben, "b"), ask(ben, "b"), ask(cem, "c")]);
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const { rows } = await app.db.query(
      `select type from events where comment_id = $1 and type = 'appeal.decided'`,
      [comment.id],
    );
    expect(rows).toHaveLength(1);
  });

  test("comes back when the decision on it is taken back", async () => {
    const comment = await appealed(app, ada);
    await judging(ben, (await reviewOf(ben.client, comment.id)).appeal?.id ?? "");
    for (const outcome of ["overturned", "upheld"]) {
      const { body } = await deciding(ben, comment.id, outcome);
      expect((await ben.client.post(`/api/decisions/${body.id}/undo`)).status).toBe(201);
      expect(await waitsFor(ben, comment.id)).toBe(true);
      expect(await own(comment)).toMatchObject({ status: "rejected", appeal: { outcome: null } });
    }
  });

  test("is granted when the one who refused takes that back", async () => {
    const comment = await appealed(app, ada);
    const { decision } = await reviewOf(ada.client, comment.id);
    await ada.client.post(`/api/decisions/${decision?.id}/undo`, { reason: "My mistake." });
    expect(await waitsFor(ben, comment.id)).toBe(false);
    expect((await reviewOf(ben.client, comment.id)).appeal?.outcome).toBe("overturned");
  });

  test("that nobody else could decide waits, and the owner and the operator are told", async () => {
    const site = await aSite(app);
    const lone = await aModerator(app, { role: "owner" });
    const comment = await aHeldComment(app, { site: site.slug });
    await decided(lone.client, comment.id, "reject");
    const path = `/api/sites/${site.slug}/comments/${comment.id}/appeals`;
    expect((await app.reader.post(path, { text: "Why?" }, bearer(comment))).status).toBe(201);
    expect((await queueOf(app.owner, { site: site.slug })).counts).toMatchObject({
      appealed: 1,
      stuckAppeals: 0,
    });
    const { rows } = await app.db.query<{ id: string }>(
      `update moderators set deactivated_at = now() where role = 'owner' and id <> $1 returning id`,
      [lone.id],
    );
    try {
      expect((await queueOf(lone.client, { site: site.slug })).counts).toMatchObject({
        appealed: 0,
        stuckAppeals: 1,
      });
      const ready = (await (await fetch(`${app.address}/readyz`)).json()) as {
        status: string;
        appeals: string;
      };
      expect([ready.status, ready.appeals]).toEqual(["ok", expect.stringMatching(/^\d+ wait/)]);
    } finally {
      await app.db.query(`update moderators set deactivated_at = null where id = any($1)`, [
        rows.map(({ id }) => id),
      ]);
    }
  });
});
