import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { render } from "../../server/comments/render.ts";
import { packageRoot } from "../../server/package-root.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { ARTICLE, posting, queueOf, threadOf } from "../support/factories.ts";
import { markupIn } from "../support/markup.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ settings: { maxLinks: null } });
});
afterAll(() => app.close());

const OURS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  'https://news.example/"onmouseover="alert(1)',
  "https://news.example/'><svg/onload=alert(1)>",
  "javascript:alert(1) data:text/html,<script>alert(1)</script> vbscript:msgbox(1)",
  "//news.example/<b>x</b>",
  "http://[::1]/ http://[ http://% http://a..b/ http://\u{1F600}.example/",
  '<a href="https://news.example" onclick=x>y</a>',
  "</p><p style=x>",
  "&lt;script&gt; &amp;lt; &#60;script&#62;",
  "\u202egnp.exe\u202c \u2066\u2069 \u200b\ufeff",
  "'; drop table comments; --",
  "$1 $$ %s %n {{7*7}} $\u007b7*7} <%= 7 %>",
  "a\r\n\r\nSet-Cookie: x=1\r\n\r\n",
  "Z\u0351\u036b\u0343\u036a\u0302".repeat(200),
  "\u{1F468}\u200d\u{1F469}\u200d\u{1F467}".repeat(100),
  "(".repeat(5_000),
  "www.".repeat(1_250),
  "http://".repeat(700),
  `http://a.example/${"(".repeat(4_000)}`,
  `${"a.".repeat(2_000)}example`,
  "@".repeat(5_000),
  "\n".repeat(2_000).concat("x"),
  "i d i o t ".repeat(500),
  "ﷺ".repeat(5_000),
];

const folder = join(packageRoot(), "../shared/data/hostile");
const given = existsSync(folder)
  ? {
      naughty: (JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")) as string[]).filter(
        (text) => text.trim() !== "",
      ),
      payloads: gunzipSync(readFileSync(join(folder, "xss-payloads.txt.gz")))
        .toString()
        .split("\n")
        .filter((text) => text.trim() !== ""),
    }
  : null;
if (!given) console.info("Skipped: the lists of hostile strings are not at ../shared/data/hostile.");

/** Posts each text, several at a time; fails on an answer that is neither a comment nor a refusal of an empty one. */
async function postAll(texts: readonly string[], url: string): Promise<number> {
  const left = [...texts];
  let accepted = 0;
  const poster = async (): Promise<void> => {
    for (let text = left.pop(); text !== undefined; text = left.pop()) {
      const answer = await posting(app, {
        text: text.slice(0, 5_000),
        name: text.slice(0, 50).trim() || "Ana",
        article: { url, title: text.slice(0, 200) },
      });
      if (answer.status === 201) {
        accepted += 1;
        expect(markupIn(answer.body.html)).toEqual([]);
      } else expect([text, answer.status]).toEqual([text, 400]);
    }
  };
  await Promise.all(Array.from({ length: 8 }, poster));
  return accepted;
}

async function expectHarmless(url: string, atLeast: number): Promise<void> {
  await app.drain(60);
  let seen = 0;
  let after: string | null = "";
  do {
    const page: Awaited<ReturnType<typeof threadOf>> = await threadOf(app, {
      article: url,
      limit: "200",
      ...(after && { after }),
    });
    for (const { html } of page.items) expect(markupIn(html)).toEqual([]);
    seen += page.items.length;
    after = page.next;
  } while (after);
  await queueOf(app.owner, { limit: "200" });
  const { rows } = await app.db.query(`select status, count(*)::int as n from comments group by status`);
  expect(rows.map(({ status }) => status)).not.toContain("pending");
  expect(seen).toBeGreaterThanOrEqual(atLeast);
}

test("what readers may try comes out as text, is judged and stays readable", async () => {
  const url = "https://news.example/tried";
  expect(await postAll(OURS, url)).toBe(OURS.length);
  await expectHarmless(url, OURS.length - 5);
}, 90_000);

test("a hostile article address is a refusal or an article, and never an error", async () => {
  for (const text of [
    ...OURS,
    "https://%00.example/",
    "https://news.example/%00%ff",
    "https://xn--/",
    `https://news.example/?${"a=1&".repeat(300)}`,
  ]) {
    const posted = await posting(app, { article: { url: text } });
    expect([201, 400]).toContain(posted.status);
    const read = await app.reader.get(
      `/api/sites/demo/comments?article=${encodeURIComponent(text.slice(0, 1_500))}`,
    );
    expect([200, 400]).toContain(read.status);
    const byId = await posting(app, { article: { url: ARTICLE.url, id: text.slice(0, 200).trim() || "x" } });
    expect(byId.status).toBe(201);
  }
});

test("an address that grows too long when it is written out is refused, and its neighbours are stored", async () => {
  const long = Array.from({ length: 1_900 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7_919) % 20_000)));
  const url = `https://news.example/${long.join("")}`;
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, () => posting(app)),
    posting(app, { article: { url } }),
    ...Array.from({ length: 20 }, () => posting(app)),
  ]);
  expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([400]);
  const read = await app.reader.get(
    `/api/sites/demo/comments?article=${encodeURIComponent(url.slice(0, 500))}`,
  );
  expect([200, 400]).toContain(read.status);
});

test("a body in UTF-16, half surrogate pairs included, is a comment or a refusal", async () => {
  const body = (text: string) =>
    Buffer.from(`{"article":{"url":"${ARTICLE.url}"},"reader":{"name":"Ana"},"text":"${text}"}`, "utf16le");
  for (const text of ["Half \ud83d of it", "Half \\ud83d and \\u0000 by number", "Whole \ud83d\ude00"]) {
    const response = await fetch(`${app.address}/api/sites/demo/comments`, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-16le" },
      body: body(text),
    });
    expect([text, [201, 400, 415].includes(response.status)]).toEqual([text, true]);
  }
});

test("a body nested thousands deep is refused", async () => {
  const deep = `${"[".repeat(60_000)}"\\u0041"${"]".repeat(60_000)}`;
  const { status } = await app.reader.post("/api/sites/demo/comments", `{"text":${deep}}`);
  expect(status).toBe(400);
});

test("a byte order mark before the body is no matter", async () => {
  const body = JSON.stringify({ article: ARTICLE, reader: { name: "Ana" }, text: "Marked." });
  expect((await app.reader.post("/api/sites/demo/comments", `\ufeff${body}`)).status).toBe(201);
});

test("a name of which nothing is seen is none", async () => {
  expect((await posting(app, { name: "\u200b\u2060" })).status).toBe(400);
});

(given ? describe : describe.skip)("the collected strings", () => {
  test("come out as text and are judged", async () => {
    const url = "https://news.example/naughty";
    const accepted = await postAll(given?.naughty ?? [], url);
    expect(accepted).toBeGreaterThan(400);
    await expectHarmless(url, accepted - 50);
  }, 90_000);

  test("hold no markup once rendered", () => {
    const bad = [...(given?.payloads ?? []), ...(given?.naughty ?? [])].flatMap((text) =>
      markupIn(render(text)),
    );
    expect(bad).toEqual([]);
    expect(given?.payloads.length).toBeGreaterThan(1_000);
  });
});
