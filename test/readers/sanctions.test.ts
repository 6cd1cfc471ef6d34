import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { PostedComment } from "../../server/comments/contract.ts";
import { newId } from "../../server/ids.ts";
import type { Sanction } from "../../server/sanctions/contract.ts";
import { endSanctions } from "../../server/sanctions/end.ts";
import { sanctionReader } from "../../server/sanctions/impose.ts";
import { refusalToWrite } from "../../server/sanctions/refusal-to-write.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { Refusal } from "../support/client.ts";
import {
  aComment,
  aModerator,
  anApprovedComment,
  aSite,
  bearer,
  type Colleague,
  inHours,
  posting,
  readerOf,
  reviewOf,
  rude,
  sanctioned,
  sanctioning,
  whoIs,
} from "../support/factories.ts";

let app: TestApp;
let ada: Colleague;
beforeAll(async () => {
  app = await startApp();
  ada = await aModerator(app, { name: "Ada" });
});
afterAll(() => app.close());

type Stopped = Refusal & { sanction: { id: string; kind: string; words: string; endsAt: string | null } };

const lifting = (sanction: Sanction, reason?: string, by = ada) =>
  by.client.post<Sanction>(`/api/sanctions/${sanction.id}/lift`, { reason });
const editing = (comment: PostedComment) =>
  app.reader.patch<Stopped>(
    `/api/sites/demo/comments/${comment.id}`,
    { text: "Other words." },
    bearer(comment),
  );
const acknowledging = (id: string, comment: PostedComment) =>
  app.reader.post(`/api/sites/demo/warnings/${id}/acknowledgement`, {}, bearer(comment));

async function logOf(readerId: string): Promise<string[]> {
  const { rows } = await app.db.query<{ line: string }>(
    `select type || ' ' || split_part(actor, '/', 1) as line from events where data->>'readerId' = $1 order by id`,
    [readerId],
  );
  return rows.map(({ line }) => line);
}

describe("a suspended reader", () => {
  test("is told so with the moderator's words and the end, and can write again when it is over", async () => {
    const comment = await anApprovedComment(app);
    const readerId = await readerOf(app, comment);
    const until = "2031-03-01T14:30:00.000Z";
    const sanction = await sanctioned(ada.client, readerId, {
      kind: "suspend",
      until,
      words: "You called a neighbour names.",
      reason: "Third time",
    });
    expect(sanction).toMatchObject({ active: true, endsAt: until, moderator: { name: "Ada" }, lifted: null });
    const refused = await posting<Stopped>(app, { as: comment });
    expect([refused.status, refused.body.code]).toEqual([403, "suspended"]);
    expect(refused.body.detail).toBe(
      "You cannot comment on The Daily Example until 1 March 2031 at 14:30 UTC. You called a neighbour names.",
    );
    expect(refused.body.sanction).toEqual({
      id: sanction.id,
      kind: "suspend",
      words: "You called a neighbour names.",
      endsAt: until,
    });
    expect((await editing(comment)).body.code).toBe("suspended");
    const reader = { id: readerId, createdAt: new Date() };
    const asked = (at: string) => refusalToWrite(app.db, { site: app.site, reader }, new Date(at));
    expect(await asked("2031-03-01T14:29:59.999Z")).toMatchObject({ code: "suspended" });
    expect(await asked(until)).toBeNull();
  });

  test("may still take a comment back, and others write as before", async () => {
    const comment = await anApprovedComment(app);
    await sanctioned(ada.client, await readerOf(app, comment), {
      kind: "suspend",
      until: inHours(24),
      words: "Rest a day.",
    });
    expect((await posting(app, { as: comment })).status).toBe(403);
    const path = `/api/sites/demo/comments/${comment.id}`;
    expect((await app.reader.delete(path, undefined, bearer(comment))).status).toBe(200);
    expect((await posting(app)).status).toBe(201);
  });

  test("whose comment was taken before gets the same answer again for the same key", async () => {
    const comment = await anApprovedComment(app);
    const headers = { "idempotency-key": newId() };
    const first = await posting(app, { as: comment, text: "Said once.", headers });
    await sanctioned(ada.client, await readerOf(app, comment), { kind: "ban", words: "No more." });
    const again = await posting(app, { as: comment, text: "Said once.", headers });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect((await posting(app, { as: comment, text: "Said twice." })).status).toBe(403);
  });
});

describe("a ban", () => {
  test("without an end lasts until it is lifted, which the reader feels at once and the log tells", async () => {
    const comment = await anApprovedComment(app);
    const readerId = await readerOf(app, comment);
    const ban = await sanctioned(ada.client, readerId, { kind: "ban", words: "You threatened somebody." });
    const refused = await posting<Stopped>(app, { as: comment });
    expect(refused.body).toMatchObject({
      code: "banned",
      detail: "You cannot comment on The Daily Example any more. You threatened somebody.",
      sanction: { kind: "ban", endsAt: null },
    });
    const { body } = await lifting(ban, "It was a quotation");
    expect(body).toMatchObject({
      active: false,
      lifted: { moderator: { name: "Ada" }, reason: "It was a quotation" },
    });
    expect((await lifting(ban, "Again")).body).toMatchObject({ lifted: { reason: "It was a quotation" } });
    expect((await posting(app, { as: comment })).status).toBe(201);
    expect(await logOf(readerId)).toEqual(["reader.banned moderator", "sanction.lifted moderator"]);
  });

  test("counts before a suspension, and both stand until each is lifted", async () => {
    const comment = await anApprovedComment(app);
    const readerId = await readerOf(app, comment);
    const ban = await sanctioned(ada.client, readerId, { kind: "ban", words: "Ban." });
    const long = await sanctioned(ada.client, readerId, {
      kind: "suspend",
      until: inHours(48),
      words: "Two days.",
    });
    await sanctioned(ada.client, readerId, { kind: "suspend", until: inHours(1), words: "An hour." });
    expect((await posting<Stopped>(app, { as: comment })).body.code).toBe("banned");
    await lifting(ban);
    expect((await posting<Stopped>(app, { as: comment })).body.sanction.id).toBe(long.id);
    await lifting(long);
    expect((await posting<Stopped>(app, { as: comment })).body.sanction.words).toBe("An hour.");
  });
});

describe("a warning", () => {
  test("must be read before the next comment, once, and by the warned reader alone", async () => {
    const [comment, other] = [await anApprovedComment(app), await anApprovedComment(app)];
    const readerId = await readerOf(app, comment);
    const warning = await sanctioned(ada.client, readerId, { kind: "warn", words: "Mind your tone." });
    const refused = await posting<Stopped>(app, { as: comment });
    expect([refused.status, refused.body.code, refused.body.sanction.id]).toEqual([
      403,
      "warned",
      warning.id,
    ]);
    expect(refused.body.detail).toBe("Before you write again, please read this: Mind your tone.");
    expect((await acknowledging(warning.id, other)).status).toBe(404);
    expect((await app.reader.post(`/api/sites/demo/warnings/${warning.id}/acknowledgement`)).status).toBe(
      401,
    );
    expect((await posting(app, { as: comment })).status).toBe(403);
    expect((await acknowledging(warning.id, comment)).status).toBe(204);
    expect((await acknowledging(warning.id, comment)).status).toBe(204);
    expect((await posting(app, { as: comment })).status).toBe(201);
    expect(await logOf(readerId)).toEqual(["reader.warned moderator", "warning.acknowledged reader"]);
    expect((await lifting(warning)).status).toBe(409);
  });
});

describe("the rules", () => {
  test("hold everything a muted reader writes and say why, until the mute is lifted", async () => {
    const comment = await anApprovedComment(app);
    const mute = await sanctioned(ada.client, await readerOf(app, comment), { kind: "mute" });
    const held = await aComment(app, { as: comment });
    expect(held.status).toBe("held");
    const { why } = await reviewOf(ada.client, held.id);
    expect(why).toMatchObject([{ rule: "muted-reader", conditions: [{ fact: "reader.muted", seen: true }] }]);
    await lifting(mute);
    expect((await aComment(app, { as: comment })).status).toBe("approved");
  });

  test("let a trusted reader past the newcomers' hold and the limit of links, never past a score", async () => {
    await app.settings({ holdNewReaders: 50, maxLinks: 0 });
    const comment = await aComment(app);
    expect(comment.status).toBe("held");
    const readerId = await readerOf(app, comment);
    await sanctioned(ada.client, readerId, { kind: "trust" });
    const links = { as: comment, text: "See https://a.example and https://b.example" };
    expect((await aComment(app, links)).status).toBe("approved");
    const insult = await aComment(app, { as: comment, text: rude() });
    expect(insult.status).toBe("held");
    await app.settings({ moderation: "pre" });
    expect((await aComment(app, { as: comment })).status).toBe("held");
    await app.settings({ moderation: "post" });
    const mute = await sanctioned(ada.client, readerId, { kind: "mute" });
    const { why } = await reviewOf(ada.client, (await aComment(app, links)).id);
    expect(why.map(({ rule }) => rule)).toEqual(["links", "new-reader", "muted-reader"]);
    await lifting(mute);
    await app.settings({ holdNewReaders: 0, maxLinks: 2 });
  });

  test("hold what a reader had sent before they were banned and nobody had judged yet", async () => {
    const comment = await anApprovedComment(app);
    await app.stopWorkers();
    const sent = await posting(app, { as: comment });
    await sanctioned(ada.client, await readerOf(app, comment), { kind: "ban", words: "No more." });
    await app.startWorkers();
    await app.drain();
    expect((await reviewOf(ada.client, sent.body.id)).status).toBe("held");
  });
});

describe("a sanction", () => {
  test("sent three times with one key is one, with one line in the log", async () => {
    const readerId = await readerOf(app, await anApprovedComment(app));
    const wish = { kind: "suspend", until: inHours(3), words: "A pause." } as const;
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => sanctioning(ada.client, readerId, wish, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await logOf(readerId)).toEqual(["reader.suspended moderator"]);
    for (const other of [
      { ...wish, words: "Else." },
      { ...wish, kind: "mute" as const },
    ])
      expect((await sanctioning(ada.client, readerId, other, key)).status).toBe(422);
    const stranger = await readerOf(app, await anApprovedComment(app));
    expect((await sanctioning(ada.client, stranger, wish, key)).status).toBe(422);
  });

  test.each<[string, object, number]>([
    ["a suspension without an end", { kind: "suspend", words: "Pause." }, 422],
    ["a ban without words to the reader", { kind: "ban" }, 422],
    ["a warning without words", { kind: "warn", words: "  " }, 400],
    ["a warning with an end", { kind: "warn", words: "Mind.", until: inHours(1) }, 422],
    ["an end that has passed", { kind: "mute", until: inHours(-1) }, 422],
    ["an end in a century", { kind: "mute", until: inHours(876_000) }, 422],
    ["newcomers stopped by a mute", { kind: "mute", newcomers: ["address"] }, 422],
    ["an unknown kind", { kind: "shadow-ban", words: "…" }, 400],
    ["words without end", { kind: "warn", words: "x".repeat(1_001) }, 400],
  ])("is refused for %s", async (_, wish, status) => {
    const readerId = await readerOf(app, await anApprovedComment(app));
    expect((await ada.client.post(`/api/readers/${readerId}/sanctions`, wish)).status).toBe(status);
    expect(await logOf(readerId)).toEqual([]);
  });

  test("is not there for moderators of other sites", async () => {
    const elsewhere = await aModerator(app, { sites: [await aSite(app)] });
    const readerId = await readerOf(app, await anApprovedComment(app));
    expect((await sanctioning(elsewhere.client, readerId, { kind: "mute" })).status).toBe(404);
    const mute = await sanctioned(ada.client, readerId, { kind: "mute" });
    expect((await lifting(mute, undefined, elsewhere)).status).toBe(404);
  });

  test("whose time is over is told once in the log, by no moderator, and cannot be lifted", async () => {
    const readerId = await readerOf(app, await anApprovedComment(app));
    const by = await whoIs(app, ada.client);
    const start = new Date(Date.now() - 7_200_000);
    const wish = { readerId, kind: "suspend" as const, words: "An hour.", until: inHours(-1) };
    const sanction = await sanctionReader(app.db, by, wish, start);
    const swept = await Promise.all([1, 2, 3].map(() => endSanctions(app.db)));
    expect(swept.reduce((sum, n) => sum + n)).toBeLessThanOrEqual(1);
    expect(await logOf(readerId)).toEqual(["reader.suspended moderator", "sanction.ended system"]);
    expect((await lifting(sanction)).status).toBe(409);
  });
});
