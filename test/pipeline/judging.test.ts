import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { OwnComment } from "../../server/comments/contract.ts";
import { moderateComments } from "../../workers/moderate-comments.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aPendingComment, bearer, decided, harmless, reviewOf, rude } from "../support/factories.ts";
import {
  brokenScorer,
  everySite,
  plainScorer,
  type ThinkingScorer,
  thinkingScorer,
} from "../support/scorers.ts";
import { until } from "../support/until.ts";

let app: TestApp;
const scorer: ThinkingScorer = thinkingScorer();
beforeAll(async () => {
  app = await startApp({ scorers: [scorer] });
});
beforeEach(() => scorer.think());
afterEach(() => scorer.stopThinking());
afterAll(() => app.close());

const asked = (text: string): Promise<void> =>
  until("the scorer was asked", () => scorer.asked.includes(text));

async function decisionsOn(
  id: string,
): Promise<{ actor: string; action: string; version: number; revision: number; status: string }[]> {
  const { rows } = await app.db.query(
    `select actor, action, version, revision, status from decisions where comment_id = $1 order by version`,
    [id],
  );
  return rows;
}

for (const action of ["approve", "reject", "hold"] as const) {
  test(`a rule cannot overrule a moderator who chose to ${action} while the scorer was thinking`, async () => {
    const comment = await aPendingComment(app, { text: rude() });
    await asked(comment.text);
    const decision = await decided(app.owner, comment.id, action);
    scorer.answer();
    await app.drain();
    expect(await decisionsOn(comment.id)).toEqual([expect.objectContaining({ actor: "moderator", action })]);
    expect(await reviewOf(app.owner, comment.id)).toMatchObject({
      status: decision.status,
      decision: { id: decision.id },
    });
  });
}

test("a rule cannot decide again what a moderator decided and took back while the scorer was thinking", async () => {
  const comment = await aPendingComment(app);
  await asked(comment.text);
  const { id } = await decided(app.owner, comment.id, "reject");
  await app.owner.post(`/api/decisions/${id}/undo`);
  scorer.answer();
  await app.drain();
  expect((await decisionsOn(comment.id)).map(({ actor }) => actor)).toEqual(["moderator", "moderator"]);
  expect((await reviewOf(app.owner, comment.id)).status).toBe("held");
});

test("scores that come after a moderator's decision are kept all the same", async () => {
  const comment = await aPendingComment(app, { text: rude() });
  await asked(comment.text);
  await decided(app.owner, comment.id, "approve");
  scorer.answer();
  await app.drain();
  expect((await reviewOf(app.owner, comment.id)).scores.TOXICITY).toBe(0.95);
});

test("a verdict on words that were edited meanwhile is dropped, and the new words are judged", async () => {
  const comment = await aPendingComment(app, { text: rude() });
  await asked(comment.text);
  const text = harmless();
  const edited = await app.reader.patch<OwnComment>(
    `/api/sites/demo/comments/${comment.id}`,
    { text },
    bearer(comment),
  );
  expect(edited.body).toMatchObject({ status: "pending", text });
  await asked(text);
  scorer.answer();
  await app.drain();
  expect(await decisionsOn(comment.id)).toMatchObject([
    { actor: "reader", action: "resubmit" },
    { actor: "rules", action: "approve", revision: 2, status: "approved" },
  ]);
  expect((await reviewOf(app.owner, comment.id)).scores.TOXICITY).toBe(0.02);
});

test("an old verdict that comes after the new one changes nothing", async () => {
  const comment = await aPendingComment(app);
  await asked(comment.text);
  const text = rude();
  await app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text }, bearer(comment));
  await moderateComments(app.db, everySite([plainScorer()]), [comment.id]);
  scorer.stopThinking();
  await app.drain();
  expect((await decisionsOn(comment.id)).map(({ actor, status }) => `${actor} ${status}`)).toEqual([
    "reader pending",
    "rules held",
  ]);
});

test("a comment withdrawn while the scorer was thinking stays withdrawn", async () => {
  const comment = await aPendingComment(app);
  await asked(comment.text);
  await app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));
  scorer.answer();
  await app.drain();
  expect((await reviewOf(app.owner, comment.id)).status).toBe("withdrawn");
});

test("a job run twice, and three times at once, decides once", async () => {
  scorer.stopThinking();
  const comments = await Promise.all([aPendingComment(app), aPendingComment(app, { text: rude() })]);
  const ids = comments.map(({ id }) => id);
  await Promise.all([1, 2, 3].map(() => moderateComments(app.db, everySite([plainScorer()]), ids)));
  await app.drain();
  await moderateComments(app.db, everySite([plainScorer()]), ids);
  for (const id of ids) expect(await decisionsOn(id)).toHaveLength(1);
  const { rows } = await app.db.query(
    `select type from events where comment_id = any($1) and type <> 'comment.posted'`,
    [ids],
  );
  expect(rows.map(({ type }) => type).sort()).toEqual(["comment.approved", "comment.held"]);
});

test("a scorer that breaks loses no comment: it is held as unscored", async () => {
  await app.stopWorkers();
  await app.startWorkers([brokenScorer()]);
  const comment = await aPendingComment(app);
  await app.drain();
  expect(await reviewOf(app.owner, comment.id)).toMatchObject({
    status: "held",
    unscored: true,
    scorers: [{ scorer: "broken", scores: null, unavailable: expect.any(String) }],
  });
});

test("the first scorer that can answer speaks for an attribute, and each one's own answer is kept", async () => {
  await app.stopWorkers();
  await app.startWorkers([brokenScorer(), plainScorer()]);
  const comment = await aPendingComment(app, { text: rude() });
  await app.drain();
  const review = await reviewOf(app.owner, comment.id);
  expect(review).toMatchObject({ status: "held", unscored: false, scores: { TOXICITY: 0.95 } });
  expect(review.scorers.map(({ scorer: name }) => name).sort()).toEqual(["broken", "plain"]);
});
