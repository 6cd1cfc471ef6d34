import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { assertOriginAllowed, canonicalUrl, keyOf } from "../../server/articles/key.ts";

const SAME: [string, string][] = [
  ["https://news.example/a", "https://news.example/a"],
  ["https://news.example/a/", "https://news.example/a"],
  ["https://news.example/a///", "https://news.example/a"],
  ["https://news.example", "https://news.example/"],
  ["HTTPS://News.Example:443/A", "https://news.example/A"],
  ["https://news.example/a#top", "https://news.example/a"],
  ["https://me:secret@news.example/a", "https://news.example/a"],
  ["https://news.example/a?utm_source=x&utm_medium=y&fbclid=z&gclid=1", "https://news.example/a"],
  ["https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2"],
  ["https://news.example/a?id=7&utm_campaign=x", "https://news.example/a?id=7"],
  ["https://news.example/a?reference=7", "https://news.example/a?reference=7"],
  ["https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"],
  ["https://news.example/a/../b", "https://news.example/b"],
];

test.each(SAME)("%s is the page %s", (address, page) => {
  expect(canonicalUrl(address)).toBe(page);
});

test("pages that differ in path, scheme, host or query differ", () => {
  const pages = [
    "https://a.example/x",
    "http://a.example/x",
    "https://b.example/x",
    "https://a.example/y",
    "https://a.example/x?p=1",
    "https://a.example/x?p=2",
  ];
  expect(new Set(pages.map(canonicalUrl)).size).toBe(pages.length);
});

test("a page's one address is its own", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const page = canonicalUrl(address);
      expect(canonicalUrl(page)).toBe(page);
    }),
  );
});

test("what is no address is refused", () => {
  for (const text of ["", "news", "/a", "//news.example/a", "https://"])
    expect(() => canonicalUrl(text)).toThrow("not a URL");
});

test("the site's own id names an article, whatever its address", () => {
  expect(keyOf({ id: "7", url: "https://a.example/x" })).toBe("id:7");
  expect(keyOf({ id: "7", url: "https://a.example/y" })).toBe("id:7");
  expect(keyOf({ url: "https://a.example/y/" })).toBe("url:https://a.example/y");
});

describe("a site takes comments", () => {
  const allowed = (origins: string[], article: string, page?: string): boolean => {
    try {
      assertOriginAllowed({ name: "The Daily", allowedOrigins: origins }, article, page, [
        "https://replydesk.example",
      ]);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: "forbidden" });
      return false;
    }
  };
  const mine = ["https://news.example"];
  test.each<[string[], string, string | undefined, boolean]>([
    [["*"], "https://any.example/a", "https://other.example", true],
    [mine, "https://news.example/a", undefined, true],
    [mine, "https://news.example/a", "https://news.example", true],
    [mine, "https://news.example/a", "https://replydesk.example", true],
    [mine, "http://news.example/a", undefined, false],
    [mine, "https://news.example.evil.example/a", undefined, false],
    [mine, "https://news.example:8443/a", undefined, false],
    [mine, "https://news.example/a", "https://evil.example", false],
    [mine, "https://news.example/a", "null", false],
    [[], "https://news.example/a", undefined, false],
  ])("%j: under %s from %s: %s", (origins, article, page, expected) => {
    expect(allowed(origins, article, page)).toBe(expected);
  });
});
