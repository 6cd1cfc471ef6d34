import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Batch } from "../../server/batches/contract.ts";
import type { PostedComment } from "../../server/comments/contract.ts";
import type { DecisionMade } from "../../server/decisions/contract.ts";
import { newId } from "../../server/ids.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Refusal } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  type Colleague,
  decided,
  inHours,
  posting,
  queueOf,
  readerOf,
  reviewOf,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
});
afterAll(() => app.close());

const rejecting = <T = DecisionMade>(id: string, more: object, key = newId(), by = ada) =>
  by.client.post<T>(
    `/api/comments/${id}/decisions`,
    { action: "reject", version: 2, reason: "insult", ...more },
    { "idempotency-key": key },
  );
const undoing = (decision: DecisionMade, key = newId()) =>
  ada.client.post<DecisionMade>(`/api/decisions/${decision.id}/undo`, {}, { "idempotency-key": key });
const batchOf = async ({ others }: DecisionMade): Promise<Batch> =>
  (await ada.client.get<Batch>(`/api/batches/${others?.batchId}`)).body;
const statusOf = async ({ id }: { id: string }) => (await reviewOf(app.owner, id)).status;
const statuses = (comments: { id: string }[]) => Promise.all(comments.map(statusOf));

/** One reader's waiting comments. */
async function waitingOfOne(n: number): Promise<PostedComment[]> {
  const first = await aHeldComment(app);
  const more = await Promise.all(Array.from({ length: n - 1 }, () => aHeldComment(app, { as: first })));
  return [first, ...more];
}

test("a rejection suspends its author in the same breath, with the words of its reason, and its undo lifts that", async () => {
  const comment = await aHeldComment(app);
  const { status, body } = await rejecting(comment.id, { reader: { action: "suspend", until: inHours(24) } });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    status: "rejected",
    others: null,
    sanction: { kind: "suspend", active: true, decisionId: body.id },
  });
  expect(body.sanction?.words).toBe("It attacks a person rather than what they said.");
  expect((await posting(app, { as: comment })).status).toBe(403);
  expect((await reviewOf(ben.client, comment.id)).reader.sanctions).toEqual([body.sanction]);
  const undone = await undoing(body);
  expect(undone.body).toMatchObject({ status: "held", sanction: { id: body.sanction?.id, active: false } });
  expect((await posting(app, { as: comment })).status).toBe(201);
});

test("a sanction that is not sound, or a decision that comes too late, leaves both undone", async () => {
  const comment = await aHeldComment(app);
  expect((await rejecting(comment.id, { reader: { action: "suspend" } })).status).toBe(422);
  expect(await statusOf(comment)).toBe("held");
  expect((await rejecting(comment.id, { version: 1, reader: { action: "ban" } })).status).toBe(409);
  expect((await reviewOf(ada.client, comment.id)).reader.sanctions).toEqual([]);
  expect((await rejecting(comment.id, { action: "approve", alsoWaiting: true })).status).toBe(422);
});

test("what else its author has waiting is rejected with it in one act, but not what a colleague is on", async () => {
  const [first, second, third, claimed] = (await waitingOfOne(4)) as [
    PostedComment,
    PostedComment,
    PostedComment,
    PostedComment,
  ];
  const somebodyElses = await aHeldComment(app);
  await ben.client.post(`/api/comments/${claimed.id}/claim`, {});
  const { body } = await rejecting(first.id, {
    reader: { action: "ban", words: "Enough." },
    alsoWaiting: true,
  });
  expect(body.others).toMatchObject({ total: 3, decided: 2, more: 0 });
  expect(await batchOf(body)).toMatchObject({
    action: "reject",
    reason: "insult",
    outcomes: { decided: 2, claimed: 1 },
    left: { items: [{ commentId: claimed.id, outcome: "claimed", by: { name: "Ben" } }] },
  });
  expect(await statuses([first, second, third, claimed, somebodyElses])).toEqual([
    "rejected",
    "rejected",
    "rejected",
    "held",
    "held",
  ]);
  const { rows } = await app.db.query(
    `select count(*)::int as n from events where data->>'beside' = $1 and type = 'comment.rejected'`,
    [body.id],
  );
  expect(rows).toEqual([{ n: 2 }]);
  expect((await reviewOf(ada.client, second.id)).decision).toMatchObject({ reason: "insult" });
});

test("undoing it takes everything back, each to its place, but for what was decided since", async () => {
  const [first, second, third] = (await waitingOfOne(3)) as [PostedComment, PostedComment, PostedComment];
  const places = async () =>
    (await queueOf(app.owner, { limit: "200" })).items
      .filter(({ id }) => [first.id, second.id].includes(id))
      .map(({ id, queuedAt }) => [id, queuedAt]);
  const before = await places();
  const { body } = await rejecting(first.id, { reader: { action: "mute" }, alsoWaiting: true });
  await decided(ben.client, third.id, "approve");
  const { status, body: undone } = await undoing(body);
  expect(status).toBe(201);
  expect(await batchOf(undone)).toMatchObject({
    action: "undo",
    undoOf: body.others?.batchId,
    outcomes: { decided: 1, changed: 1 },
    left: { items: [{ commentId: third.id, outcome: "changed", by: { name: "Ben" } }] },
  });
  expect(await batchOf(body)).toMatchObject({ undoneBy: undone.others?.batchId });
  expect(await statuses([first, second, third])).toEqual(["held", "held", "approved"]);
  expect(await places()).toEqual(before);
  expect((await reviewOf(ada.client, first.id)).reader).toMatchObject({ rejected: 0, sanctions: [] });
});

test("the others may be taken back alone, and are not taken back again with the decision", async () => {
  const [first, second] = (await waitingOfOne(2)) as [PostedComment, PostedComment];
  const { body } = await rejecting(first.id, { alsoWaiting: true });
  const { status } = await ada.client.post(`/api/batches/${body.others?.batchId}/undo`);
  expect(status).toBe(201);
  expect(await statuses([first, second])).toEqual(["rejected", "held"]);
  await decided(ben.client, second.id, "approve");
  expect((await undoing(body)).body).toMatchObject({ status: "held", others: null });
  expect(await statuses([first, second])).toEqual(["held", "approved"]);
});

test("sent three times with one key it is one decision, one sanction and one lot of others, and so is its undo", async () => {
  const [first] = await waitingOfOne(3);
  const id = (first as PostedComment).id;
  const key = newId();
  const wish = { reader: { action: "suspend", until: inHours(2) }, alsoWaiting: true };
  const answers = await Promise.all([1, 2, 3].map(() => rejecting(id, wish, key)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.body.others).toMatchObject({ total: 2, decided: 2 });
  expect((await rejecting<Refusal>(id, { alsoWaiting: true }, key)).status).toBe(422);
  const undoKey = newId();
  const undone = await Promise.all([1, 2, 3].map(() => undoing(answers[0]?.body as DecisionMade, undoKey)));
  expect(undone.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(undone.map(({ text }) => text)).size).toBe(1);
});

test("two moderators who reject two comments of one reader, each with all the others, wait for each other in turn", async () => {
  for (let i = 0; i < 5; i += 1) {
    const comments = await waitingOfOne(6);
    const [a, b] = comments as [PostedComment, PostedComment];
    const both = await Promise.all([
      rejecting(a.id, { alsoWaiting: true }),
      rejecting(b.id, { alsoWaiting: true }, newId(), ben),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(new Set(await statuses(comments))).toEqual(new Set(["rejected"]));
    expect(await readerOf(app, a)).toBe(await readerOf(app, b));
  }
});
