import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "../support/app.ts";
import { clientAt } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  aSite,
  bearer,
  type Colleague,
  decided,
  deciding,
  queueOf,
  readerOf,
  reported,
  reporting,
  reviewOf,
  sanctioned,
  threadOf,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";

let app: TestApp;
let ada: Colleague;
beforeAll(async () => {
  app = await startApp({ trustProxy: 1 });
  ada = await aModerator(app, { name: "Ada" });
});
afterAll(() => app.close());

const waiting = async (): Promise<string[]> =>
  (await queueOf(ada.client, { queue: "reported" })).items.map(({ id }) => id);
const log = async (id: string): Promise<string[]> =>
  (
    await app.db.query<{ type: string }>(
      `select type from events where comment_id = $1 and type like 'report.%' order by id`,
      [id],
    )
  ).rows.map(({ type }) => type);

describe("a report", () => {
  test("of three different readers brings a comment before a moderator, and it stays public meanwhile", async () => {
    const { id } = await anApprovedComment(app);
    for (const network of ["192.0.2.1", "192.0.2.2"])
      expect((await reporting(app, id, { network })).status).toBe(201);
    expect(await waiting()).not.toContain(id);
    await reporting(app, id, { network: "192.0.2.3", reason: "spam", text: "He sells shoes." });
    const review = (await queueOf(ada.client, { queue: "reported" })).items.find((item) => item.id === id);
    expect(review).toMatchObject({ status: "approved", queues: ["reported"], reports: { reporters: 3 } });
    expect(review?.reports.items[0]).toMatchObject({ reason: "spam", text: "He sells shoes." });
    expect((await threadOf(app)).items.map((item) => item.id)).toContain(id);
  });

  test("made twice by one reader for one reason is one, and for two reasons one reader", async () => {
    const { id } = await anApprovedComment(app);
    const first = await reporting(app, id, { network: "192.0.2.9" });
    const again = await reporting(app, id, { network: "192.0.2.9", text: "Once more." });
    expect(again.body).toEqual(first.body);
    await reporting(app, id, { network: "192.0.2.9", reason: "spam" });
    const reader = await anApprovedComment(app);
    for (const network of ["192.0.2.10", "192.0.2.11"]) await reporting(app, id, { network, as: reader });
    const { reports } = await reviewOf(ada.client, id);
    expect([reports.reporters, reports.items.length]).toEqual([2, 3]);
    expect(await waiting()).not.toContain(id);
    expect(await log(id)).toEqual(["report.made", "report.made", "report.made"]);
  });

  test("made by many at once is each one's, once", async () => {
    const { id } = await anApprovedComment(app);
    const networks = ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.1", "192.0.2.2", "192.0.2.3"];
    const answers = await Promise.all(networks.map((network) => reporting(app, id, { network })));
    expect(answers.map(({ status }) => status)).toEqual(networks.map(() => 201));
    expect((await reviewOf(ada.client, id)).reports).toMatchObject({ reporters: 3, items: [{}, {}, {}] });
    expect(await waiting()).toContain(id);
  });

  test("needs one of the site's reasons and a public comment of that site", async () => {
    const { id } = await anApprovedComment(app);
    const wrong = await reporting<{ detail: string }>(app, id, { reason: "boring" });
    expect([wrong.status, wrong.body.detail]).toEqual([422, expect.stringContaining("insult")]);
    expect((await reporting(app, (await aHeldComment(app)).id)).status).toBe(404);
    const other = await aSite(app);
    expect((await reporting(app, id, { site: other.slug })).status).toBe(404);
    expect(
      (await app.reader.get<{ items: unknown[] }>("/api/sites/demo/report-reasons")).body.items,
    ).toContainEqual({ id: "spam", label: "It is advertising or spam" });
  });

  test("of a banned reader is refused kindly and counts for nothing, one who is muted or must read a warning is heard", async () => {
    const { id } = await anApprovedComment(app);
    for (const kind of ["ban", "mute", "warn"] as const) {
      const reader = await anApprovedComment(app);
      await sanctioned(app.owner, await readerOf(app, reader), { kind, words: "Be kind." });
      const { status, body } = await reporting<{ code: string; sanction?: { kind: string } }>(app, id, {
        as: reader,
      });
      expect([status, body.code, body.sanction?.kind]).toEqual(
        kind === "ban" ? [403, "banned", "ban"] : [201, undefined, undefined],
      );
    }
    expect((await reviewOf(ada.client, id)).reports.reporters).toBe(2);
  });

  test("tells nobody who made it: neither the log nor the queue holds an address", async () => {
    const { id } = await anApprovedComment(app);
    await reporting(app, id, { network: "198.51.100.77", text: "My words." });
    const { rows } = await app.db.query(`select data, actor from events where comment_id = $1`, [id]);
    const kept = await app.db.query(`select * from reports where comment_id = $1`, [id]);
    const all = JSON.stringify([rows, await reviewOf(ada.client, id), kept.rows]);
    expect(all).not.toContain("198.51.100.77");
    expect(JSON.stringify(rows)).not.toContain("My words");
  });

  test("is heard at the desk", async () => {
    const { id } = await anApprovedComment(app);
    const desk = await openSocket(app.address, "/desk", { cookie: ada.client.headers.cookie });
    await reporting(app, id);
    expect(await desk.heard("report.made", id)).toMatchObject({ siteId: app.site.id });
    desk.close();
  });

  test("counts as the site has set it", async () => {
    await app.settings({ reportsToQueue: 1 });
    try {
      const { id } = await anApprovedComment(app);
      await reporting(app, id);
      expect(await waiting()).toContain(id);
    } finally {
      await app.settings({ reportsToQueue: 3 });
    }
  });
});

describe("a decision", () => {
  test.each(["approve", "reject"] as const)(
    "to %s closes the open reports and keeps them with it",
    async (action) => {
      const { id } = await reported(app);
      const decision = await decided(ada.client, id, action);
      expect(await waiting()).not.toContain(id);
      expect((await reviewOf(ada.client, id)).reports).toEqual({ reporters: 0, items: [] });
      const { rows } = await app.db.query(`select distinct decision_id from reports where comment_id = $1`, [
        id,
      ]);
      expect(rows).toEqual([{ decision_id: decision.id }]);
      expect((await log(id)).at(-1)).toBe("report.closed");
      expect((await queueOf(ada.client)).counts.reported).toBe((await waiting()).length);
    },
  );

  test("after which new reports count from the start", async () => {
    const { id } = await reported(app);
    await decided(ada.client, id, "approve");
    await reporting(app, id, { network: "192.0.2.50" });
    await reporting(app, id, { network: "192.0.2.51" });
    expect(await waiting()).not.toContain(id);
    await reporting(app, id, { network: "192.0.2.52" });
    expect(await waiting()).toContain(id);
  });

  test("taken back opens its reports again, in their place in the queue", async () => {
    const [first, second] = [await reported(app), await reported(app)];
    const { id } = await decided(ada.client, first.id, "reject");
    await ada.client.post(`/api/decisions/${id}/undo`);
    const ids = (await waiting()).filter((one) => one === first.id || one === second.id);
    expect(ids).toEqual([first.id, second.id]);
    expect((await reviewOf(ada.client, first.id)).reports.reporters).toBe(3);
  });

  test("to hold moves it to the held, with its reports", async () => {
    const { id } = await reported(app);
    expect((await deciding(ada.client, id, "hold")).status).toBe(201);
    expect(await waiting()).not.toContain(id);
    expect(await reviewOf(ada.client, id)).toMatchObject({ queues: ["held"], reports: { reporters: 3 } });
  });
});

test("what its author withdraws waits no more", async () => {
  const comment = await reported(app);
  await clientAt(app.address).delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));
  expect(await waiting()).not.toContain(comment.id);
});
