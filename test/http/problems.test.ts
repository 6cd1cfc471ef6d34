import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { PostedComment } from "../../server/comments/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { ARTICLE, aSite, posting, threadOf } from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const POSTS = "/api/sites/demo/comments";
const good = { article: ARTICLE, text: "Well said.", reader: { name: "Ana" } };
const send = (body: unknown, headers?: Record<string, string>) => app.reader.post(POSTS, body, headers);

describe("a refusal is a problem document that says what to do", () => {
  test("about its fields", async () => {
    const wrong: [unknown, string][] = [
      [{}, "article"],
      [{ ...good, text: 5 }, "text"],
      [{ ...good, text: null }, "text"],
      [{ ...good, text: "" }, "text"],
      [{ ...good, text: " \n\t\u200b\u00ad" }, "text"],
      [{ ...good, text: "x".repeat(5_001) }, "text"],
      [{ ...good, article: { url: "javascript:alert(1)" } }, "article.url"],
      [{ ...good, article: { url: "/bridge" } }, "article.url"],
      [{ ...good, article: { url: `https://news.example/${"x".repeat(2_000)}` } }, "article.url"],
      [{ ...good, article: [] }, "article"],
      [{ ...good, parentId: "1" }, "parentId"],
      [{ ...good, reader: { name: "  " } }, "reader.name"],
      [{ ...good, reader: { name: "Ana", email: "nobody" } }, "reader.email"],
      [[], ""],
    ];
    for (const [body, path] of wrong) {
      const answer = await send(body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 400, "invalid"]);
      expect(answer.body.errors?.map((error) => error.path)).toContain(path);
      expect(answer.body.detail.length).toBeGreaterThan(5);
    }
  });

  test("about a body that is not JSON", async () => {
    const bodies = [
      "{",
      "",
      "\0",
      '{"text":',
      "undefined",
      "\u{1F600}",
      "{'a':1}",
      '"text"',
      "5",
      "null",
      "true",
      '{"a":1}{"b":2}',
    ];
    for (const body of bodies) {
      const answer = await send(body);
      expect([body, answer.status, answer.body.code]).toEqual([body, 400, "invalid"]);
    }
  });

  test("about a body of another kind", async () => {
    const text = JSON.stringify(good);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const answer = await send(text, { "content-type": type });
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toContain("content-type: application/json");
    }
    expect((await send(text, { "content-encoding": "zip" })).status).toBe(415);
    expect((await send(text, { "content-type": "application/json; charset=latin1" })).status).toBe(415);
  });

  test("about a body that is too large, said or sent", async () => {
    const answer = await send({ ...good, text: "x".repeat(300_000) });
    expect([answer.status, answer.body.code]).toEqual([413, "too_large"]);
    expect(await sentInPieces("x".repeat(300_000))).toBe(413);
  });

  test("about a site or comment that is not there", async () => {
    const nobody = "01890000-0000-7000-8000-000000000000";
    for (const path of ["/api/sites/nowhere/comments?article=https://news.example/a", `${POSTS}/${nobody}`]) {
      expect((await app.reader.get(path)).status).toBe(404);
    }
    expect((await app.reader.post("/api/sites/nowhere/comments", good)).status).toBe(404);
    for (const path of [
      `${POSTS}/1`,
      "/api/sites/NOT%20A%20SLUG/comments?article=https://a.example",
      "/api/sites/%00/comments?article=https://a.example",
    ]) {
      expect((await app.reader.get(path)).status).toBe(400);
    }
    expect((await app.reader.get("/api/sites/%ff/comments?article=https://a.example")).status).toBe(400);
  });

  test("about an address or a method that leads nowhere", async () => {
    const answers = await Promise.all([
      app.reader.get("/api/nothing"),
      app.reader.get("/nothing"),
      app.reader.delete("/api/queue"),
      app.reader.patch(POSTS, good),
      app.reader.post("/api/sites/demo/comments/x/y", good),
    ]);
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, "not_found"]);
  });

  test("about a query", async () => {
    const page = `${POSTS}?article=${ARTICLE.url}`;
    for (const more of ["limit=0", "limit=201", "limit=x", "sort=best", "shape=round", "limit=5&limit=6"]) {
      const { status, body } = await app.reader.get(`${page}&${more}`);
      expect([more, status, body.code]).toEqual([more, 400, "invalid"]);
    }
    expect((await app.reader.get(POSTS)).status).toBe(400);
    expect((await app.reader.get(`${POSTS}?article=nonsense`)).status).toBe(400);
  });
});

test("a cursor that this list did not give is refused, wherever it comes from", async () => {
  for (let i = 0; i < 3; i++) await posting(app);
  await app.drain();
  const newest = (await threadOf(app, { limit: "1" })).next as string;
  const top = (await threadOf(app, { limit: "1", sort: "top" })).next as string;
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const foreign: [string, string][] = [
    ["newest", "x"],
    ["newest", "%00"],
    ["newest", top],
    ["top", newest],
    ["newest", encoded(["' or 1=1 --"])],
    ["newest", encoded([null])],
    ["newest", encoded({})],
    ["newest", encoded([])],
    ["top", encoded([2 ** 40 + 0.5, "01890000-0000-7000-8000-000000000000"])],
    ["top", encoded([0.5, "01890000-0000-7000-8000-000000000000"])],
    ["top", encoded([1e300, "01890000-0000-7000-8000-000000000000"])],
  ];
  for (const [sort, after] of foreign) {
    const { status, body } = await app.reader.get(
      `${POSTS}?article=${ARTICLE.url}&sort=${sort}&after=${after}`,
    );
    expect([sort, after, status, body.code]).toEqual([sort, after, 400, "invalid"]);
  }
  for (const path of [
    "/api/queue?",
    "/api/queue?sort=score&",
    "/api/sites?",
    "/api/sites/demo/articles?",
    "/api/sites/demo/events?",
  ]) {
    for (const after of [
      "x",
      encoded(["x"]),
      encoded([{}]),
      encoded([1e300]),
      encoded([0.5]),
      encoded([1e300, 1]),
      encoded(["2026-99-99T00:00:00Z", "x"]),
      encoded(["2026-02-30T00:00:00.000Z", "01890000-0000-7000-8000-000000000000"]),
    ]) {
      const { status } = await app.owner.get(`${path}after=${after}`);
      expect([path, after, status]).toEqual([path, after, 400]);
    }
  }
});

test("characters that no database keeps are taken out, and the rest is kept", async () => {
  const { status, body } = await send(
    `{"article":{"url":"${ARTICLE.url}","title":"a\\u0000b"},"text":"one\\u0000two \\ud83d three \\ud83d\\ude00","reader":{"name":"N\\u0000ul"}}`,
  );
  expect(status).toBe(201);
  expect(body as unknown as PostedComment).toMatchObject({
    text: "onetwo \ufffd three \u{1F600}",
    reader: { name: "Nul" },
  });
});

test("a comment of nothing but such characters is refused", async () => {
  expect(
    (await send(`{"article":{"url":"${ARTICLE.url}"},"text":"\\u0000\\u0000","reader":{"name":"Ana"}}`))
      .status,
  ).toBe(400);
});

test("bytes that are no UTF-8 do no harm", async () => {
  const text = Buffer.from(JSON.stringify({ ...good, text: "caf\u00e9" }), "latin1");
  const response = await fetch(app.address + POSTS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: text,
  });
  expect(response.status).toBe(201);
  expect(((await response.json()) as PostedComment).text).toBe("caf\ufffd");
});

test("a body with a byte order mark or in UTF-16 is read or refused, and never breaks the server", async () => {
  const marked = await fetch(app.address + POSTS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `\ufeff${JSON.stringify(good)}`,
  });
  expect([201, 400]).toContain(marked.status);
  const wide = await fetch(app.address + POSTS, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-16le" },
    body: Buffer.from(JSON.stringify(good), "utf16le"),
  });
  expect([201, 415]).toContain(wide.status);
});

test("settings that would take the prototype's place take nothing's place", async () => {
  await aSite(app, { slug: "proto" });
  const answer = await app.owner.patch(
    "/api/sites/proto",
    '{"settings":{"__proto__":{"moderation":"pre"},"constructor":{}}}',
  );
  expect(answer.status).toBeLessThan(500);
  expect(({} as { moderation?: string }).moderation).toBeUndefined();
  expect((await send({ ...good })).status).toBe(201);
});

test("a request that is cut off in the middle leaves the server well", async () => {
  for (let i = 0; i < 5; i++) await cutOff();
  expect((await send(good)).status).toBe(201);
});

function cutOff(): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(app.address + POSTS, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": "1000" },
    });
    sent.on("error", () => resolve());
    sent.on("close", () => resolve());
    sent.write('{"article":');
    sent.flushHeaders();
    setTimeout(() => sent.destroy(), 20);
  });
}

function sentInPieces(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      app.address + POSTS,
      { method: "POST", headers: { "content-type": "application/json" } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on("error", reject);
    sent.write('{"text":"');
    sent.end(`${text}"}`);
  });
}

const NOBODY = "00000000-0000-4000-8000-000000000000";
const at = (...keys: unknown[]): string => Buffer.from(JSON.stringify(keys)).toString("base64url");

test.each([
  "/api/search?min=1e-60",
  "/api/search?postedFrom=0000-01-01T00:00:00Z",
  "/api/search?decidedTo=2026-01-01T00:00:00%2B23:59",
  `/api/search?q=bridge&sort=relevance&after=${at(1e308, NOBODY)}`,
  `/api/queue?sort=score&after=${at(1e308, NOBODY)}`,
  `/api/queue?queue=reported&sort=reports&after=${at(1.5, "2026-01-01T00:00:00.000Z", NOBODY)}`,
  `/api/queue?queue=reported&sort=reports&after=${at(2 ** 40, "2026-01-01T00:00:00.000Z", NOBODY)}`,
])("a number or a moment that the database cannot hold is refused: %s", async (path) => {
  const { status, body } = await app.owner.get(path);
  expect({ status, code: body.code }).toEqual({ status: 400, code: "invalid" });
});

test.each<[string, unknown]>([
  [
    "/api/batches/preview",
    { filter: { queue: "held", scores: [{ attribute: "INSULT", from: 1e-60, to: 1 }] } },
  ],
  ["/api/batches", { action: "approve", comments: [{ id: NOBODY, version: 2 ** 40 }] }],
])("so it is in a body: %s %j", async (path, sent) => {
  const { status, body } = await app.owner.post(path, sent);
  expect({ status, code: body.code }).toEqual({ status: 400, code: "invalid" });
});

test("a rule nested thousands deep is refused", async () => {
  const when = `${'{"not":'.repeat(5_000)}{"fact":"links","op":">","value":1}${"}".repeat(5_000)}`;
  const sent = `{"definition":{"name":"Deep","then":"hold","reason":"Deep.","when":${when}}}`;
  const { status, body } = await app.owner.post("/api/sites/demo/rules", sent);
  expect({ status, code: body.code }).toEqual({ status: 400, code: "invalid" });
});
