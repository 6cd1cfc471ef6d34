import type { Tx } from "../db/pool.ts";
import type { NewDecision } from "../decisions/store.ts";
import type { NewEvent } from "../events/append.ts";
import { type Settled, settleOpen } from "./settle-store.ts";

const EVENT: Record<Settled["what"], NewEvent["type"]> = {
  reports: "report.closed",
  appeal: "appeal.decided",
  escalation: "escalation.decided",
};

/**
 * What people's decisions settle besides the comment: an approval or a refusal closes its open reports, any decision ends its escalation, and
 * an appeal is granted once the comment is no longer refused. A decision taken back opens again what it settled. Answers the events of it.
 */
export async function settle(tx: Tx, decided: NewDecision[], now: Date): Promise<NewEvent[]> {
  const byPeople = decided.filter((decision) => decision.actor === "moderator");
  if (byPeople.length === 0) return [];
  const of = new Map(byPeople.map((decision) => [decision.id, decision]));
  return (await settleOpen(tx, byPeople, now)).map(({ what, decisionId, ids }) => {
    const decision = of.get(decisionId) as NewDecision;
    return {
      type: EVENT[what],
      siteId: decision.siteId,
      articleId: decision.articleId,
      commentId: decision.commentId,
      actor: `moderator/${decision.moderatorId}`,
      data: { decisionId, ids, ...(what === "appeal" && { outcome: "overturned" }) },
    };
  });
}
