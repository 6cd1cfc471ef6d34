import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Escalation } from "../../server/escalations/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  aSite,
  bearer,
  type Colleague,
  decided,
  deciding,
  queueOf,
  reported,
  reviewOf,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";

let app: TestApp;
let ada: Colleague;
let ben: Colleague;
let owner: Colleague;
beforeAll(async () => {
  app = await startApp({ trustProxy: 1 });
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
  owner = await aModerator(app, { name: "Olga", role: "owner" });
});
afterAll(() => app.close());

async function escalating<T = Escalation>(by: Colleague, id: string, more: object = {}, key?: string) {
  const { version } = await reviewOf(by.client, id);
  return by.client.post<T>(
    `/api/comments/${id}/escalations`,
    { version, note: "Is this libel?", ...more },
    key ? { "idempotency-key": key } : {},
  );
}
const sendingBack = (by: Colleague, id: string, note = "No, decide it.") =>
  by.client.post<Escalation>(`/api/escalations/${id}/send-back`, { note });
const waits = async ({ client }: Colleague, queue: string, id: string): Promise<boolean> =>
  (await queueOf(client, { queue })).items.some((item) => item.id === id);

describe("an escalated comment", () => {
  test("leaves its queue for the owners', and who escalated it sees where it went", async () => {
    const { id } = await aHeldComment(app);
    const { status, body } = await escalating(ada, id);
    expect([status, body]).toMatchObject([201, { by: { name: "Ada" }, note: "Is this libel?", ended: null }]);
    for (const by of [ada, ben, owner]) expect(await waits(by, "held", id)).toBe(false);
    expect(await Promise.all([owner, ada, ben].map((by) => waits(by, "escalated", id)))).toEqual([
      true,
      true,
      false,
    ]);
    for (const by of [owner, ada, ben]) {
      const { items, counts } = await queueOf(by.client, { queue: "escalated" });
      expect(counts.escalated).toBe(items.length);
    }
    expect(await reviewOf(owner.client, id)).toMatchObject({
      status: "held",
      queues: ["escalated"],
      escalation: { note: "Is this libel?" },
    });
  });

  test("is an owner's to decide, and nobody else's", async () => {
    const { id } = await aHeldComment(app);
    await escalating(ada, id);
    for (const by of [ada, ben]) expect((await deciding(by.client, id, "approve")).status).toBe(403);
    await decided(owner.client, id, "approve");
    expect(await waits(owner, "escalated", id)).toBe(false);
    expect((await reviewOf(ada.client, id)).escalation).toMatchObject({
      ended: "decided",
      endedBy: { name: "Olga" },
    });
  });

  test("waits again when the owner takes the decision back", async () => {
    const { id } = await aHeldComment(app);
    await escalating(ada, id);
    const decision = await decided(owner.client, id, "reject");
    await owner.client.post(`/api/decisions/${decision.id}/undo`);
    expect(await waits(owner, "escalated", id)).toBe(true);
  });

  test("is sent back with a word to its place in the queue, which the owner can take back", async () => {
    const [first, second] = [await aHeldComment(app), await aHeldComment(app)];
    const { body } = await escalating(ada, first.id);
    expect((await sendingBack(ada, body.id)).status).toBe(403);
    await owner.client.post(`/api/comments/${first.id}/claim`, {});
    expect((await sendingBack(owner, body.id)).body).toMatchObject({
      ended: "sent-back",
      answer: "No, decide it.",
      endedBy: { name: "Olga" },
    });
    expect((await reviewOf(ben.client, first.id)).claim).toBeNull();
    const ids = (await queueOf(ben.client, { limit: "200" })).items.map(({ id }) => id);
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id));
    expect(ids).toContain(first.id);
    expect((await owner.client.post(`/api/escalations/${body.id}/undo`)).status).toBe(201);
    expect(await waits(owner, "escalated", first.id)).toBe(true);
    await sendingBack(owner, body.id);
    await decided(ben.client, first.id, "approve");
    expect((await owner.client.post(`/api/escalations/${body.id}/undo`)).status).toBe(201);
  });

  test("that was reported stays public, and comes back among the reported", async () => {
    const { id } = await reported(app);
    const { body } = await escalating(ada, id);
    expect(await reviewOf(owner.client, id)).toMatchObject({ status: "approved", queues: ["escalated"] });
    await sendingBack(owner, body.id);
    expect(await waits(ben, "reported", id)).toBe(true);
  });

  test("waits for nobody once its author withdraws it", async () => {
    const comment = await aHeldComment(app);
    await escalating(ada, comment.id);
    await app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));
    expect(await waits(owner, "escalated", comment.id)).toBe(false);
  });
});

describe("escalating", () => {
  test("can be taken back by who did it, while it waits", async () => {
    const { id } = await aHeldComment(app);
    const { body } = await escalating(ada, id);
    expect((await ben.client.post(`/api/escalations/${body.id}/undo`)).status).toBe(409);
    expect((await ada.client.post(`/api/escalations/${body.id}/undo`)).status).toBe(201);
    expect(await waits(ben, "held", id)).toBe(true);
    expect((await ada.client.post(`/api/escalations/${body.id}/undo`)).status).toBe(409);
    const { rows } = await app.db.query(
      `select type, actor from events where comment_id = $1 and type like 'escalation.%' order by id`,
      [id],
    );
    expect(rows.map(({ type }) => type)).toEqual(["escalation.made", "escalation.taken-back"]);
  });

  test("is one however often it is sent, and refused twice by different people", async () => {
    const { id } = await aHeldComment(app);
    const { version } = await reviewOf(ada.client, id);
    const answers = await Promise.all([1, 2, 3].map(() => escalating(ada, id, { version }, "one-key")));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect((await escalating(ben, id, { version })).status).toBe(409);
    expect((await escalating(ada, id, { version, note: "Another." }, "one-key")).status).toBe(422);
  });

  test("needs the present version, a note, and nobody else on it; the desks hear of it", async () => {
    const { id } = await aHeldComment(app);
    expect((await escalating(ada, id, { version: 1 })).status).toBe(409);
    expect((await escalating(ada, id, { note: " " })).status).toBe(400);
    const elsewhere = await aModerator(app, { sites: [await aSite(app)] });
    const post = elsewhere.client.post(`/api/comments/${id}/escalations`, { version: 2, note: "Mine." });
    expect((await post).status).toBe(404);
    await ben.client.post(`/api/comments/${id}/claim`, {});
    expect((await escalating(ada, id)).status).toBe(409);
    const desk = await openSocket(app.address, "/desk", { cookie: ben.client.headers.cookie });
    expect((await escalating(ada, id, { takeOver: true })).status).toBe(201);
    await desk.heard("escalation.made", id);
    desk.close();
    expect((await reviewOf(ada.client, id)).claim).toBeNull();
  });
});
