import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { OwnComment, PublicComment, Thread } from "../../server/comments/contract.ts";
import type { Feature, Worth } from "../../server/features/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type Client, clientAt } from "../support/client.ts";
import {
  aHeldComment,
  aModerator,
  anApprovedComment,
  aSite,
  bearer,
  type Colleague,
  decided,
  reported,
  reviewOf,
  threadOf,
} from "../support/factories.ts";
import { openSocket } from "../support/sockets.ts";
import { until } from "../support/until.ts";

let app: TestApp;
let ada: Colleague;
let elsewhere: Client;
beforeAll(async () => {
  app = await startApp({ trustProxy: 1 });
  ada = await aModerator(app, { name: "Ada" });
  elsewhere = clientAt(await app.startServer());
});
afterAll(() => app.close());

async function featuring<T = Feature>(id: string, by = ada.client, version?: number) {
  const seen = version ?? (await reviewOf(by, id)).version;
  return by.put<T>(`/api/comments/${id}/feature`, { version: seen });
}
const unfeaturing = (id: string, by = ada.client) => by.delete(`/api/comments/${id}/feature`);
const under = (path: string) => ({ url: `https://news.example/${path}` });
const onTop = async (article: { url: string }, via?: Client): Promise<string[]> =>
  (await threadOf(app, { article: article.url }, via)).featured.map(({ id }) => id);
async function eventsOn(id: string): Promise<{ type: string; actor: string }[]> {
  const { body } = await app.owner.get<{ items: { type: string; actor: string }[] }>(
    `/api/sites/demo/events?comment=${id}`,
  );
  return body.items.filter(({ type }) => type.endsWith("featured"));
}

describe("a featured comment", () => {
  test("stands on top of its thread on every server, and in its place with a mark", async () => {
    const article = under("on-top");
    const first = await anApprovedComment(app, { article });
    const reply = await anApprovedComment(app, { article, parentId: first.id });
    expect([await onTop(article), await onTop(article, elsewhere)]).toEqual([[], []]);
    const { status, body } = await featuring(reply.id);
    expect([status, body]).toMatchObject([200, { commentId: reply.id, by: { name: "Ada" } }]);
    const thread = await threadOf(app, { article: article.url, shape: "tree" });
    expect(thread.featured).toMatchObject([{ id: reply.id, featured: true, text: reply.text }]);
    expect(thread.items[0]?.replies).toMatchObject([{ id: reply.id, featured: true }]);
    expect(thread.items[0]).not.toHaveProperty("featured");
    await until(
      "the other server shows it on top",
      async () => (await onTop(article, elsewhere)).length === 1,
    );
    const alone = await app.reader.get<PublicComment>(`/api/sites/demo/comments/${reply.id}`);
    expect(alone.body.featured).toBe(true);
  });

  test("is told to its author, to the desk and to who reads along", async () => {
    const article = under("told");
    const comment = await anApprovedComment(app, { article });
    const readers = await openSocket(app.address, "/readers", { auth: { site: "demo", article } });
    await featuring(comment.id);
    expect(await readers.heard("comment.featured", comment.id)).not.toHaveProperty("actor");
    const own = await app.reader.get<OwnComment>(`/api/sites/demo/comments/${comment.id}`, bearer(comment));
    expect(own.body.featured).toBe(true);
    expect((await reviewOf(app.owner, comment.id)).featured).toMatchObject({ by: { name: "Ada" } });
    await unfeaturing(comment.id);
    await readers.heard("comment.unfeatured", comment.id);
    readers.close();
  });

  test("is featured once, whoever asks again, and taken down once; the log has both", async () => {
    const comment = await anApprovedComment(app, { article: under("once") });
    const [one, two] = [await featuring(comment.id), await featuring(comment.id, app.owner)];
    expect(two.body).toEqual(one.body);
    expect([await unfeaturing(comment.id), await unfeaturing(comment.id)].map((a) => a.status)).toEqual([
      204, 204,
    ]);
    expect(await eventsOn(comment.id)).toMatchObject([
      { type: "comment.unfeatured", actor: `moderator/${ada.id}` },
      { type: "comment.featured", actor: `moderator/${ada.id}` },
    ]);
  });

  test.each([
    ["rejected by a moderator", (id: string) => decided(app.owner, id, "reject", { reason: "spam" })],
    ["put on hold", (id: string) => decided(app.owner, id, "hold")],
    [
      "withdrawn by its author",
      (id: string, as: { token: string }) =>
        app.reader.delete(`/api/sites/demo/comments/${id}`, undefined, bearer(as)),
    ],
    [
      "rewritten by its author, who may have changed what was featured",
      (id: string, as: { token: string }) =>
        app.reader.patch(`/api/sites/demo/comments/${id}`, { text: "It opens at noon." }, bearer(as)),
    ],
  ])("is no longer featured once it is %s, also when it is public again", async (what, end) => {
    const article = under(`ends-${what.length}`);
    const comment = await anApprovedComment(app, { article });
    await featuring(comment.id);
    await end(comment.id, comment);
    await app.drain();
    if (!what.startsWith("withdrawn")) {
      if ((await reviewOf(app.owner, comment.id)).status !== "approved")
        await decided(app.owner, comment.id, "approve");
      expect((await threadOf(app, { article: article.url })).items).toHaveLength(1);
    }
    expect(await onTop(article)).toEqual([]);
    expect((await eventsOn(comment.id)).map(({ type }) => type)).toEqual([
      "comment.unfeatured",
      "comment.featured",
    ]);
  });

  test("is public, as it was seen, of one's own sites, and one of five under an article", async () => {
    const held = await aHeldComment(app);
    expect((await featuring(held.id)).status).toBe(409);
    const article = under("five");
    const comments = await Promise.all(Array.from({ length: 6 }, () => anApprovedComment(app, { article })));
    const first = comments[0] as (typeof comments)[0];
    expect((await featuring(first.id, ada.client, 1)).status).toBe(409);
    const stranger = await aModerator(app, { sites: [await aSite(app)] });
    expect((await stranger.client.put(`/api/comments/${first.id}/feature`, { version: 2 })).status).toBe(404);
    expect((await unfeaturing(first.id, stranger.client)).status).toBe(404);
    // All at once: no more are let in than may be.
    const answers = await Promise.all(comments.map(({ id }) => featuring(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 409]);
    expect(await onTop(article)).toHaveLength(5);
  });

  test("is listed at the desk, page by page, for who moderates its site", async () => {
    const site = await aSite(app);
    const other = await aModerator(app, { sites: [site] });
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { id } = await anApprovedComment(app, { site: site.slug });
      await featuring(id, other.client);
      ids.unshift(id);
    }
    const page = (after = "") =>
      other.client.get<{ items: Review[]; next: string | null }>(`/api/featured?limit=2${after}`);
    const { body } = await page();
    const rest = await page(`&after=${body.next}`);
    expect([...body.items, ...rest.body.items].map(({ id }) => id)).toEqual(ids);
    expect(rest.body.next).toBeNull();
    expect((await ada.client.get(`/api/featured?site=${site.slug}`)).status).toBe(404);
  });
});

describe("what may be worth featuring", () => {
  const LETTER =
    "I cross the bridge every morning with my daughter. When it closed, we lost the short way to school. We now walk by the mill, which is far, but we met our neighbours on the way. The council should say when it will open again, and what the work will cost. Nobody has told us yet. I would rather wait for a good bridge than cross a bad one.";
  type Page = { items: Worth[]; ranked: number };
  async function worthOf(site: string, by = app.owner, more = ""): Promise<Page> {
    const { status, body, text } = await by.get<Page>(`/api/worth-featuring?site=${site}${more}`);
    if (status !== 200) throw new Error(`It answered ${status}: ${text}`);
    return body;
  }

  test("is ranked with what it is ranked by; remarks, what is featured and what waits are left out", async () => {
    const site = await aSite(app, { settings: { reportsToQueue: 3 } });
    const of = { site: site.slug };
    const best = await anApprovedComment(app, { ...of, text: LETTER, name: "Ann" });
    await anApprovedComment(app, { ...of, text: "Well said.", parentId: best.id });
    const dull = await anApprovedComment(app, {
      ...of,
      text: "Infrastructure maintenance responsibilities necessitate comprehensive interdepartmental coordination throughout",
    });
    const done = await anApprovedComment(app, { ...of, text: `${LETTER} So there.` });
    await featuring(done.id, app.owner);
    await aHeldComment(app, { ...of, text: `${LETTER} You idiot.` });
    const { items, ranked } = await worthOf(site.slug);
    expect(items.map(({ comment }) => comment.id)).toEqual([best.id, dull.id]);
    expect(ranked).toBe(2);
    expect(items[0]).toMatchObject({
      seen: { words: 69, replies: 1, approved: 1, rejected: 0, strikes: 0 },
      parts: { length: 1, readability: 1, replies: 0.25 },
    });
    expect(items[0]?.score).toBeGreaterThan(items[1]?.score as number);
    expect((await worthOf(site.slug, app.owner, "&limit=1")).items).toHaveLength(1);
  });

  test("leaves out what readers have reported until somebody has looked at it", async () => {
    const comment = await reported(app, { text: `${LETTER} Reported.` });
    const listed = async () => (await worthOf("demo")).items.some(({ comment: { id } }) => id === comment.id);
    expect(await listed()).toBe(false);
    await decided(app.owner, comment.id, "approve");
    expect(await listed()).toBe(true);
  });

  test("goes by the site's weights, which its owner changes", async () => {
    const site = await aSite(app);
    const of = { site: site.slug };
    const letter = await anApprovedComment(app, { ...of, text: LETTER });
    const asked = await anApprovedComment(app, {
      ...of,
      text: "Does anybody know at all who has decided that it is to be closed, and when it will be open?",
    });
    await anApprovedComment(app, { ...of, text: "The council.", parentId: asked.id });
    const order = async () => (await worthOf(site.slug)).items.map(({ comment }) => comment.id);
    expect(await order()).toEqual([letter.id, asked.id]);
    const only = { length: 0, readability: 0, civility: 0, replies: 1, record: 0 };
    await app.owner.patch(`/api/sites/${site.slug}`, { settings: { featureWeights: only } });
    expect(await order()).toEqual([asked.id, letter.id]);
    const wrong = { settings: { featureWeights: { replies: 11 } } };
    expect((await app.owner.patch(`/api/sites/${site.slug}`, wrong)).status).toBe(400);
  });

  test("is of one's own sites alone, and of recent days", async () => {
    const site = await aSite(app);
    const { id } = await anApprovedComment(app, { site: site.slug, text: LETTER });
    expect((await ada.client.get(`/api/worth-featuring?site=${site.slug}`)).status).toBe(404);
    const { body } = await ada.client.get<Page>("/api/worth-featuring");
    expect(body.items.map(({ comment }) => comment.site.slug)).not.toContain(site.slug);
    await app.asLogin(
      `update search_entries set posted_at = posted_at - interval '5 days' where comment_id = $1`,
      [id],
    );
    expect((await worthOf(site.slug)).items).toEqual([]);
    expect((await worthOf(site.slug, app.owner, "&days=7")).items).toHaveLength(1);
  });
});

test("a page of a thread behind the first does not repeat what is on top", async () => {
  const article = under("pages");
  const comments = [
    await anApprovedComment(app, { article }),
    await anApprovedComment(app, { article }),
  ] as const;
  await featuring(comments[0].id);
  const first = await threadOf(app, { article: article.url, limit: "1" });
  const second: Thread = await threadOf(app, {
    article: article.url,
    limit: "1",
    after: first.next as string,
  });
  expect([first.featured.length, second.featured.length]).toEqual([1, 0]);
  expect(second.items).toMatchObject([{ id: comments[0].id, featured: true }]);
});
