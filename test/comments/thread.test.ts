import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { PublicComment, Thread } from "../../server/comments/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type Client, clientAt } from "../support/client.ts";
import {
  ARTICLE,
  aHeldComment,
  anApprovedComment,
  aPendingComment,
  bearer,
  decided,
  reviewOf,
  rude,
  threadOf,
} from "../support/factories.ts";
import { until } from "../support/until.ts";

let app: TestApp;
let other: Client;
beforeAll(async () => {
  app = await startApp();
  other = clientAt(await app.startServer());
});
afterAll(() => app.close());

let articles = 0;
const anArticle = (): { url: string } => {
  articles += 1;
  return { url: `https://news.example/story-${articles}` };
};
const withdraw = (comment: { id: string; token: string }) =>
  app.reader.delete(`/api/sites/demo/comments/${comment.id}`, undefined, bearer(comment));
const edit = (comment: { id: string; token: string }, text: string) =>
  app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text }, bearer(comment));
const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

async function many(article: { url: string }, count: number, parentId?: string): Promise<string[]> {
  const made: string[] = [];
  for (let i = 0; i < count; i++) made.push((await aPendingComment(app, { article, parentId })).id);
  await app.drain();
  return made;
}

async function pages(
  query: Record<string, string>,
  between: () => Promise<unknown> = async () => {},
): Promise<PublicComment[]> {
  const all: PublicComment[] = [];
  let after: string | null = "";
  do {
    const page: Thread = await threadOf(app, { ...query, ...(after && { after }) });
    all.push(...page.items);
    after = page.next;
    await between();
  } while (after);
  return all;
}

describe("pages of a thread", () => {
  const article = anArticle();
  let ids: string[];
  beforeAll(async () => {
    ids = await many(article, 11);
    await many(article, 3, ids[2]);
    await many(article, 1, ids[7]);
  });

  for (const sort of ["newest", "oldest", "top"] as const) {
    for (const shape of ["flat", "tree"] as const) {
      test(`${sort} first, ${shape}: hold everything exactly once while new comments arrive`, async () => {
        const before = idsOf((await threadOf(app, { article: article.url, shape, limit: "200" })).items);
        const seen = idsOf(
          await pages({ article: article.url, sort, shape, limit: "4" }, () =>
            anApprovedComment(app, { article }),
          ),
        );
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(expect.arrayContaining(before));
        if (sort === "newest") expect([...seen].sort().reverse()).toEqual(seen);
        if (sort === "oldest") expect([...seen].sort()).toEqual(seen);
      });
    }
  }

  test("the most replied stand on top", async () => {
    const { items } = await threadOf(app, { article: article.url, sort: "top", limit: "3" });
    expect(items.slice(0, 2).map(({ id, replyCount }) => [id, replyCount])).toEqual([
      [ids[2], 3],
      [ids[7], 1],
    ]);
    expect(items[2]?.replyCount).toBe(0);
  });

  test("a page says how many comments the whole thread has", async () => {
    const { count } = await threadOf(app, { article: article.url, limit: "1" });
    expect(count).toBe((await threadOf(app, { article: article.url, limit: "200" })).items.length);
  });
});

test("an article nobody has written under is an empty thread", async () => {
  expect(await threadOf(app, { article: "https://news.example/untouched" })).toEqual({
    featured: [],
    items: [],
    next: null,
    count: 0,
  });
});

describe("a tree", () => {
  test("nests replies under their parents, oldest first", async () => {
    const article = anArticle();
    const top = await anApprovedComment(app, { article });
    const first = await anApprovedComment(app, { article, parentId: top.id });
    const second = await anApprovedComment(app, { article, parentId: top.id });
    const below = await anApprovedComment(app, { article, parentId: first.id });
    const { items, count } = await threadOf(app, { article: article.url, shape: "tree" });
    expect(count).toBe(4);
    expect(items).toMatchObject([
      {
        id: top.id,
        replyCount: 2,
        replies: [{ id: first.id, replies: [{ id: below.id, replies: [] }] }, { id: second.id }],
      },
    ]);
  });

  test("keeps the place of a comment that is gone while replies stand under it, and says nothing of it", async () => {
    const article = anArticle();
    const top = await anApprovedComment(app, { article, text: "Secret top", name: "Gus" });
    const middle = await anApprovedComment(app, {
      article,
      parentId: top.id,
      text: "Secret middle",
      name: "Hal",
    });
    const leaf = await anApprovedComment(app, { article, parentId: middle.id });
    await decided(app.owner, middle.id, "reject");
    await withdraw(top);
    const answer = await app.reader.get<Thread>(`/api/sites/demo/comments?shape=tree&article=${article.url}`);
    expect(answer.body.items).toMatchObject([
      {
        id: top.id,
        removed: true,
        text: "",
        html: "",
        reader: { name: "" },
        replies: [{ id: middle.id, removed: true, text: "", replies: [{ id: leaf.id }] }],
      },
    ]);
    expect(answer.text).not.toMatch(/Secret|Gus|Hal/);
    expect(answer.body.count).toBe(1);
    expect(idsOf((await threadOf(app, { article: article.url })).items)).toEqual([leaf.id]);
    await decided(app.owner, leaf.id, "reject");
    expect(await threadOf(app, { article: article.url, shape: "tree" })).toEqual({
      featured: [],
      items: [],
      next: null,
      count: 0,
    });
  });

  test("hangs a reply whose parents are all gone under the top", async () => {
    const article = anArticle();
    const chain: string[] = [];
    for (let i = 0; i < 4; i++)
      chain.push((await anApprovedComment(app, { article, parentId: chain.at(-1) })).id);
    for (const id of chain.slice(0, 3)) await decided(app.owner, id, "hold");
    const { items } = await threadOf(app, { article: article.url, shape: "tree" });
    expect(JSON.stringify(items)).toContain(chain[3]);
    expect(items).toHaveLength(1);
  });
});

describe("what a reader has is", () => {
  const etagOf = async (via: Client, article: { url: string }, etag?: string) =>
    via.get<Thread>(`/api/sites/demo/comments?article=${article.url}`, etag ? { "if-none-match": etag } : {});

  test("not sent again while nothing changed", async () => {
    const article = anArticle();
    await anApprovedComment(app, { article });
    const first = await etagOf(app.reader, article);
    const etag = first.headers.get("etag") as string;
    for (const via of [app.reader, other]) {
      const again = await etagOf(via, article, etag);
      expect([again.status, again.text]).toEqual([304, ""]);
    }
    expect((await etagOf(app.reader, article, `W/"x", ${etag}`)).status).toBe(304);
    expect((await etagOf(app.reader, article, '"something"')).status).toBe(200);
  });

  test("sent packed to who can unpack it", async () => {
    const article = anArticle();
    await many(article, 10);
    const url = `${app.address}/api/sites/demo/comments?article=${article.url}`;
    const packed = await fetch(url, { headers: { "accept-encoding": "gzip" } });
    const plain = await fetch(url, { headers: { "accept-encoding": "identity" } });
    expect([packed.headers.get("content-encoding"), plain.headers.get("content-encoding")]).toEqual([
      "gzip",
      null,
    ]);
    expect(await packed.text()).toBe(await plain.text());
  });

  const changes: [string, (comment: { id: string; token: string }) => Promise<unknown>][] = [
    ["a refusal", (comment) => decided(app.owner, comment.id, "reject")],
    ["a hold", (comment) => decided(app.owner, comment.id, "hold")],
    ["an edit", (comment) => edit(comment, rude())],
    ["a withdrawal", withdraw],
  ];
  for (const [what, change] of changes) {
    test(`old after ${what}: at once on the same server, in a moment on another`, async () => {
      const article = anArticle();
      const comment = await anApprovedComment(app, { article });
      const tags = await Promise.all(
        [app.reader, other].map(async (via) => (await etagOf(via, article)).headers.get("etag") as string),
      );
      expect(tags[0]).toBe(tags[1]);
      await change(comment);
      const here = await etagOf(app.reader, article, tags[0]);
      expect([here.status, here.body?.count]).toEqual([200, 0]);
      await until(
        "the other server knows",
        async () => (await etagOf(other, article, tags[1])).body?.count === 0,
      );
    });
  }

  test("old after an approval and its undo, on both servers", async () => {
    const article = anArticle();
    const comment = await aHeldComment(app, { article });
    for (const via of [app.reader, other]) expect((await etagOf(via, article)).body.count).toBe(0);
    const { id } = await decided(app.owner, comment.id, "approve");
    expect((await etagOf(app.reader, article)).body.count).toBe(1);
    await until("the other server knows", async () => (await etagOf(other, article)).body.count === 1);
    await app.owner.post(`/api/decisions/${id}/undo`);
    expect((await etagOf(app.reader, article)).body.count).toBe(0);
    await until(
      "the other server knows that too",
      async () => (await etagOf(other, article)).body.count === 0,
    );
  });

  test("old after the rules' decision", async () => {
    const article = anArticle();
    expect((await etagOf(app.reader, article)).body.count).toBe(0);
    await aPendingComment(app, { article });
    await app.drain();
    await until("both servers know", async () => {
      const both = await Promise.all([app.reader, other].map((via) => etagOf(via, article)));
      return both.every(({ body }) => body.count === 1);
    });
  });

  test("read anew after a server may have missed something", async () => {
    const article = anArticle();
    const comment = await anApprovedComment(app, { article });
    await etagOf(other, article);
    await app.cutFeeds(() => decided(app.owner, comment.id, "reject"));
    await until(
      "the other server has caught up",
      async () => (await etagOf(other, article)).body.count === 0,
    );
  });
});

test("every comment's page agrees with the desk in any status", async () => {
  const article = anArticle();
  const comment = await anApprovedComment(app, { article, text: "One & <two>" });
  const page = await app.reader.get<PublicComment>(`/api/sites/demo/comments/${comment.id}`);
  expect(page.body).toMatchObject({
    status: "approved",
    text: "One & <two>",
    html: "<p>One &amp; &lt;two&gt;</p>",
    replyCount: 0,
  });
  expect(await reviewOf(app.owner, comment.id)).toMatchObject({
    html: page.body.html,
    article: { url: article.url },
  });
  expect(ARTICLE.url).not.toBe(article.url);
});
