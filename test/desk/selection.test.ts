import { describe, expect, it } from "@jest/globals";
import { MOST_CHOSEN, nothing, type Selection, select } from "../../admin/bulk/selection.ts";

const shown = ["a", "b", "c", "d", "e"];
const ids = (now: Selection): string[] => [...now.ids].sort();

describe("choosing in a list", () => {
  const b = select(nothing, { type: "toggle", id: "b" });

  it("adds one, and takes it away again", () => {
    expect(ids(b)).toEqual(["b"]);
    expect(ids(select(b, { type: "toggle", id: "b" }))).toEqual([]);
  });

  it("extends from the last one chosen, forward and back, and keeps what was chosen", () => {
    const forward = select(b, { type: "range", id: "d", shown });
    expect(ids(forward)).toEqual(["b", "c", "d"]);
    expect(ids(select(forward, { type: "range", id: "a", shown }))).toEqual(["a", "b", "c", "d"]);
  });

  it("begins at the one picked where nothing was chosen before, or it is gone", () => {
    expect(ids(select(nothing, { type: "range", id: "c", shown }))).toEqual(["c"]);
    expect(ids(select(b, { type: "range", id: "d", shown: ["c", "d"] }))).toEqual(["b", "d"]);
  });

  it("drops what has left, and means the whole queue only until one is taken away", () => {
    const all = select(b, { type: "all", shown });
    expect([all.all, ids(all)]).toEqual([true, shown]);
    expect(ids(select(all, { type: "left", shown: ["a", "c", "f"] }))).toEqual(["a", "c", "f"]);
    const fewer = select(all, { type: "toggle", id: "a" });
    expect([fewer.all, ids(fewer)]).toEqual([false, ["b", "c", "d", "e"]]);
    expect(ids(select(fewer, { type: "left", shown: ["a", "b"] }))).toEqual(["b"]);
  });

  it("stops at what one request takes", () => {
    const many = Array.from({ length: MOST_CHOSEN + 5 }, (_, i) => `${i}`);
    const full = select(nothing, { type: "shown", shown: many });
    expect(full.ids.size).toBe(MOST_CHOSEN);
    expect(select(full, { type: "toggle", id: "one more" }).ids.size).toBe(MOST_CHOSEN);
  });
});
