import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Batch } from "../../server/batches/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  aPendingComment,
  type Colleague,
  decided,
  inHours,
  rude,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
});
afterAll(() => app.close());

const batch = <T = Batch>(body: object) => ada.client.post<T>("/api/batches", body);
/** What is in force, and what was lifted, by whom it is about. */
async function sanctions(): Promise<string[]> {
  const { rows } = await app.db.query<{ said: string }>(
    `select r.name || ' ' || s.kind || case when lifted_at is null then '' else ' lifted' end as said
     from sanctions s join readers r on r.id = s.reader_id order by 1`,
  );
  return rows.map(({ said }) => said);
}
const logged = async (type: string): Promise<number> =>
  (await app.db.query(`select from events where type = $1`, [type])).rowCount ?? 0;

test("a batch that rejects suspends those who wrote the comments, each once, and its undo lifts exactly that", async () => {
  const rick = await aHeldComment(app, { name: "Rick" });
  const again = await aPendingComment(app, { text: rude(), as: rick });
  const sue = await aHeldComment(app, { name: "Sue" });
  const eve = await aHeldComment(app, { name: "Eve" });
  await app.drain();
  const comments = [rick, again, sue, eve].map(({ id }) => ({ id, version: 2 }));
  const preview = await ada.client.post<{ readers: number }>("/api/batches/preview", { comments });
  expect(preview.body.readers).toBe(3);
  // A colleague is faster with one, whose reader is left alone; another has been banned before.
  await decided(app.owner, eve.id, "approve");
  const { rows } = await app.db.query<{ id: string }>(`select reader_id as id from comments where id = $1`, [
    sue.id,
  ]);
  await app.owner.post(`/api/readers/${rows[0]?.id}/sanctions`, { kind: "ban", words: "Enough." });
  const reader = { action: "suspend", until: inHours(24) };
  const { status, body } = await batch({ action: "reject", reason: "insult", reader, comments });
  expect([status, body.sanctioned, body.reader?.action]).toEqual([201, 2, "suspend"]);
  expect(body.outcomes).toEqual({ decided: 3, changed: 1 });
  expect(await sanctions()).toEqual(["Rick suspend", "Sue ban", "Sue suspend"]);
  expect(await logged("reader.suspended")).toBe(2);
  const undone = await ada.client.post<Batch>(`/api/batches/${body.id}/undo`);
  expect(undone.body.outcomes).toEqual({ decided: 3 });
  expect(await sanctions()).toEqual(["Rick suspend lifted", "Sue ban", "Sue suspend lifted"]);
  expect(await logged("sanction.lifted")).toBe(2);
});

test("what a reader would be told, and until when, is sound, and goes with a rejection alone", async () => {
  const { id } = await aHeldComment(app);
  const comments = [{ id, version: 2 }];
  for (const wrong of [
    { action: "approve", reader: { action: "mute" } },
    { action: "reject", reader: { action: "ban" } },
    { action: "reject", reason: "insult", reader: { action: "suspend" } },
    { action: "reject", reason: "insult", reader: { action: "suspend", until: inHours(-1) } },
  ])
    expect((await batch({ ...wrong, comments })).status).toBe(422);
  const trusting = { action: "reject", reason: "insult", reader: { action: "trust" }, comments };
  expect((await batch(trusting)).status).toBe(400);
});
