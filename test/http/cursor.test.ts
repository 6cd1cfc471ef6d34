import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromCursor, toCursor } from "../../server/cursor.ts";
import { newId } from "../../server/ids.ts";

test("a cursor gives back what it was made of", () => {
  const id = newId();
  expect(fromCursor(toCursor(id), ["uuid"])).toEqual([id]);
  expect(fromCursor(toCursor(0.93, id), ["number", "uuid"])).toEqual(["0.93", id]);
  expect(fromCursor(toCursor(12, id), ["whole", "uuid"])).toEqual(["12", id]);
  expect(fromCursor(toCursor("2026-05-01T10:00:00.123Z", id), ["time", "uuid"])).toEqual([
    "2026-05-01T10:00:00.123Z",
    id,
  ]);
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1970-01-01"), max: new Date("2999-01-01"), noInvalidDate: true }),
      (date) => {
        expect(fromCursor(toCursor(date.toISOString()), ["time"])).toEqual([date.toISOString()]);
      },
    ),
  );
});

test("a cursor holds only what fits in a word of an address", () => {
  expect(toCursor(newId(), "2026-05-01T10:00:00.123Z")).toMatch(/^[\w-]+$/);
});

const REFUSED: [unknown, Parameters<typeof fromCursor>[1]][] = [
  [[], ["uuid"]],
  [["1"], ["uuid"]],
  [[newId().toUpperCase()], ["uuid"]],
  [[newId(), newId()], ["uuid"]],
  [[1.5], ["whole"]],
  [["1"], ["whole"]],
  [[2 ** 60], ["whole"]],
  [[null], ["number"]],
  [["2026-02-30T00:00:00.000Z"], ["time"]],
  [["0000-01-01T00:00:00.000Z"], ["time"]],
  [["+099999-01-01T00:00:00.000Z"], ["time"]],
  [["2026-05-01"], ["time"]],
  [{ 0: newId(), length: 1 }, ["uuid"]],
  [null, ["uuid"]],
];

test.each(REFUSED)("%j is no cursor of %j", (keys, kinds) => {
  const cursor = Buffer.from(JSON.stringify(keys)).toString("base64url");
  expect(() => fromCursor(cursor, kinds)).toThrow("not one that this list gave");
});

test("whatever is sent as a cursor is read or refused", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.json().map((json) => Buffer.from(json).toString("base64url")),
      ),
      (text) => {
        try {
          for (const key of fromCursor(text, ["time", "uuid"])) expect(typeof key).toBe("string");
        } catch (error) {
          expect(error).toMatchObject({ code: "invalid" });
        }
      },
    ),
  );
});
