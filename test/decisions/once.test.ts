import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Decision } from "../../server/decisions/contract.ts";
import { undoDecision } from "../../server/decisions/undo.ts";
import { newId } from "../../server/ids.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Client } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  type Colleague,
  decided,
  queueOf,
  reviewOf,
  whoIs,
} from "../support/factories.ts";
import { until } from "../support/until.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
});
afterAll(() => app.close());

const decide = <T = Decision>(id: string, key: string, body: object = {}, client: Client = ada.client) =>
  client.post<T>(
    `/api/comments/${id}/decisions`,
    { action: "reject", version: 2, reason: "spam", note: "again", ...body },
    { "idempotency-key": key },
  );
const undo = <T = Decision>(id: string, body?: object, key?: string, client: Client = ada.client) =>
  client.post<T>(`/api/decisions/${id}/undo`, body, key ? { "idempotency-key": key } : {});

async function recorded(commentId: string): Promise<{ decisions: number; events: number }> {
  const { rows } = await app.db.query<{ decisions: number; events: number }>(
    `select (select count(*)::int from decisions where comment_id = $1 and actor = 'moderator') as decisions,
       (select count(*)::int from events where comment_id = $1 and actor like 'moderator/%') as events`,
    [commentId],
  );
  return rows[0] as { decisions: number; events: number };
}

test("a decision sent three times with one key is one decision and one event, and all answers are equal", async () => {
  for (let i = 0; i < 20; i += 1) {
    const { id } = await aHeldComment(app);
    const key = newId();
    const answers = await Promise.all([decide(id, key), decide(id, key), decide(id, key)]);
    answers.push(await decide(id, key));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    for (const { text } of answers) expect(text).toBe(answers[0]?.text);
    expect(await recorded(id)).toEqual({ decisions: 1, events: 1 });
  }
}, 40_000);

test("a decision's webhook is delivered under one event, however often its key comes", async () => {
  const hook = await app.owner.post<{ id: string }>("/api/sites/demo/webhooks", {
    url: "http://127.0.0.1:9/nobody",
    events: ["comment.rejected"],
  });
  expect(hook.status).toBe(201);
  const { id } = await aHeldComment(app);
  const key = newId();
  for (let i = 0; i < 3; i += 1) await decide(id, key);
  const count = async (sql: string) => (await app.db.query(sql)).rowCount;
  await until("the outbox is empty", async () => (await count(`select from outbox`)) === 0);
  expect(await count(`select from deliveries where comment_id = '${id}'`)).toBe(1);
});

test("a key that was used for another decision is refused and decides nothing", async () => {
  const [one, two] = [await aHeldComment(app), await aHeldComment(app)];
  const key = newId();
  expect((await decide(one.id, key)).status).toBe(201);
  const others = [
    await decide(two.id, key),
    await decide(one.id, key, { action: "approve" }),
    await decide(one.id, key, { note: "else" }),
    await undo(two.id, {}, key),
  ];
  expect(others.map(({ status }) => status)).toEqual([422, 422, 422, 404]);
  expect(await recorded(two.id)).toEqual({ decisions: 0, events: 0 });
  const both = [await aHeldComment(app), await aHeldComment(app)];
  const shared = newId();
  const raced = await Promise.all(both.map(({ id }) => decide(id, shared)));
  expect(raced.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test("two moderators' keys are apart, and a key whose decision was refused is free", async () => {
  const [one, two] = [await aHeldComment(app), await aHeldComment(app)];
  const key = newId();
  expect((await decide(one.id, key)).status).toBe(201);
  expect((await decide(two.id, key, {}, ben.client)).status).toBe(201);
  const third = await aHeldComment(app);
  const free = newId();
  expect((await decide(third.id, free, { version: 1 })).status).toBe(409);
  expect((await decide(third.id, free)).status).toBe(201);
});

test("an undo sent three times with one key is one undo", async () => {
  const { id } = await aHeldComment(app);
  const { id: decision } = await decided(ada.client, id, "reject");
  const key = newId();
  const answers = await Promise.all([1, 2, 3].map(() => undo(decision, undefined, key)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  for (const { text } of answers) expect(text).toBe(answers[0]?.text);
  expect(await recorded(id)).toEqual({ decisions: 2, events: 2 });
});

test("one's own decision of the last ten seconds is taken back without a word, later only with one", async () => {
  const { id } = await aHeldComment(app);
  const place = async () => (await queueOf(app.owner)).items.find((item) => item.id === id)?.queuedAt;
  const [before, reader] = [await place(), (await reviewOf(app.owner, id)).reader];
  const decision = await decided(ada.client, id, "reject");
  expect(await place()).toBeUndefined();
  const by = await whoIs(app, ada.client);
  const at = (ms: number) => new Date(Date.parse(decision.createdAt) + ms);
  await expect(undoDecision(app.db, by, { decisionId: decision.id }, at(10_001))).rejects.toMatchObject({
    code: "reason_required",
    message: "You decided this more than 10 seconds ago. Say why you take it back.",
  });
  await expect(
    undoDecision(app.db, by, { decisionId: decision.id, reason: "" }, at(10_001)),
  ).rejects.toMatchObject({ code: "reason_required" });
  expect(await place()).toBeUndefined();
  const late = await undoDecision(app.db, by, { decisionId: decision.id, reason: "Misread" }, at(3_600_000));
  expect(late.decision).toMatchObject({ note: "Misread", reason: null, undoOf: decision.id, status: "held" });
  expect(await place()).toBe(before);
  expect((await reviewOf(app.owner, id)).reader).toEqual(reader);

  const again = await decided(ada.client, id, "approve");
  const atOnce = new Date(Date.parse(again.createdAt) + 10_000);
  await undoDecision(app.db, by, { decisionId: again.id }, atOnce);
  expect(await recorded(id)).toEqual({ decisions: 4, events: 4 });
});

test("what another or a rule decided is taken back only with a reason", async () => {
  const { id } = await aHeldComment(app);
  const decision = await decided(ada.client, id, "approve");
  const refused = await undo<{ code: string; detail: string }>(decision.id, {}, undefined, ben.client);
  expect([refused.status, refused.body.code]).toEqual([422, "reason_required"]);
  expect(refused.body.detail).toBe("Ada decided this. Say why you take it back.");
  expect((await undo(decision.id, { reason: "   " }, undefined, ben.client)).status).toBe(422);
  expect((await undo(decision.id, { reason: "A threat" }, undefined, ben.client)).status).toBe(201);
});
