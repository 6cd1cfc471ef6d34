import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SiteRow } from "../../server/sites/store.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aHeldComment,
  aModerator,
  aSite,
  bearer,
  type Colleague,
  decided,
  deciding,
  posting,
  queueOf,
  threadOf,
} from "../support/factories.ts";
import { openSocket, type TestSocket } from "../support/sockets.ts";

let app: TestApp;
let theirs: SiteRow;
let mine: Colleague;
let stranger: Colleague;
beforeAll(async () => {
  app = await startApp();
  theirs = await aSite(app, { slug: "theirs", name: "Their Paper" });
  mine = await aModerator(app, { sites: [app.site] });
  stranger = await aModerator(app, { sites: [] });
});
afterAll(() => app.close());

test("a moderator's queue and its count hold only their own sites' comments", async () => {
  const here = await aHeldComment(app);
  const there = await aHeldComment(app, { site: "theirs" });
  const all = await queueOf(app.owner);
  expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([here.id, there.id]));
  const own = await queueOf(mine.client);
  expect(own.items.map(({ site }) => site.slug)).toEqual(["demo"]);
  expect(own.counts.held).toBe(1);
  expect(await queueOf(stranger.client)).toEqual({
    items: [],
    next: null,
    counts: { held: 0, reported: 0, appealed: 0, sample: 0, escalated: 0, stuckAppeals: 0 },
  });
  expect((await queueOf(app.owner, { site: "theirs" })).items.map(({ id }) => id)).toEqual([there.id]);
  expect((await mine.client.get("/api/queue?site=theirs")).status).toBe(404);
});

test("another site's comment can be neither seen nor decided nor undone, and looks as if it were not there", async () => {
  const comment = await aHeldComment(app, { site: "theirs" });
  const missing = await mine.client.get("/api/comments/01890000-0000-7000-8000-000000000000");
  const seen = await mine.client.get(`/api/comments/${comment.id}`);
  expect([seen.status, seen.text]).toEqual([404, missing.text]);
  for (const version of [1, 2]) {
    const answer = await deciding(mine.client, comment.id, "approve", { version });
    expect([answer.status, answer.text.includes("current")]).toEqual([404, false]);
  }
  const { id } = await decided(app.owner, comment.id, "reject");
  expect((await mine.client.post(`/api/decisions/${id}/undo`)).status).toBe(404);
  const { rows } = await app.db.query(`select status, version from comments where id = $1`, [comment.id]);
  expect(rows).toEqual([{ status: "rejected", version: 3 }]);
});

test("another site's settings, articles, audit log and webhooks are not there for a moderator", async () => {
  const sites = await mine.client.get<{ items: SiteRow[] }>("/api/sites");
  expect(sites.body.items.map(({ slug }) => slug)).toEqual(["demo"]);
  for (const path of ["/api/sites/theirs", "/api/sites/theirs/articles"])
    expect((await mine.client.get(path)).status).toBe(404);
  for (const path of ["/api/sites/theirs/events", "/api/sites/theirs/webhooks"])
    expect([403, 404]).toContain((await mine.client.get(path)).status);
  const { rows } = await app.db.query<{ id: string }>(`select id from articles where site_id = $1`, [
    theirs.id,
  ]);
  const article = rows[0]?.id as string;
  expect(
    (await mine.client.patch(`/api/sites/theirs/articles/${article}`, { moderation: "pre" })).status,
  ).toBe(404);
  expect((await mine.client.patch(`/api/sites/demo/articles/${article}`, { moderation: "pre" })).status).toBe(
    404,
  );
  expect((await mine.client.patch("/api/sites/theirs", { name: "Mine" })).status).toBe(403);
});

test("one site's comment is not another's, whatever its address says", async () => {
  const comment = await aHeldComment(app, { site: "theirs" });
  await decided(app.owner, comment.id, "approve");
  expect((await app.reader.get(`/api/sites/theirs/comments/${comment.id}`)).status).toBe(200);
  expect((await app.reader.get(`/api/sites/demo/comments/${comment.id}`)).status).toBe(404);
  expect((await app.reader.get(`/api/sites/demo/comments/${comment.id}`, bearer(comment))).status).toBe(404);
  expect(
    (await app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment))).status,
  ).toBe(404);
  expect((await posting(app, { site: "demo", parentId: comment.id })).status).toBe(404);
  expect((await threadOf(app, { site: "theirs" })).items.map(({ id }) => id)).toContain(comment.id);
  expect((await threadOf(app)).items.map(({ id }) => id)).not.toContain(comment.id);
});

test("a moderator's desk hears of their own sites only, a stranger's of none", async () => {
  const desks: TestSocket[] = await Promise.all(
    [mine, stranger].map(({ client }) => openSocket(app.address, "/desk", { cookie: client.headers.cookie })),
  );
  const owner = await openSocket(app.address, "/desk", { cookie: app.owner.headers.cookie });
  const there = await aHeldComment(app, { site: "theirs" });
  const here = await aHeldComment(app);
  for (const comment of [there, here]) await owner.heard("comment.held", comment.id);
  await desks[0]?.heard("comment.held", here.id);
  expect(desks.map(({ events }) => [...new Set(events.map(({ siteId }) => siteId))])).toEqual([
    [app.site.id],
    [],
  ]);
  for (const socket of [...desks, owner]) socket.close();
});

test("a moderator who is given a site, or loses it, has or has not at once", async () => {
  await app.db.query(`insert into moderator_sites values ($1, $2)`, [stranger.id, theirs.id]);
  expect((await stranger.client.get("/api/sites/theirs")).status).toBe(200);
  await app.db.query(`delete from moderator_sites where moderator_id = $1`, [stranger.id]);
  expect((await stranger.client.get("/api/sites/theirs")).status).toBe(404);
});
