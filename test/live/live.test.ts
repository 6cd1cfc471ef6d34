import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "../support/app.ts";
import {
  ARTICLE,
  aComment,
  aHeldComment,
  aModerator,
  anApprovedComment,
  aPendingComment,
  appealing,
  bearer,
  decided,
  queueOf,
  reviewOf,
  rude,
  threadOf,
} from "../support/factories.ts";
import { openSocket, type TestSocket } from "../support/sockets.ts";
import { until } from "../support/until.ts";

let app: TestApp;
let elsewhere: string;
const opened: TestSocket[] = [];
beforeAll(async () => {
  app = await startApp({ publicUrl: "https://replydesk.example" });
  elsewhere = await app.startServer();
});
afterEach(() => {
  for (const socket of opened.splice(0)) socket.close();
});
afterAll(() => app.close());

async function open(...args: Parameters<typeof openSocket>): Promise<TestSocket> {
  const socket = await openSocket(...args);
  opened.push(socket);
  return socket;
}
const desk = (address = app.address, client = app.owner): Promise<TestSocket> =>
  open(address, "/desk", { cookie: client.headers.cookie });
const reader = (auth: object = {}, address = app.address): Promise<TestSocket> =>
  open(address, "/readers", { auth: { site: "demo", article: ARTICLE.url, ...auth } });
const edit = (comment: { id: string; token: string }, text: string) =>
  app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text }, bearer(comment));
const withdraw = (comment: { id: string; token: string }) =>
  app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));

describe("the desk's socket", () => {
  test("hears of a held comment, on every server, with ids and version and no word of the text", async () => {
    const sockets = [await desk(), await desk(elsewhere)];
    const comment = await aPendingComment(app, { text: rude() });
    for (const socket of sockets) {
      const event = await socket.heard("comment.held", comment.id);
      expect(event).toMatchObject({
        siteId: app.site.id,
        version: 2,
      });
      expect(JSON.stringify(socket.events)).not.toContain("idiot");
      expect((await queueOf(app.owner)).items.map(({ id }) => id)).toContain(event.commentId);
    }
  });

  test("hears what colleagues decide and take back, and what authors do", async () => {
    const socket = await desk();
    const comment = await aHeldComment(app);
    const { id } = await decided(app.owner, comment.id, "approve");
    await app.owner.post(`/api/decisions/${id}/undo`);
    await edit(comment, rude());
    await app.drain();
    await withdraw(comment);
    await socket.heard("comment.withdrawn", comment.id);
    const mine = socket.events.filter((event) => event.commentId === comment.id);
    expect(mine.map(({ type, version }) => `${type} ${version}`)).toEqual([
      "comment.held 2",
      "comment.decided 3",
      "comment.decided 4",
      "comment.edited 5",
      "comment.held 6",
      "comment.withdrawn 7",
    ]);
  });

  test("hears that somebody judged a comment, and never what they made of it or who they are", async () => {
    const ada = await aModerator(app, { name: "Ada" });
    const ben = await aModerator(app, { name: "Ben" });
    const cleo = await aModerator(app, { name: "Cleo" });
    const socket = await desk(app.address, ben.client);
    const comment = await aHeldComment(app);
    await decided(ada.client, comment.id, "reject", { reason: "insult" });
    const appeal = await appealing(app, comment);
    await cleo.client.post(`/api/appeals/${appeal.body.id}/judgements`, { verdict: "approve" });
    const made = await cleo.client.post<{ id: string }>(`/api/appeals/${appeal.body.id}/decisions`, {
      outcome: "overturned",
      version: 3,
    });
    expect((await cleo.client.post(`/api/decisions/${made.body.id}/undo`, {})).status).toBe(201);
    await until("Ben's desk knows the last version", () =>
      socket.events.some(({ commentId, version }) => commentId === comment.id && version === 5),
    );
    expect((await reviewOf(ben.client, comment.id)).blind).toBe("appeal");
    const heard = socket.events.filter(({ commentId }) => commentId === comment.id);
    expect(new Set(heard.map(({ type }) => type))).not.toContain("comment.rejected");
    expect(heard.filter(({ type }) => type === "comment.decided").map(({ version }) => version)).toEqual([
      3, 4, 5,
    ]);
    for (const event of heard)
      expect(JSON.stringify(event)).not.toMatch(
        new RegExp(`status|actor|approved|rejected|${ada.id}|${cleo.id}`),
      );
  });

  test("hears when a site's settings change", async () => {
    const socket = await desk();
    await app.owner.patch("/api/sites/demo", { name: "The Daily Example" });
    expect(await socket.heard("site.updated")).toMatchObject({ siteId: app.site.id });
  });

  test("of an owner hears of a site made after it was opened, and a moderator's does not", async () => {
    const socket = await desk();
    const { client } = await aModerator(app);
    const other = await desk(elsewhere, client);
    const site = await app.owner.post<{ id: string }>("/api/sites", {
      slug: "brand-new",
      name: "Brand new",
      allowedOrigins: ["*"],
    });
    const comment = await aPendingComment(app, { site: "brand-new", text: rude() });
    expect(await socket.heard("comment.held", comment.id)).toMatchObject({ siteId: site.body.id });
    const mine = await aPendingComment(app, { text: rude() });
    await other.heard("comment.held", mine.id);
    expect(other.events.map(({ siteId }) => siteId)).not.toContain(site.body.id);
  });

  test("is refused without a session, with one that ended, and to pages of other sites", async () => {
    for (const cookie of [undefined, "replydesk_session=x"]) {
      await expect(openSocket(app.address, "/desk", { cookie })).rejects.toThrow("Sign in first");
    }
    const { client } = await aModerator(app);
    await client.delete("/api/session");
    await expect(openSocket(app.address, "/desk", { cookie: client.headers.cookie })).rejects.toThrow(
      "Sign in first",
    );
    const { cookie } = app.owner.headers;
    for (const origin of ["https://evil.example", "null"]) {
      await expect(openSocket(app.address, "/desk", { cookie, origin })).rejects.toThrow();
    }
    for (const origin of [app.address, "https://replydesk.example"])
      await open(app.address, "/desk", { cookie, origin });
  });
});

describe("a reader's socket", () => {
  test("hears of what becomes public and what goes, and not of what others have waiting", async () => {
    const socket = await reader();
    const held = await aHeldComment(app);
    const rejected = await aHeldComment(app);
    await decided(app.owner, rejected.id, "reject", { reason: "insult" });
    const shown = await anApprovedComment(app);
    expect(await socket.heard("comment.approved", shown.id)).toMatchObject({ parentId: null, version: 2 });
    await decided(app.owner, shown.id, "reject", { reason: "spam" });
    await socket.heard("comment.withdrawn", shown.id);
    await decided(app.owner, held.id, "approve");
    await socket.heard("comment.approved", held.id);
    expect(socket.events.map(({ type, commentId }) => `${type} ${commentId}`)).toEqual([
      `comment.approved ${shown.id}`,
      `comment.withdrawn ${shown.id}`,
      `comment.approved ${held.id}`,
    ]);
    // Who decided, who wrote and why is nobody's business here.
    for (const event of socket.events)
      expect(Object.keys(event).sort()).toEqual([
        "articleId",
        "at",
        "commentId",
        "parentId",
        "siteId",
        "type",
        "version",
      ]);
  });

  test("learns that a comment is gone when it is edited or put on hold", async () => {
    const socket = await reader();
    const [edited, stopped] = [await anApprovedComment(app), await anApprovedComment(app)];
    await edit(edited, rude());
    await socket.heard("comment.withdrawn", edited.id);
    await decided(app.owner, stopped.id, "hold");
    await socket.heard("comment.withdrawn", stopped.id);
    await app.drain();
  });

  test("hears of one's own comments by token, in every status, on every server", async () => {
    const first = await aComment(app);
    const sockets = [await reader({ token: first.token }), await reader({ token: first.token }, elsewhere)];
    const other = await aHeldComment(app);
    const own = await aHeldComment(app, { as: first });
    await decided(app.owner, own.id, "reject", { reason: "insult" });
    await decided(app.owner, other.id, "reject");
    for (const socket of sockets) {
      expect(await socket.heard("comment.held", own.id)).toMatchObject({
        status: "held",
      });
      expect(await socket.heard("comment.rejected", own.id)).toMatchObject({ status: "rejected" });
      expect(socket.events.map(({ commentId }) => commentId)).not.toContain(other.id);
      expect(JSON.stringify(socket.events)).not.toContain("moderator/");
    }
  });

  test("hears nothing of other articles, with or without the article's own id", async () => {
    const article = { url: "https://news.example/tunnel", id: "tunnel-1" };
    const socket = await reader();
    const sockets = [await reader({ article }), await reader({ article: `id:${article.id}` })];
    const there = await anApprovedComment(app, { article });
    for (const one of sockets) await one.heard("comment.approved", there.id);
    const here = await anApprovedComment(app);
    await socket.heard("comment.approved", here.id);
    expect(socket.events.map(({ commentId }) => commentId)).toEqual([here.id]);
  });

  test("is refused without a site or an article, and a token that is none hears what everybody hears", async () => {
    for (const auth of [
      {},
      { site: "demo" },
      { site: "nowhere", article: ARTICLE.url },
      { site: "demo", article: "no address" },
      { site: 5, article: {} },
    ]) {
      await expect(openSocket(app.address, "/readers", { auth })).rejects.toThrow();
    }
    const socket = await reader({ token: "nonsense" });
    const shown = await anApprovedComment(app);
    await socket.heard("comment.approved", shown.id);
  });
});

test("a refusal that nobody foresaw tells nothing of the inside", async () => {
  await expect(reader({ site: "a\0b" })).rejects.toThrow(/^(Say which site|Something went wrong)/);
});

test("a server that could not listen for a while tells everybody to look again, and goes on", async () => {
  const [desks, readers] = [await desk(), await reader()];
  const comment = await aHeldComment(app);
  await app.cutFeeds(() => decided(app.owner, comment.id, "approve"));
  await Promise.all([desks.heard("queue.changed"), readers.heard("thread.changed")]);
  for (const { events } of [desks, readers])
    expect(events.map(({ type }) => type)).not.toContain("comment.approved");
  expect((await queueOf(app.owner)).items.map(({ id }) => id)).not.toContain(comment.id);
  expect((await threadOf(app)).items.map(({ id }) => id)).toContain(comment.id);
  const later = await aPendingComment(app, { text: rude() });
  await desks.heard("comment.held", later.id);
});

test("a burst is told whole, or by one word to look again", async () => {
  const socket = await desk();
  const posted = await Promise.all(Array.from({ length: 150 }, () => aPendingComment(app, { text: rude() })));
  await app.drain();
  await until("the desk knows of all", () => {
    const told = new Set(socket.events.map(({ commentId }) => commentId));
    return (
      socket.events.some(({ type }) => type === "queue.changed") || posted.every(({ id }) => told.has(id))
    );
  });
});
