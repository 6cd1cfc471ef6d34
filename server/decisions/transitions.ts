import type { Status } from "../comments/contract.ts";

export type ActorKind = "rules" | "moderator" | "reader";
export type Verb = "approve" | "hold" | "reject" | "withdraw" | "resubmit";

const AFTER = {
  approve: "approved",
  hold: "held",
  reject: "rejected",
  withdraw: "withdrawn",
  resubmit: "pending",
} as const satisfies Record<Verb, Status>;

/**
 * Who may move a comment, how, and from where. Rules only decide what nobody has decided; a person may decide anything that its
 * author has not withdrawn; an author may take back or edit what was not refused.
 */
const MAY: Record<ActorKind, Partial<Record<Verb, readonly Status[]>>> = {
  rules: { approve: ["pending"], hold: ["pending"], reject: ["pending"] },
  moderator: {
    approve: ["pending", "held", "approved", "rejected"],
    hold: ["pending", "held", "approved", "rejected"],
    reject: ["pending", "held", "approved", "rejected"],
  },
  reader: { withdraw: ["pending", "held", "approved"], resubmit: ["pending", "held", "approved"] },
};

/** The status after `verb`, or null when this actor may not do it from here. */
export function nextStatus(by: ActorKind, from: Status, verb: Verb): Status | null {
  return MAY[by][verb]?.includes(from) ? AFTER[verb] : null;
}

/** The status an undone decision leaves: where it came from, but never back to where nobody would look. */
export function statusAfterUndo(before: Status): Status {
  return before === "pending" ? "held" : before;
}
