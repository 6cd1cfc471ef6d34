import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Batch } from "../../server/batches/contract.ts";
import { runChunk } from "../../server/batches/run.ts";
import { undoBatch } from "../../server/batches/undo.ts";
import type { PostedComment } from "../../server/comments/contract.ts";
import { newId } from "../../server/ids.ts";
import type { Picked } from "../../server/selections/contract.ts";
import { runBatches } from "../../workers/run-batches.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Client, Refusal } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  aPendingComment,
  aSite,
  type Colleague,
  decided,
  inHours,
  queueOf,
  reviewOf,
  rude,
  whoIs,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";
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

const batch = <T = Batch>(body: object, client: Client = ada.client, key?: string) =>
  client.post<T>("/api/batches", body, key ? { "idempotency-key": key } : {});
const preview = <T = { count: number; until: string }>(body: object, client: Client = ada.client) =>
  client.post<T>("/api/batches/preview", body);
const read = async (id: string, client: Client = ada.client) =>
  (await client.get<Batch>(`/api/batches/${id}`)).body;
const finished = (id: string) =>
  until("the workers are done", async () => (await read(id)).finishedAt !== null);
const undoing = <T = Batch>(id: string, body?: object, client: Client = ada.client) =>
  client.post<T>(`/api/batches/${id}/undo`, body);

/** So many held comments of one reader, in the versions they are in. */
async function held(count: number): Promise<{ reader: PostedComment; picked: Picked }> {
  const reader = await aHeldComment(app, { name: "Rude Rick" });
  const posted = await Promise.all(
    Array.from({ length: count - 1 }, () => aPendingComment(app, { text: rude(), as: reader })),
  );
  await app.drain();
  return { reader, picked: [reader, ...posted].map(({ id }) => ({ id, version: 2 })) };
}

async function statuses(ids: string[]): Promise<Record<string, number>> {
  const { rows } = await app.db.query<{ status: string; n: number }>(
    `select status, count(*)::int as n from comments where id = any($1) group by status`,
    [ids],
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}
/** So many comments in the versions they are in now. */
async function anyComments(count: number, first: "oldest" | "newest" = "oldest"): Promise<Picked> {
  const { rows } = await app.db.query<Picked[number]>(
    `select id, version from comments where site_id = $2 and status in ('held', 'approved', 'rejected') order by id ${first === "newest" ? "desc" : "asc"} limit $1`,
    [count, app.site.id],
  );
  if (rows.length < count) throw new Error(`There are only ${rows.length} comments.`);
  return rows;
}
const idsOf = (picked: Picked): string[] => picked.map(({ id }) => id);

test("of 200 selected comments of which 3 changed meanwhile 197 are decided, 3 listed with why, and the undo restores the 197", async () => {
  const { reader, picked: all } = await held(204);
  const picked = all.slice(0, 200);
  const places = new Map(
    (await queueOf(ada.client, { limit: "200" })).items.map((item) => [item.id, item.queuedAt]),
  );
  const [byBen, byAuthor, onBen] = picked.slice(5, 8).map(({ id }) => id) as [string, string, string];
  await decided(ben.client, byBen, "approve");
  await app.reader.delete(`/api/sites/demo/comments/${byAuthor}`, undefined, {
    authorization: `Bearer ${reader.token}`,
  });
  await ben.client.post(`/api/comments/${onBen}/claim`);

  const { status, body: made } = await batch({ action: "reject", reason: "spam", comments: picked });
  expect(status).toBe(201);
  expect(made.outcomes).toEqual({ decided: 197, changed: 2, claimed: 1 });
  expect(made.finishedAt).not.toBeNull();
  expect(
    made.left.items.map(({ commentId, outcome, by, comment }) => [commentId, outcome, by, comment?.status]),
  ).toEqual([
    [byBen, "changed", { kind: "moderator", name: "Ben" }, "approved"],
    [byAuthor, "changed", { kind: "reader", name: "The author" }, "withdrawn"],
    [onBen, "claimed", { kind: "moderator", name: "Ben" }, "held"],
  ]);
  expect(await statuses(idsOf(picked))).toEqual({ rejected: 197, approved: 1, withdrawn: 1, held: 1 });

  const { status: undone, body: back } = await undoing(made.id);
  expect(undone).toBe(201);
  expect(back).toMatchObject({ action: "undo", undoOf: made.id, total: 197, outcomes: { decided: 197 } });
  expect(await statuses(idsOf(picked))).toEqual({ held: 198, approved: 1, withdrawn: 1 });
  for (const { id, queuedAt } of (await queueOf(ada.client, { limit: "200" })).items)
    if (places.has(id)) expect(queuedAt).toBe(places.get(id));
  const { rows } = await app.db.query(
    `select comment_id from events where comment_id = any($1) and data ->> 'batchId' = any($2) group by comment_id having count(*) = 2`,
    [idsOf(picked), [made.id, back.id]],
  );
  expect(rows).toHaveLength(197);
  await ben.client.delete(`/api/comments/${onBen}/claim`);
}, 60_000);

describe("a batch", () => {
  test("sent three times with one key is one batch, and all answers are equal", async () => {
    const { picked } = await held(3);
    const key = newId();
    const body = { action: "reject", reason: "spam", comments: picked };
    const answers = await Promise.all([
      batch(body, ada.client, key),
      batch(body, ada.client, key),
      batch(body, ada.client, key),
    ]);
    for (const { status, text } of answers) expect([status, text]).toEqual([201, answers[0]?.text]);
    expect(answers[0]?.body.outcomes).toEqual({ decided: 3 });
    expect((await batch({ ...body, action: "hold" }, ada.client, key)).status).toBe(422);
  });

  test("leaves alone what its maker may not see, and says no more of it than of what is not there", async () => {
    const other = await aSite(app);
    const hidden = await aHeldComment(app, { site: other.slug });
    const missing = newId();
    const { body } = await batch({
      action: "approve",
      comments: [hidden.id, missing].map((id) => ({ id, version: 2 })),
    });
    expect(body.left.items.map(({ outcome, comment, by }) => [outcome, comment, by])).toEqual([
      ["not-found", null, null],
      ["not-found", null, null],
    ]);
    expect((await reviewOf(app.owner, hidden.id)).status).toBe("held");
  });

  test("is its maker's and the owners' to read and to take back", async () => {
    const { picked } = await held(2);
    const { body } = await batch({ action: "reject", comments: picked });
    expect((await ben.client.get(`/api/batches/${body.id}`)).status).toBe(404);
    expect((await undoing(body.id, {}, ben.client)).status).toBe(404);
    expect((await undoing(body.id, {}, app.owner)).status).toBe(422);
    expect((await undoing(body.id, { reason: "Not spam" }, app.owner)).body.outcomes).toEqual({ decided: 2 });
  });

  test("of more than a request decides is finished by the workers, and its maker's desk is told, no other", async () => {
    const all = await anyComments(201);
    const before = await statuses(idsOf(all));
    const desks = await Promise.all(
      [ada, ben].map(({ client }) => openSocket(app.address, "/desk", { cookie: client.headers.cookie })),
    );
    const { body } = await batch({ action: "hold", comments: all });
    expect([body.finishedAt, body.outcomes]).toEqual([null, {}]);
    expect((await desks[0]?.heard("batch.finished"))?.batchId).toBe(body.id);
    expect((await read(body.id)).outcomes).toEqual({ decided: 201 });
    expect(await statuses(idsOf(all))).toEqual({ held: 201 });
    const { body: back } = await undoing(body.id);
    await finished(back.id);
    expect([back.total, await statuses(idsOf(all))]).toEqual([201, before]);
    expect(desks[1]?.events.filter(({ batchId }) => batchId)).toEqual([]);
    for (const desk of desks) desk.close();
  }, 60_000);

  test("that the workers finish suspends each reader once, whichever of their comments come first, and its undo lifts it for all", async () => {
    const all = await anyComments(201, "newest");
    const before = await statuses(idsOf(all));
    const { rows } = await app.db.query(`select distinct reader_id from comments where id = any($1)`, [
      idsOf(all),
    ]);
    const inForce = async () =>
      (await app.db.query(`select reader_id from sanctions where kind = 'suspend' and lifted_at is null`))
        .rows;
    const reader = { action: "suspend", until: inHours(24) };
    const { status, body } = await batch({ action: "reject", reason: "insult", reader, comments: all });
    expect([status, body.finishedAt]).toEqual([201, null]);
    await finished(body.id);
    const done = await read(body.id);
    expect([done.outcomes, done.sanctioned]).toEqual([{ decided: 201 }, rows.length]);
    expect(rows.length).toBeGreaterThan(1);
    expect((await inForce()).map(({ reader_id }) => reader_id).sort()).toEqual(
      rows.map(({ reader_id }) => reader_id).sort(),
    );
    const { body: back } = await undoing(body.id);
    await finished(back.id);
    expect([back.total, await statuses(idsOf(all))]).toEqual([201, before]);
    expect(await inForce()).toEqual([]);
  }, 60_000);
});

test("a batch that cannot go on holds up no other", async () => {
  await app.stopWorkers();
  const all = await anyComments(201);
  const { body: stuck } = await batch({ action: "hold", comments: all });
  const { body: other } = await batch({ action: "hold", comments: all });
  await app.asLogin(
    `alter table batch_items add constraint stuck check (batch_id <> '${stuck.id}' or outcome is null)`,
  );
  await expect(runBatches(app.db)).rejects.toThrow("stuck");
  expect((await read(other.id)).finishedAt).not.toBeNull();
  await app.asLogin(`alter table batch_items drop constraint stuck`);
  await runBatches(app.db);
  expect((await read(stuck.id)).finishedAt).not.toBeNull();
  await app.startWorkers();
}, 60_000);

describe("taking a batch back", () => {
  test("stops one that is under way, and restores what it had decided", async () => {
    const all = await anyComments(201);
    const before = await statuses(idsOf(all));
    await app.stopWorkers();
    const { body } = await batch({ action: "hold", comments: all });
    await runChunk(app.db, body.id);
    expect((await undoing(body.id)).body.outcomes).toEqual({ decided: 100 });
    expect((await read(body.id)).outcomes).toEqual({ decided: 100, stopped: 101 });
    expect(await statuses(idsOf(all))).toEqual(before);
    await app.startWorkers();
  }, 60_000);

  test("asked three times at once makes one batch, and itself is not taken back", async () => {
    const { picked } = await held(2);
    const { body } = await batch({ action: "approve", comments: picked });
    const answers = await Promise.all([undoing(body.id), undoing(body.id), undoing(body.id)]);
    for (const { status, text } of answers) expect([status, text]).toEqual([201, answers[0]?.text]);
    expect((await undoing(answers[0]?.body.id as string)).status).toBe(409);
    expect((await read(body.id)).undoneBy).toBe(answers[0]?.body.id);
  });

  test("by its maker, when an owner has done so, says who did", async () => {
    const { picked } = await held(2);
    const { body } = await batch({ action: "approve", comments: picked });
    await undoing(body.id, { reason: "Not yet." }, app.owner);
    const again = await undoing<Refusal>(body.id);
    expect({ status: again.status, code: again.body.code }).toEqual({ status: 409, code: "conflict" });
    expect(again.body.detail).toContain("Owner took these back");
  });

  test("while it runs and a colleague decides leaves each comment as it was, or as the colleague decided", async () => {
    const { picked } = await held(40);
    const all = [...picked, ...(await anyComments(201))];
    const chosen = [...new Map(all.map((one) => [one.id, one])).values()];
    const before = await statuses(idsOf(chosen));
    await app.stopWorkers();
    const { body } = await batch({ action: "reject", comments: chosen });
    const [first] = picked;
    const by = { version: first?.version, action: "approve" };
    const [bens] = await Promise.all([
      ben.client.post(`/api/comments/${first?.id}/decisions`, by),
      runChunk(app.db, body.id),
      undoing(body.id),
      runChunk(app.db, body.id),
    ]);
    await app.startWorkers();
    await until("the batch is taken back", async () => {
      const { undoneBy } = await read(body.id);
      return undoneBy !== null && (await read(undoneBy)).finishedAt !== null;
    });
    const after = await statuses(idsOf(chosen));
    if (bens.status !== 201) expect(after).toEqual(before);
    else
      expect(after).toEqual({
        ...before,
        held: (before.held ?? 0) - 1,
        approved: (before.approved ?? 0) + 1,
      });
  }, 60_000);

  test("asks for a reason after ten seconds, and leaves what somebody decided since", async () => {
    const { picked } = await held(3);
    const [first] = picked as [{ id: string }, ...Picked];
    const { body } = await batch({ action: "reject", comments: picked });
    await decided(ben.client, first.id, "approve");
    const later = new Date(Date.now() + 11_000);
    const by = await whoIs(app, ada.client);
    await expect(undoBatch(app.db, by, { batchId: body.id }, later)).rejects.toMatchObject({
      code: "reason_required",
    });
    const { id } = await undoBatch(app.db, by, { batchId: body.id, reason: "Too harsh" }, later);
    expect(await read(id)).toMatchObject({
      note: "Too harsh",
      outcomes: { decided: 2, changed: 1 },
      left: { items: [{ commentId: first.id, by: { kind: "moderator", name: "Ben" } }] },
    });
  });
});

describe("a batch by what the comments are", () => {
  test("decides what its preview showed and nothing that came since", async () => {
    const { reader, picked } = await held(4);
    const { reader: author } = await reviewOf(ada.client, reader.id);
    const filter = { queue: "held", reader: author.id, site: "demo" };
    const seen = (await preview({ filter })).body;
    expect(seen.count).toBe(4);
    const late = await aHeldComment(app, { text: rude(), as: reader });
    const { body } = await batch({ action: "reject", reason: "spam", filter, seen });
    expect(body.outcomes).toEqual({ decided: 4 });
    expect(await statuses(idsOf(picked))).toEqual({ rejected: 4 });
    expect((await reviewOf(ada.client, late.id)).status).toBe("held");
  });

  test("is refused when more match than were seen", async () => {
    const { reader, picked } = await held(2);
    const { reader: author } = await reviewOf(ada.client, reader.id);
    const filter = { queue: "held", reader: author.id };
    const { until: now } = (await preview({ filter })).body;
    const refused = await batch<{ code: string; count: number }>({
      action: "reject",
      filter,
      seen: { count: 1, until: now },
    });
    expect([refused.status, refused.body.count]).toEqual([409, 2]);
    expect(await statuses(idsOf(picked))).toEqual({ held: 2 });
  });

  test("takes a range of scores, its end left out", async () => {
    const { reader, picked } = await held(3);
    const { reader: author, scores } = await reviewOf(ada.client, reader.id);
    const within = async (from: number, to: number) =>
      (
        await preview({
          filter: { queue: "held", reader: author.id, scores: [{ attribute: "TOXICITY", from, to }] },
        })
      ).body.count;
    const score = scores.TOXICITY as number;
    expect(await within(score, 1)).toBe(picked.length);
    expect(await within(0, score)).toBe(0);
  });
});

test("a preview says how many in which status, who is on some, which have changed, and shows a few", async () => {
  const { picked } = await held(3);
  const approved = await anApprovedComment(app);
  const [first, second] = picked as [{ id: string; version: number }, { id: string; version: number }];
  await ben.client.post(`/api/comments/${first.id}/claim`);
  const { body } = await preview<Record<string, unknown> & { sample: { id: string }[] }>({
    comments: [first, { ...second, version: 1 }, { id: approved.id, version: 2 }],
  });
  expect(body).toMatchObject({
    count: 3,
    changed: 1,
    statuses: { held: 2, approved: 1 },
    claims: [{ moderator: { id: ben.id, name: "Ben" }, count: 1 }],
  });
  expect(body.sample.map(({ id }) => id).sort()).toEqual([first.id, second.id, approved.id].sort());
});

describe("what a search finds", () => {
  test("is decided as one batch: all of it, as it was seen, and of the maker's sites alone", async () => {
    const word = `zebra${newId().slice(-6)}`;
    const site = await aSite(app);
    const there = await aHeldComment(app, { site: site.slug, text: `An idiot with a ${word}.` });
    const first = await aHeldComment(app, { text: `You idiot, a ${word}.` });
    const second = await anApprovedComment(app, { text: `The ${word} crosses at noon.` });
    const filter = { search: { q: word } };
    const here = await aModerator(app, { sites: [app.site] });
    const { body: seen } = await preview({ filter }, here.client);
    expect(seen).toMatchObject({ count: 2, statuses: { held: 1, approved: 1 }, appealed: 0 });
    const late = await aHeldComment(app, { text: `Another idiot, a ${word}.` });
    const { status, body } = await batch({ action: "reject", reason: "spam", filter, seen }, here.client);
    expect([status, body.outcomes]).toEqual([201, { decided: 2 }]);
    expect(await statuses([first.id, second.id])).toEqual({ rejected: 2 });
    expect(await statuses([late.id, there.id])).toEqual({ held: 2 });
    expect((await undoing(body.id, undefined, here.client)).body.outcomes).toEqual({ decided: 2 });
    expect(await statuses([first.id, second.id])).toEqual({ held: 1, approved: 1 });
  });

  test("is refused when everything or another's site is searched", async () => {
    const elsewhere = await aSite(app);
    const here = await aModerator(app, { sites: [app.site] });
    expect((await preview({ filter: { search: {} } })).status).toBe(400);
    expect((await preview({ filter: { search: { site: "demo" } } })).status).toBe(400);
    const searched = { filter: { search: { q: "bridge", site: elsewhere.slug } } };
    expect((await preview(searched, here.client)).status).toBe(404);
    expect((await preview({ filter: { search: { q: "-bridge" } } })).status).toBe(422);
  });
});
