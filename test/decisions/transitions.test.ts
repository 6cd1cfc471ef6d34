import { describe, expect, test } from "@jest/globals";
import { STATUSES, type Status } from "../../server/comments/contract.ts";
import {
  type ActorKind,
  nextStatus,
  statusAfterUndo,
  type Verb,
} from "../../server/decisions/transitions.ts";

/** Every way a comment may move; what is not here may not happen. */
const MAY: Record<ActorKind, Partial<Record<Verb, string>>> = {
  rules: {
    approve: "pending→approved",
    hold: "pending→held",
    reject: "pending→rejected",
  },
  moderator: {
    approve: "pending→approved held→approved approved→approved rejected→approved",
    hold: "pending→held held→held approved→held rejected→held",
    reject: "pending→rejected held→rejected approved→rejected rejected→rejected",
  },
  reader: {
    withdraw: "pending→withdrawn held→withdrawn approved→withdrawn",
    resubmit: "pending→pending held→pending approved→pending",
  },
};

const VERBS: Verb[] = ["approve", "hold", "reject", "withdraw", "resubmit"];

describe.each(Object.keys(MAY) as ActorKind[])("%s", (actor) => {
  test.each(VERBS)("may %s from exactly the statuses of the table", (verb) => {
    const moves = STATUSES.flatMap((from) => {
      const to = nextStatus(actor, from, verb);
      return to ? [`${from}→${to}`] : [];
    });
    expect(moves.join(" ")).toBe(MAY[actor][verb] ?? "");
  });
});

test("nothing leads out of withdrawn, and rules touch only what is pending", () => {
  for (const verb of VERBS) {
    for (const actor of ["rules", "moderator", "reader"] as const)
      expect(nextStatus(actor, "withdrawn", verb)).toBeNull();
    for (const from of ["held", "approved", "rejected"] as const)
      expect(nextStatus("rules", from, verb)).toBeNull();
  }
});

test("undo goes back to where it came from, but to the queue where nobody had looked", () => {
  expect(STATUSES.map((before: Status) => [before, statusAfterUndo(before)])).toEqual([
    ["pending", "held"],
    ["held", "held"],
    ["approved", "approved"],
    ["rejected", "rejected"],
    ["withdrawn", "withdrawn"],
  ]);
});
