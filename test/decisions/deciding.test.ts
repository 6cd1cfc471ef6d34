import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { OwnComment } from "../../server/comments/contract.ts";
import type { Decision } from "../../server/decisions/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aComment,
  aHeldComment,
  aModerator,
  anApprovedComment,
  aPendingComment,
  bearer,
  decided,
  deciding,
  posting,
  queueOf,
  reviewOf,
} from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const NOBODY = "01890000-0000-7000-8000-000000000000";
const undo = (id: string, client = app.owner, reason?: string) =>
  client.post<Decision>(`/api/decisions/${id}/undo`, { reason });
const withdraw = (comment: { id: string; token: string }) =>
  app.reader.delete<OwnComment>(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));

test("of three hundred people deciding one comment at once, one wins and every other is shown who did what and when", async () => {
  const comment = await aHeldComment(app);
  const { version } = await reviewOf(app.owner, comment.id);
  const people = await Promise.all(["Ada", "Ben", "Cleo"].map((name) => aModerator(app, { name })));
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      deciding(people[i % 3]!.client, comment.id, i % 2 ? "approve" : "reject", { version }),
    ),
  );
  const [winner, ...more] = answers.filter(({ status }) => status === 201).map(({ body }) => body);
  expect(more).toEqual([]);
  const losers = answers.filter(({ status }) => status === 409);
  expect(losers).toHaveLength(299);
  for (const { body } of losers) {
    expect(body).toMatchObject({
      code: "conflict",
      current: {
        who: winner?.actor.name,
        what: winner?.status,
        when: winner?.createdAt,
        decisionId: winner?.id,
        version: version + 1,
        status: winner?.status,
      },
    });
  }
  expect(await reviewOf(app.owner, comment.id)).toMatchObject({
    status: winner?.status,
    version: version + 1,
  });
  const { rowCount } = await app.db.query(`select from decisions where comment_id = $1`, [comment.id]);
  expect(rowCount).toBe(2);
});

test("a decision on a version that was never there is refused, and says what the rules made of the comment", async () => {
  const comment = await aHeldComment(app);
  for (const version of [1, 99]) {
    const { status, body } = await deciding<{ current: object }>(app.owner, comment.id, "approve", {
      version,
    });
    expect(status).toBe(409);
    expect(body.current).toMatchObject({ who: "The site's rules", what: "held", version: 2 });
  }
});

test("a decision on a pending comment that is stale says so without a winner", async () => {
  await app.stopWorkers();
  const comment = await aPendingComment(app);
  const { status, body } = await deciding<{ current: object }>(app.owner, comment.id, "approve", {
    version: 7,
  });
  expect([status, body.current]).toEqual([
    409,
    { who: null, what: "pending", when: null, status: "pending", version: 1 },
  ]);
  await app.startWorkers();
  await app.drain();
});

test("a comment that is not there cannot be decided, nor a decision that is not there undone", async () => {
  expect((await deciding(app.owner, NOBODY, "approve", { version: 1 })).status).toBe(404);
  expect((await undo(NOBODY)).status).toBe(404);
});

test("undo restores the status and the place in the queue", async () => {
  const first = await aHeldComment(app);
  const second = await aHeldComment(app);
  const order = async () => (await queueOf(app.owner)).items.map(({ id, queuedAt }) => `${id} ${queuedAt}`);
  const before = await order();
  for (const action of ["approve", "reject", "hold"] as const) {
    const decision = await decided(app.owner, first.id, action);
    const { status, body } = await undo(decision.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      action: "undo",
      status: "held",
      statusBefore: decision.status,
      undoOf: decision.id,
    });
    expect(await order()).toEqual(before);
  }
  expect(before.findIndex((one) => one.startsWith(first.id))).toBeLessThan(
    before.findIndex((one) => one.startsWith(second.id)),
  );
});

test("undo of a refusal makes an approved comment public again", async () => {
  const comment = await anApprovedComment(app);
  const { id } = await decided(app.owner, comment.id, "reject");
  expect((await app.reader.get(`/api/sites/demo/comments/${comment.id}`)).status).toBe(404);
  await undo(id);
  expect((await app.reader.get(`/api/sites/demo/comments/${comment.id}`)).status).toBe(200);
});

test("undo of what the rules did never leaves a comment where nobody looks", async () => {
  const comment = await anApprovedComment(app);
  const { decision } = await reviewOf(app.owner, comment.id);
  const { body } = await undo(decision?.id as string, app.owner, "A person should look");
  expect(body).toMatchObject({ status: "held", actor: { kind: "moderator" } });
  expect((await queueOf(app.owner)).items.map(({ id }) => id)).toContain(comment.id);
});

test("only a comment's latest decision can be undone, once, and the refusal names the later one", async () => {
  const comment = await aHeldComment(app);
  const colleague = await aModerator(app, { name: "Dora" });
  const mine = await decided(app.owner, comment.id, "approve");
  const theirs = await decided(colleague.client, comment.id, "reject");
  const refused = await app.owner.post(`/api/decisions/${mine.id}/undo`);
  expect(refused.status).toBe(409);
  expect(refused.body.current).toMatchObject({ who: "Dora", what: "rejected", decisionId: theirs.id });
  const both = await Promise.all([undo(theirs.id, app.owner, "Too hard"), undo(theirs.id, colleague.client)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const undone = both.find(({ status }) => status === 201)?.body as Decision;
  expect((await undo(undone.id)).status).toBe(409);
});

test("what an author did cannot be undone by a moderator", async () => {
  const comment = await anApprovedComment(app);
  await withdraw(comment);
  const { decision } = await reviewOf(app.owner, comment.id);
  expect((await undo(decision?.id as string)).status).toBe(409);
});

test("a withdrawn comment cannot be decided, edited or brought back, and withdrawing it again is no error", async () => {
  const comment = await aHeldComment(app);
  expect((await withdraw(comment)).body.status).toBe("withdrawn");
  for (const action of ["approve", "reject", "hold"] as const) {
    const { status, body } = await deciding<{ current: object }>(app.owner, comment.id, action);
    expect(status).toBe(409);
    expect(body.current).toMatchObject({ who: "The author", what: "withdrawn", status: "withdrawn" });
  }
  expect((await withdraw(comment)).body).toMatchObject({ status: "withdrawn", version: 3 });
  const edit = await app.reader.patch(
    `/api/sites/demo/comments/${comment.id}`,
    { text: "Again" },
    bearer(comment),
  );
  expect(edit.status).toBe(409);
  expect((await queueOf(app.owner)).items.map(({ id }) => id)).not.toContain(comment.id);
});

test("a refusal that an undo brings back still tells its reason", async () => {
  const comment = await aHeldComment(app);
  await decided(app.owner, comment.id, "reject", { reason: "spam" });
  await decided(app.owner, comment.id, "reject", { reason: "insult" }).then(({ id }) => undo(id));
  await decided(app.owner, comment.id, "approve").then(({ id }) => undo(id));
  const { body } = await app.reader.get<OwnComment>(
    `/api/sites/demo/comments/${comment.id}`,
    bearer(comment),
  );
  expect(body).toMatchObject({ status: "rejected", reason: "It advertises or repeats itself." });
});

test("what a person put on hold waits for a person, whatever its author makes of it", async () => {
  const comment = await anApprovedComment(app);
  await decided(app.owner, comment.id, "hold");
  await app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text: "Harmless." }, bearer(comment));
  await app.drain();
  expect(await reviewOf(app.owner, comment.id)).toMatchObject({
    status: "held",
    why: [expect.objectContaining({ rule: "held-by-person" })],
  });
  await decided(app.owner, comment.id, "approve");
  await app.reader.patch(
    `/api/sites/demo/comments/${comment.id}`,
    { text: "Harmless too." },
    bearer(comment),
  );
  await app.drain();
  expect(await reviewOf(app.owner, comment.id)).toMatchObject({ status: "approved" });
});

test("an id is the same in capitals", async () => {
  const comment = await aHeldComment(app);
  expect((await deciding(app.owner, comment.id.toUpperCase(), "approve")).status).toBe(201);
});

test("a refused comment can be neither edited nor withdrawn by its author", async () => {
  const comment = await aHeldComment(app);
  await decided(app.owner, comment.id, "reject");
  expect((await withdraw(comment)).status).toBe(409);
  expect(
    (await app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text: "Better" }, bearer(comment)))
      .status,
  ).toBe(409);
});

test("only the author may edit or withdraw, and only within the edit window", async () => {
  const comment = await anApprovedComment(app);
  const stranger = await anApprovedComment(app);
  const path = `/api/sites/demo/comments/${comment.id}`;
  for (const authorization of ["", "Bearer nonsense"]) {
    const headers = { authorization };
    expect((await app.reader.patch(path, { text: "Mine now" }, headers)).status).toBe(401);
    expect((await app.reader.delete(path, undefined, headers)).status).toBe(401);
  }
  expect((await app.reader.patch(path, { text: "Mine now" }, bearer(stranger))).status).toBe(404);
  expect((await app.reader.delete(path, undefined, bearer(stranger))).status).toBe(404);
  await app.db.query(`update comments set created_at = created_at - interval '301 seconds' where id = $1`, [
    comment.id,
  ]);
  expect((await app.reader.patch(path, { text: "Too late" }, bearer(comment))).status).toBe(409);
  expect((await withdraw(comment)).status).toBe(200);
});

test("an edit leaves the thread until it is judged anew, and the old words are kept", async () => {
  const comment = await anApprovedComment(app, { text: "It opens in May." });
  const { body } = await app.reader.patch<OwnComment>(
    `/api/sites/demo/comments/${comment.id}`,
    { text: "It opens in June." },
    bearer(comment),
  );
  expect(body).toMatchObject({
    status: "pending",
    html: "<p>It opens in June.</p>",
    version: 3,
    editedAt: expect.any(String),
  });
  await app.drain();
  const after = await app.reader.get<OwnComment>(`/api/sites/demo/comments/${comment.id}`);
  expect(after.body).toMatchObject({ text: "It opens in June.", status: "approved" });
  const { rows } = await app.db.query(`select revision, text from revisions where comment_id = $1`, [
    comment.id,
  ]);
  expect(rows).toEqual([{ revision: 1, text: "It opens in May." }]);
});

test("a token speaks for the same reader in later comments, and for nobody on another site", async () => {
  const first = await anApprovedComment(app, { name: "Eve" });
  const second = await aComment(app, { as: first });
  expect(second).toMatchObject({ reader: { name: "Eve" }, token: first.token });
  expect((await reviewOf(app.owner, second.id)).reader).toMatchObject({ name: "Eve", approved: 2 });
  await app.owner.post("/api/sites", { slug: "elsewhere", name: "Elsewhere", allowedOrigins: ["*"] });
  expect((await posting(app, { as: first, site: "elsewhere" })).status).toBe(401);
});
