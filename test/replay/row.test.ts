import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { postComment } from "../../server/comments/contract.ts";
import { readRow } from "../../server/replay/row.ts";

const BASE = "https://replay.example/";
const read = (line: unknown) => readRow(3, typeof line === "string" ? line : JSON.stringify(line), BASE);

test("a thread's line names its article by id, its reader, and whom it answers", () => {
  expect(
    read({
      n: 9,
      article: { id: "a 1", title: "The bridge", summary: "It opens." },
      reader: " Ana ",
      text: "No.\n",
      mentions: "@Ben @Carla",
      previous: "Yes.",
    }),
  ).toEqual({
    line: 3,
    article: { url: "https://replay.example/a%201", title: "The bridge", section: undefined },
    reader: "Ana",
    text: "No.\n",
    mentions: ["Ben", "Carla"],
    previous: "Yes.",
  });
});

test("a plain line names its article by address", () => {
  const article = { url: "https://news.example/bridge", title: "The bridge", section: "Town" };
  expect(read({ article, reader: { name: "Ana" }, text: "Yes." })).toMatchObject({
    article,
    reader: "Ana",
    mentions: [],
    previous: null,
  });
});

test.each([
  ["", "it is not JSON"],
  ["{", "it is not JSON"],
  ["[]", "it is not an object"],
  ["null", "it is not an object"],
  [{ article: {}, reader: "Ana", text: "Yes." }, "article: give it a url or an id"],
  [
    { article: { url: "ftp://x/y" }, reader: "Ana", text: "Yes." },
    "article.url: Give the article's full http or https address.",
  ],
  [{ article: { id: "a" }, reader: "Ana", text: "" }, "text: is empty"],
])("%j: %s", (line, why) => {
  expect(() => read(line)).toThrow(why);
});

test("whatever a line holds, it is a comment the API understands or is refused with a sentence that does not repeat it", () => {
  const line = fc.record({
    article: fc.record({ id: fc.string(), title: fc.string() }, { requiredKeys: [] }),
    reader: fc.oneof(fc.string(), fc.record({ name: fc.string() })),
    text: fc.string(),
    mentions: fc.oneof(fc.string(), fc.array(fc.string())),
    previous: fc.option(fc.string()),
  });
  fc.assert(
    fc.property(fc.oneof(line, fc.jsonValue(), fc.string()), (value) => {
      let row: ReturnType<typeof read>;
      try {
        row = read(value);
      } catch (error) {
        expect((error as Error).message).toMatch(/^[\w.]+( [\w.]+)*: .{1,80}$|^it is not/);
        return;
      }
      expect(postComment.body.shape.article.safeParse(row.article).success).toBe(true);
      expect(row.mentions.every((name) => name !== "" && !name.startsWith("@"))).toBe(true);
    }),
  );
});
