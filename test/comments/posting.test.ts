import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { OwnComment, PostedComment } from "../../server/comments/contract.ts";
import { postingTo } from "../../server/comments/post.ts";
import { inTransaction } from "../../server/db/pool.ts";
import { lockComments } from "../../server/decisions/store.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { clientAt } from "../support/client.ts";
import {
  ARTICLE,
  aComment,
  aHeldComment,
  anApprovedComment,
  aPendingComment,
  aSite,
  harmless,
  posting,
  rude,
  threadOf,
} from "../support/factories.ts";
import { thinkingScorer } from "../support/scorers.ts";
import { until } from "../support/until.ts";

let app: TestApp;
const scorer = thinkingScorer();
beforeAll(async () => {
  scorer.stopThinking();
  app = await startApp({ scorers: [scorer] });
});
afterAll(async () => {
  scorer.stopThinking();
  await app.close();
});

const keyed = (key: string) => ({ "idempotency-key": key });
const stored = async (text: string): Promise<number> =>
  (await app.db.query(`select from comments where text = $1`, [text])).rowCount ?? 0;

test("a comment sent twice with one key is stored once and answered twice", async () => {
  const text = harmless();
  const first = await aPendingComment(app, { text, headers: keyed("one") });
  await app.drain();
  const second = await posting(app, { text, headers: keyed("one") });
  expect(second.status).toBe(201);
  expect(second.body).toMatchObject({ id: first.id, token: first.token, status: "approved" });
  expect(await stored(text)).toBe(1);
});

test("fifty copies at once with one key, through two servers, are one comment", async () => {
  const text = harmless();
  const clients = [app.reader, clientAt(await app.startServer())];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      posting(app, { text, headers: keyed("fifty"), via: clients[i % 2] }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(new Set(answers.map(({ body }) => body.token)).size).toBe(1);
  expect(await stored(text)).toBe(1);
  const readers = await app.db.query(
    `select from readers r where not exists (select from comments c where c.reader_id = r.id)`,
  );
  expect(readers.rowCount).toBe(0);
});

test("the same key twice in one batch is one comment, and its neighbours are stored", async () => {
  const post = postingTo(app.db);
  const text = harmless();
  const one = { site: app.site, article: ARTICLE, text, readerId: null, guest: { name: "Ana" } };
  const rows = await Promise.all([
    post({ ...one, idempotencyKey: "batch" }),
    post({ ...one, idempotencyKey: "batch" }),
    post({ ...one, idempotencyKey: "batch-other" }),
    post(one),
  ]);
  expect(rows[0]?.id).toBe(rows[1]?.id);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  expect(await stored(text)).toBe(3);
});

test("batches that carry the same keys in different orders do not wait for each other", async () => {
  const one = { site: app.site, article: ARTICLE, readerId: null, guest: { name: "Ana" } };
  const texts = new Map(["1", "2", "m", "n"].map((key) => [key, harmless()]));
  const post = postingTo(app.db);
  const postOther = postingTo(app.db);
  const batch = (keys: string[], by: typeof post) =>
    Promise.all(
      keys.map((key) => by({ ...one, text: texts.get(key) as string, idempotencyKey: `order-${key}` })),
    );
  // Somebody else is about to use the keys in the middle, so that both batches stand there at the same moment.
  const inTheWay = await app.db.connect();
  await inTheWay.query("begin");
  for (const key of ["m", "n"])
    await inTheWay.query(
      `insert into idempotency_keys (site_id, key, fingerprint, comment_id) values ($1, $2, '', $1)`,
      [app.site.id, `order-${key}`],
    );
  const both = Promise.all([batch(["1", "m", "2"], post), batch(["2", "n", "1"], postOther)]);
  await until("two batches wait", async () => {
    const { rows } = await app.asLogin(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.n === 2;
  });
  await inTheWay.query("rollback");
  inTheWay.release();
  const [here, there] = await both;
  expect([here[0]?.id, here[2]?.id]).toEqual([there[2]?.id, there[0]?.id]);
  for (const text of texts.values()) expect(await stored(text)).toBe(1);
});

test("a reply does not wait for a decision on its parent that is under way", async () => {
  const parent = await anApprovedComment(app);
  const answer = await inTransaction(app.db, async (tx) => {
    await lockComments(tx, [parent.id]);
    return posting(app, { parentId: parent.id });
  });
  expect(answer.status).toBe(201);
});

test("a key that was used for other words, another article or another reader is refused", async () => {
  const text = harmless();
  await aPendingComment(app, { text, headers: keyed("other") });
  const others = [
    { text: harmless() },
    { text, article: { url: "https://news.example/tram" } },
    { text, name: "Somebody else" },
  ];
  for (const wishes of others) {
    const { status, body } = await posting<{ code: string }>(app, { ...wishes, headers: keyed("other") });
    expect([status, body.code]).toEqual([422, "unprocessable"]);
  }
  expect(await stored(text)).toBe(1);
});

test("two copies at once with one key but different words store one and refuse the other", async () => {
  const answers = await Promise.all(
    [harmless(), harmless()].map((text) => posting(app, { text, headers: keyed("split") })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test("a key belongs to its site", async () => {
  const site = await aSite(app);
  const text = harmless();
  const here = await aPendingComment(app, { text, headers: keyed("both") });
  const there = await aPendingComment(app, { text, site: site.slug, headers: keyed("both") });
  expect(there.id).not.toBe(here.id);
});

test("a reply sent again with its key is answered even when its parent is gone meanwhile", async () => {
  const parent = await anApprovedComment(app);
  const text = harmless();
  const reply = await aPendingComment(app, { text, parentId: parent.id, headers: keyed("reply") });
  await app.reader.delete(`/api/sites/demo/comments/${parent.id}`, undefined, {
    authorization: `Bearer ${parent.token}`,
  });
  expect((await posting(app, { text, parentId: parent.id, headers: keyed("reply") })).body.id).toBe(reply.id);
});

test("a key that is too long or holds strange characters is refused", async () => {
  for (const key of ["x".repeat(201), "schlüssel"]) {
    expect((await posting(app, { headers: keyed(key) })).status).toBe(400);
  }
});

test("who prefers to wait is answered with the decision", async () => {
  for (const [text, status] of [
    [harmless(), "approved"],
    [rude(), "held"],
  ] as const) {
    const { body, headers } = await posting(app, { text, headers: { prefer: "respond-async, wait=8" } });
    expect(body).toMatchObject({ status, version: 2 });
    expect(headers.get("preference-applied")).toBe("wait=8");
  }
});

test("twenty who wait at once are each answered with their own decision", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => aComment(app, { text: i % 2 ? rude() : harmless() })),
  );
  answers.forEach(({ status }, i) => {
    expect(status).toBe(i % 2 ? "held" : "approved");
  });
});

test("who waits while the server hears nothing is answered as soon as it listens again, and in any case in time", async () => {
  const judged = (text: string) =>
    until("it is judged", async () => {
      const { rows } = await app.db.query(`select from comments where text = $1 and status <> 'pending'`, [
        text,
      ]);
      return rows.length > 0;
    });
  const [late, later] = [rude(), rude()];
  let waiting: ReturnType<typeof aPendingComment> | undefined;
  const start = Date.now();
  await app.cutFeeds(async () => {
    const short = posting(app, { text: late, headers: { prefer: "wait=1" } });
    await judged(late);
    expect((await short).body.status).toBe("held");
    waiting = aPendingComment(app, { text: later, headers: { prefer: "wait=10" } });
    await judged(later);
  });
  expect((await waiting)?.status).toBe("held");
  expect(Date.now() - start).toBeLessThan(9_000);
});

test("who waits for a scorer that does not answer is told in time that the comment is pending", async () => {
  scorer.think();
  const start = Date.now();
  const { status, body, headers } = await posting(app, { headers: { prefer: "wait=1" } });
  expect([status, body.status, headers.get("preference-applied")]).toEqual([201, "pending", "wait=1"]);
  expect(Date.now() - start).toBeGreaterThanOrEqual(1_000);
  expect(Date.now() - start).toBeLessThan(6_000);
  scorer.stopThinking();
  await app.drain();
});

test("who does not wait is answered at once, and a wait that makes no sense is no wait", async () => {
  scorer.think();
  for (const prefer of ["", "wait=0", "wait=soon", "wait=-3", "return=minimal"]) {
    const { body, headers } = await posting(app, { headers: { prefer } });
    expect([body.status, headers.has("preference-applied")]).toEqual(["pending", false]);
  }
  scorer.stopThinking();
  await app.drain();
});

test("a comment sent again while it is being judged waits for the same decision", async () => {
  scorer.think();
  const text = rude();
  const wishes = { text, headers: { ...keyed("again"), prefer: "wait=10" } };
  const first = aComment(app, wishes);
  await until("the scorer was asked", () => scorer.asked.includes(text));
  const second = aComment(app, wishes);
  scorer.stopThinking();
  const [one, two] = await Promise.all([first, second]);
  expect([one.status, two.status, two.id]).toEqual(["held", "held", one.id]);
});

test("a reply to a comment that is not public, or under another article, is refused in words, and nothing of it is kept", async () => {
  const held = await aHeldComment(app);
  const elsewhere = await anApprovedComment(app, { article: { url: "https://news.example/tram" } });
  for (const parentId of [held.id, elsewhere.id, "01890000-0000-7000-8000-000000000000"]) {
    const { status, body } = await posting<{ detail: string }>(app, { parentId, text: "Lost reply" });
    expect([status, body.detail]).toEqual([404, expect.stringContaining("not posted")]);
  }
  expect(await stored("Lost reply")).toBe(0);
});

test("replies nest as deep as the site allows, then stay on the last level", async () => {
  await app.settings({ maxDepth: 2 });
  const article = { url: "https://news.example/deep" };
  let parentId: string | undefined;
  for (let i = 0; i < 4; i++) parentId = (await anApprovedComment(app, { article, parentId })).id;
  const { items } = await threadOf(app, { article: article.url, sort: "oldest" });
  expect(items.map(({ depth }) => depth)).toEqual([0, 1, 2, 2]);
});

test("one page has one thread, however its address is written, and the site's own id holds through a new address", async () => {
  const ways = [
    "https://news.example/one-page",
    "https://news.example/one-page/",
    "https://NEWS.example/one-page?utm_source=mail&fbclid=x#comments",
    "https://user:secret@news.example:443/one-page",
  ];
  for (const url of ways) await aPendingComment(app, { article: { url } });
  const id = "story-17";
  await aPendingComment(app, { article: { url: "https://news.example/old-address", id } });
  await aPendingComment(app, { article: { url: "https://news.example/new-address", id } });
  await app.drain();
  for (const article of ways) expect((await threadOf(app, { article })).count).toBe(4);
  expect((await threadOf(app, { article: `id:${id}` })).count).toBe(2);
  expect((await threadOf(app, { article: "https://news.example/old-address" })).count).toBe(2);
});

test("comments from pages and for articles of other origins are refused where the site names its own", async () => {
  await app.owner.patch("/api/sites/demo", { allowedOrigins: ["https://news.example"] });
  const refused = [
    { article: { url: "https://evil.example/bridge" } },
    { headers: { origin: "https://evil.example" } },
    { headers: { origin: "null" } },
  ];
  for (const wishes of refused) expect((await posting(app, wishes)).status).toBe(403);
  expect((await posting(app, { headers: { origin: "https://news.example" } })).status).toBe(201);
  expect((await posting(app, { headers: { origin: app.address } })).status).toBe(201);
  await app.owner.patch("/api/sites/demo", { allowedOrigins: ["*"] });
});

test("nobody makes an address the server's own by naming it as the host", async () => {
  const behind = await startApp({ workers: false, publicUrl: "https://replydesk.example", trustProxy: 1 });
  try {
    await behind.owner.patch("/api/sites/demo", { allowedOrigins: ["https://news.example"] });
    const from = (url: string) =>
      posting(behind, {
        article: { url },
        headers: { "x-forwarded-host": new URL(url).host, "x-forwarded-proto": "https" },
      });
    expect((await from("https://evil.example/story")).status).toBe(403);
    expect((await from("https://replydesk.example/demo")).status).toBe(201);
    expect((await from("https://news.example/story")).status).toBe(201);
  } finally {
    await behind.close();
  }
});

test("a site's pages may read and post from the browser, and others' may not", async () => {
  const site = await aSite(app, { slug: "strict" });
  await app.owner.patch("/api/sites/strict", { allowedOrigins: ["https://news.example"] });
  const preflight = (origin: string) =>
    fetch(`${app.address}/api/sites/${site.slug}/comments`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
  const allowed = await preflight("https://news.example");
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get("access-control-allow-origin")).toBe("https://news.example");
  expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
  expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
});

test("a guest's e-mail address is stored and never shown", async () => {
  const { status, body } = await app.reader.post<PostedComment>("/api/sites/demo/comments", {
    article: ARTICLE,
    text: rude(),
    reader: { name: "  Fay  ", email: "fay@example.com" },
  });
  expect([status, body.reader.name]).toEqual([201, "Fay"]);
  await app.drain();
  const queue = await app.owner.get("/api/queue");
  const own = await app.reader.get<OwnComment>(`/api/sites/demo/comments/${body.id}`, {
    authorization: `Bearer ${body.token}`,
  });
  for (const { text } of [queue, own]) expect(text).not.toContain("fay@example.com");
  const { rows } = await app.db.query(`select email from readers where name = 'Fay'`);
  expect(rows).toEqual([{ email: "fay@example.com" }]);
});
