import { describe, expect, it } from "@jest/globals";
import { changeQueue, emptyQueue, type QueueState } from "../../admin/queue/queue-state.ts";
import type { Review } from "../../server/reviews/contract.ts";

const NONE = new Map<string, number>();

function review(id: string, change: Partial<Review> = {}): Review {
  const reader = { id, name: id, kind: "guest", createdAt: "", approved: 0, held: 0, rejected: 0 } as const;
  return {
    id,
    version: 2,
    revision: 1,
    status: "held",
    queues: ["held"],
    reports: { reporters: 0, items: [] },
    unscored: false,
    scorers: [],
    article: { assigned: [] },
    reader,
    ...change,
  } as unknown as Review;
}

const answer = (state: QueueState, ids: string[], complete = true, decided = NONE): QueueState =>
  changeQueue(state, { type: "answered", reviews: ids.map((id) => review(id)), complete, decided });

const ids = (state: QueueState): string[] => state.entries.map((entry) => entry.review.id);
const gone = (state: QueueState): string[] =>
  state.entries.filter((entry) => entry.gone).map((entry) => entry.review.id);

describe("the queue on screen", () => {
  const shown = answer(emptyQueue, ["a", "b", "c"]);

  it("starts at the first comment", () => {
    expect(shown.currentId).toBe("a");
  });

  it("adds what arrives behind everything shown", () => {
    const next = answer(shown, ["a", "b", "c", "d"]);
    expect(ids(next)).toEqual(["a", "b", "c", "d"]);
    expect(next.fresh).toEqual([]);
  });

  it("announces what would push itself in front, and moves nothing", () => {
    const next = answer(shown, ["z", "a", "y", "b", "c"]);
    expect(ids(next)).toEqual(["a", "b", "c"]);
    expect(next.fresh.map((one) => one.id)).toEqual(["z", "y"]);
    const merged = changeQueue(next, { type: "show-fresh", decided: NONE });
    expect(ids(merged)).toEqual(["z", "a", "y", "b", "c"]);
    expect(merged.currentId).toBe("a");
  });

  it("keeps what others took in its place until the moderator moves on", () => {
    const taken = answer(shown, ["b", "c"]);
    expect(ids(taken)).toEqual(["a", "b", "c"]);
    expect(gone(taken)).toEqual(["a"]);
    expect(taken.currentId).toBe("a");
    const moved = changeQueue(taken, { type: "step", by: 1 });
    expect(moved.currentId).toBe("b");
    expect(ids(moved)).toEqual(["b", "c"]);
  });

  it("does not take a comment for gone when only the pages fetched end before it", () => {
    expect(gone(answer(shown, ["z", "y", "a"], false))).toEqual([]);
    expect(gone(answer(shown, ["a", "c"], false))).toEqual(["b"]);
  });

  it("goes on to the next one at a decision, and to the one before at the end", () => {
    const first = changeQueue(shown, { type: "removed", id: "a" });
    expect(first.currentId).toBe("b");
    const last = changeQueue({ ...shown, currentId: "c" }, { type: "removed", id: "c" });
    expect(last.currentId).toBe("b");
  });

  it("passes over what a colleague is on while something else waits", () => {
    const on = (name: string) => ({ claim: { moderator: { id: name, name } } }) as Partial<Review>;
    const reviews = [review("a", on("ben")), review("b", on("me")), review("c", on("ben")), review("d")];
    const answered = changeQueue(
      { ...emptyQueue, me: "me" },
      { type: "answered", reviews, complete: true, decided: NONE },
    );
    expect(answered.currentId).toBe("b");
    const next = changeQueue(answered, { type: "removed", id: "b" });
    expect(next.currentId).toBe("d");
    expect(changeQueue(next, { type: "removed", id: "d" }).currentId).toBe("c");
  });

  it("goes on when a colleague was a moment faster, but not from what the person chose", () => {
    expect(changeQueue(shown, { type: "passed", id: "a" }).currentId).toBe("b");
    const chosen = changeQueue(shown, { type: "select", id: "a" });
    expect(changeQueue(chosen, { type: "passed", id: "a" }).currentId).toBe("a");
  });

  it("does not show again what was decided here while an older answer was on its way", () => {
    const decided = new Map([["a", 2]]);
    const after = answer(changeQueue(shown, { type: "removed", id: "a" }), ["a", "b", "c"], true, decided);
    expect(ids(after)).toEqual(["b", "c"]);
    expect(after.fresh).toEqual([]);
  });

  it("shows again what came back with a later version", () => {
    const reviews = [review("a", { version: 3 }), review("b")];
    const back = changeQueue(emptyQueue, {
      type: "answered",
      reviews,
      complete: true,
      decided: new Map([["a", 2]]),
    });
    expect(ids(back)).toEqual(["a", "b"]);
  });

  it("puts a failed decision back without moving what is being read", () => {
    const after = changeQueue(shown, { type: "removed", id: "a" });
    const back = changeQueue(after, { type: "restored", review: review("a"), at: 0, go: false });
    expect(ids(back)).toEqual(["a", "b", "c"]);
    expect(back.currentId).toBe("b");
  });

  it("shows new scores of a comment in its place", () => {
    const scored = (at: string) => review("b", { scorers: [{ scorer: "local", at }] as Review["scorers"] });
    const change = (state: QueueState, at: string): QueueState =>
      changeQueue(state, {
        type: "answered",
        reviews: [review("a"), scored(at), review("c")],
        complete: true,
        decided: NONE,
      });
    const after = change(change(shown, "2026-11-01"), "2026-11-02");
    expect(ids(after)).toEqual(["a", "b", "c"]);
    expect(after.entries[1]?.review.scorers[0]?.at).toBe("2026-11-02");
  });

  it("goes to what was taken back", () => {
    const after = changeQueue(shown, { type: "removed", id: "a" });
    const back = changeQueue(after, { type: "restored", review: review("a"), at: 0, go: true });
    expect(back.currentId).toBe("a");
  });
});
