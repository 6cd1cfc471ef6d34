import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { escapeHtml, findLinks, render } from "../../server/comments/render.ts";
import { markupIn } from "../support/markup.ts";

const link = (href: string, text = href): string =>
  `<a href="${href}" rel="ugc nofollow noopener" target="_blank">${text}</a>`;

describe("a comment's text", () => {
  const TABLE: [string, string][] = [
    ["One line.", "<p>One line.</p>"],
    ["One\ntwo\r\nthree\rfour", "<p>One<br>two<br>three<br>four</p>"],
    ["One\n\nTwo\n \t\n\nThree", "<p>One</p><p>Two</p><p>Three</p>"],
    ["\n\n  padded \n\n", "<p>padded</p>"],
    [`<b>"bold" & 'brave'</b>`, "<p>&lt;b&gt;&quot;bold&quot; &amp; &#39;brave&#39;&lt;/b&gt;</p>"],
    ["&amp;", "<p>&amp;amp;</p>"],
    ["See https://news.example/a?b=1&c=2.", `<p>See ${link("https://news.example/a?b=1&amp;c=2")}.</p>`],
    ["(https://news.example/a_(b))", `<p>(${link("https://news.example/a_(b)")})</p>`],
    [
      "news.com and www.news.com",
      `<p>${link("http://news.com", "news.com")} and ${link("http://www.news.com", "www.news.com")}</p>`,
    ],
    ["a@news.com", "<p>a@news.com</p>"],
    ["javascript:alert(1)", "<p>javascript:alert(1)</p>"],
    ["ftp://news.com/a", "<p>ftp://news.com/a</p>"],
  ];
  test.each(TABLE)("%j becomes %j", (text, html) => {
    expect(render(text)).toBe(html);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom("<", ">", '"', "'", "&", "\n", "\r\n", " ", "\0", "\u2028", "`", "=", "/", "\\"),
      fc.constantFrom(
        "<script>",
        "</p>",
        "<a href=",
        " onerror=",
        "javascript:",
        "data:text/html,",
        "https://",
        "//",
        "www.",
        "news.example",
        ".com",
      ),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    ),
    { maxLength: 20 },
  );

  test("never becomes markup of its own, whatever it is made of", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(markupIn(render(parts.join("")))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("reads the same once its markup is taken away", () => {
    const plain = (text: string): string => text.replace(/\s+/g, "");
    const unescaped = (html: string): string =>
      html
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, "&");
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        expect(plain(unescaped(render(text).replace(/<[^>]*>/g, "")))).toBe(plain(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("links", () => {
  const COUNTED: [string, string[]][] = [
    ["no links. None at all, e.g. here.", []],
    ["https://a.example/x", ["https://a.example/x"]],
    ["buy at spam.com/x or www.spam.net", ["spam.com/x", "www.spam.net"]],
    ["HTTP://SHOUT.COM", ["HTTP://SHOUT.COM"]],
    ["mail me at a@b.com", []],
    ["version 1.2.3 of 10.0.0.1", []],
    ["end.Of sentence", []],
    ["//spam.com/x", ["//spam.com/x"]],
  ];
  test.each(COUNTED)("in %j are %j", (text, expected) => {
    expect(findLinks(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test("lie within the text, in order and apart", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(" ", "www.a.com")), { maxLength: 8 }),
        (parts) => {
          const text = parts.join("");
          let at = 0;
          for (const { start, end } of findLinks(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

test("escaping leaves nothing that opens or closes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => void expect(escapeHtml(text)).not.toMatch(/[<>"']/)),
  );
});
