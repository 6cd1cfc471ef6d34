import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { LEASE_SECONDS } from "../../server/claims/contract.ts";
import { newId } from "../../server/ids.ts";
import { attend, expirePresence } from "../../server/presence/attend.ts";
import type { Present } from "../../server/presence/contract.ts";
import type { SiteRow } from "../../server/sites/store.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  appealed,
  aSite,
  type Colleague,
  reviewOf,
  whoIs,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";
import { until } from "../support/until.ts";

let app: TestApp;
let elsewhere: string;
let theirs: SiteRow;
let ada: Colleague;
let ben: Colleague;
let cleo: Colleague;
let stranger: Colleague;
beforeAll(async () => {
  app = await startApp();
  elsewhere = await app.startServer();
  theirs = await aSite(app, { slug: "theirs", name: "Their Paper" });
  ada = await aModerator(app, { name: "Ada" });
  ben = await aModerator(app, { name: "Ben" });
  cleo = await aModerator(app, { name: "Cleo", sites: [theirs] });
  stranger = await aModerator(app, { name: "Sid", sites: [] });
});
afterEach(() => app.db.query(`delete from presence`));
afterAll(() => app.close());

type People = { people: Present[] };
const present = async ({ client }: Pick<Colleague, "client">) => {
  const { status, body } = await client.get<People>("/api/presence");
  expect(status).toBe(200);
  return body.people.map(({ name, comments }) => [name, comments]);
};
const attending = ({ client }: Pick<Colleague, "client">, commentId: string | null = null, tab = newId()) =>
  client.put<People>(`/api/presence/${tab}`, { commentId });

describe("who is at the desk", () => {
  test("is told to colleagues on every server with what each reads, once for all tabs, and never of oneself", async () => {
    const { id } = await aHeldComment(app);
    const tab = newId();
    const desk = await openSocket(elsewhere, "/desk", { cookie: ben.client.headers.cookie });
    expect((await attending(ada, null, tab)).body.people).toEqual([]);
    await attending(ada, id);
    expect((await attending(ben)).body.people).toMatchObject([{ name: "Ada", comments: [id] }]);
    expect(await present(ada)).toEqual([["Ben", []]]);
    const heard = await desk.heard("presence.changed");
    desk.close();
    expect(heard).toEqual({ type: "presence.changed" });
  });

  test("changes when somebody goes to another comment or leaves, and a renewal is no news", async () => {
    const [one, two] = [await aHeldComment(app), await aHeldComment(app)];
    const tab = newId();
    const by = await whoIs(app, ada.client);
    const desk = await openSocket(app.address, "/desk", { cookie: ben.client.headers.cookie });
    const told = async (what: () => Promise<unknown>) => {
      await what();
      await until("Ben's desk is told", () => desk.events.some(({ type }) => type === "presence.changed"));
      desk.events.length = 0;
      return present(ben);
    };
    expect(await told(() => attending(ada, one.id, tab))).toEqual([["Ada", [one.id]]]);
    expect(await told(() => attending(ada, two.id, tab))).toEqual([["Ada", [two.id]]]);
    await attend(app.db, by, { tab, commentId: two.id });
    expect(await told(() => ada.client.delete(`/api/presence/${tab}`))).toEqual([]);
    expect(desk.events).toEqual([]);
    desk.close();
  });

  test("is over by itself when the tab says nothing any more, and desks are told", async () => {
    const ago = new Date(Date.now() - LEASE_SECONDS * 1_000);
    const by = await whoIs(app, ada.client);
    const desk = await openSocket(app.address, "/desk", { cookie: ben.client.headers.cookie });
    const soon = new Date(ago.getTime() + 60_000);
    await attend(app.db, by, { tab: newId(), commentId: null }, soon);
    expect(await present(ben)).toEqual([["Ada", []]]);
    await app.db.query(`update presence set expires_at = $1`, [new Date()]);
    expect(await present(ben)).toEqual([]);
    await until("the row is gone", async () => {
      await expirePresence(app.db);
      return (await app.db.query(`select from presence`)).rowCount === 0;
    });
    await desk.heard("presence.changed");
    desk.close();
  });

  test("is over at once when one signs out or is deactivated", async () => {
    for (const end of [
      (one: Colleague) => one.client.delete("/api/session"),
      (one: Colleague) => app.owner.patch(`/api/moderators/${one.id}`, { active: false }),
    ]) {
      const one = await aModerator(app, { name: "Eve" });
      await attending(one);
      expect(await present(ben)).toEqual([["Eve", []]]);
      expect((await end(one)).status).toBeLessThan(300);
      expect(await present(ben)).toEqual([]);
    }
  });

  test("keeps sites apart: only who shares one is told, and only of comments on it", async () => {
    const both = await aModerator(app, { name: "Both", sites: [app.site, theirs] });
    const there = await aHeldComment(app, { site: "theirs" });
    const here = await aHeldComment(app);
    await attending(cleo, there.id);
    await attending(both, there.id);
    await attending(both, here.id);
    await attending(stranger);
    await attending({ client: app.owner });
    const told = async (one: Pick<Colleague, "client">) => (await present(one)).map(([name]) => name);
    expect(await present(ada)).toEqual([
      ["Both", [here.id]],
      ["Owner", []],
    ]);
    expect(await present(cleo)).toEqual([
      ["Both", [there.id]],
      ["Owner", []],
    ]);
    expect(await told(stranger)).toEqual([]);
    expect(await told({ client: app.owner })).toEqual(["Both", "Cleo", "Sid"]);
    for (const id of [there.id, newId()]) {
      const refused = await attending(ada, id);
      expect([refused.status, refused.text]).toEqual([
        404,
        expect.stringContaining("There is no such comment."),
      ]);
    }
  });

  test("tells whoever sees a section of a site of comments in it alone", async () => {
    const sam = await aModerator(app, { name: "Sam", sites: [] });
    await app.owner.patch(`/api/moderators/${sam.id}`, { sections: [{ site: "demo", section: "Sport" }] });
    const article = { url: "https://news.example/match", section: "Sport" };
    const [sport, other] = [await aHeldComment(app, { article }), await aHeldComment(app)];
    await attending(ada, sport.id);
    await attending(ada, other.id);
    await attending(sam);
    expect(await present(sam)).toEqual([["Ada", [sport.id]]]);
    expect(await present(ben)).toContainEqual(["Sam", []]);
    expect(await present(cleo)).toEqual([]);
    expect((await attending(sam, other.id)).status).toBe(404);
  });

  test("never tells who judges what is judged blind", async () => {
    const contested = await appealed(app, ben);
    const sampled = await aHeldComment(app);
    await app.db.query(
      `insert into queue_entries select comment_id, 'sample', site_id, article_id, since, moderator_id, language, scores, top, rules, reasons, reports
         from queue_entries where comment_id = $1`,
      [sampled.id],
    );
    expect((await reviewOf(ada.client, contested.id)).blind).toBe("appeal");
    for (const { id } of [contested, sampled]) {
      await attending(ada, id);
      expect(await present(ben)).toEqual([["Ada", []]]);
      expect(await present({ client: app.owner })).toEqual([["Ada", []]]);
    }
  });

  test("remembers twenty tabs of a session and no more, and writes nothing into the log", async () => {
    const { rows: before } = await app.db.query(`select count(*) from events`);
    for (let i = 0; i < 25; i += 1) await attending(ada);
    expect((await app.db.query(`select from presence`)).rowCount).toBe(20);
    expect((await app.db.query(`select count(*) from events`)).rows).toEqual(before);
  });
});
