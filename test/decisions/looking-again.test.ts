import { expect, test } from "@jest/globals";
import { STATUSES } from "../../server/comments/contract.ts";
import { type LastDecision, statusAfterLookingAgain, type Verb } from "../../server/decisions/transitions.ts";

const unscored = (action: "hold" | "approve") => ({ rule: "unscored", action });
const by = (more: Partial<LastDecision>): LastDecision => ({
  actor: "rules",
  revision: 3,
  matches: [unscored("hold")],
  ...more,
});
const VERBS: Verb[] = ["approve", "hold", "reject", "withdraw", "resubmit"];

/** What looking again may lead to, from each status. */
function moves(last: LastDecision | undefined): string {
  return STATUSES.flatMap((status) =>
    VERBS.flatMap((verb) => {
      const to = statusAfterLookingAgain({ status, revision: 3 }, verb, last);
      return to ? [`${status}→${to}`] : [];
    }),
  ).join(" ");
}

const MAY = "held→approved held→held held→rejected approved→held";

test.each<[string, LastDecision | undefined, string]>([
  ["rules held it only because it was unscored", by({}), MAY],
  ["rules published it unscored", by({ matches: [unscored("approve")] }), MAY],
  [
    "another rule would have published it as well",
    by({ matches: [unscored("hold"), { rule: "friend", action: "approve" }] }),
    MAY,
  ],
  ["another rule held it too", by({ matches: [unscored("hold"), { rule: "links", action: "hold" }] }), ""],
  [
    "another rule only marked it",
    by({ matches: [unscored("hold"), { rule: "has-links", action: "tag" }] }),
    MAY,
  ],
  [
    "another rule held it because it did not know the score",
    by({ matches: [unscored("hold"), { rule: "insults", action: "hold", unknown: true }] }),
    MAY,
  ],
  [
    "another rule refused it",
    by({ matches: [unscored("hold"), { rule: "banned-words", action: "reject" }] }),
    "",
  ],
  ["it had a score", by({ matches: [{ rule: "score-insult", action: "hold" }] }), ""],
  ["no rule matched", by({ matches: [] }), ""],
  ["a moderator decided last, though rules had it unscored", by({ actor: "moderator" }), ""],
  ["its author changed it last", by({ actor: "reader" }), ""],
  ["rules decided on other words", by({ revision: 2 }), ""],
  ["nobody has decided yet", undefined, ""],
])("when %s", (_what, last, expected) => {
  expect(moves(last)).toBe(expected);
});
