import type { Status } from "../comments/contract.ts";
import { type RuleMatch, UNSCORED_RULE } from "./contract.ts";

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

/** Where rules may lead a comment when they look again. What has been public they never refuse without a person. */
const AGAIN: Partial<Record<Status, readonly Verb[]>> = {
  held: ["approve", "hold", "reject"],
  approved: ["hold"],
};

/** A comment's latest decision, as far as it matters to who may decide next. */
export interface LastDecision {
  actor: ActorKind;
  revision: number;
  matches: Pick<RuleMatch, "rule" | "action" | "unknown">[];
}

/**
 * The status when rules look again at a comment because it has a score at last; null when they may not. They may only where the latest decision is their own, on
 * these very words, made without a score; and what other rules held as well waits for a person all the same.
 */
export function statusAfterLookingAgain(
  comment: { status: Status; revision: number },
  verb: Verb,
  last: LastDecision | undefined,
): Status | null {
  if (last?.actor !== "rules" || last.revision !== comment.revision) return null;
  const unscored = last.matches.filter(({ rule }) => rule === UNSCORED_RULE);
  // What only marks decides nothing, and what acted because something was unknown may know it now.
  const others = last.matches.filter(
    ({ rule, action, unknown }) =>
      rule !== UNSCORED_RULE && action !== "approve" && action !== "tag" && !unknown,
  );
  if (unscored.length === 0 || others.length > 0) return null;
  return AGAIN[comment.status]?.includes(verb) ? AFTER[verb] : null;
}

/** The status an undone decision leaves: where it came from, but never back to where nobody would look. */
export function statusAfterUndo(before: Status): Status {
  return before === "pending" ? "held" : before;
}
