import type { RuleMatch } from "../decisions/contract.ts";
import { type Agreement, FEW_DECIDED, type Label } from "./contract.ts";
import { wilson } from "./wilson.ts";

/** Whether people decided as an action would have; null: they have not, or left it to somebody else. */
export function agrees(action: RuleMatch["action"], people: Label | null): boolean | null {
  if (people === null) return null;
  if (action === "approve") return people === "approved";
  if (action === "reject" && people === "held") return null;
  return people !== "approved";
}

export interface Counts {
  hits: number;
  agreed: number;
  disagreed: number;
}

export const none = (): Counts => ({ hits: 0, agreed: 0, disagreed: 0 });

export function count(counts: Counts, agreed: boolean | null): void {
  counts.hits += 1;
  if (agreed === true) counts.agreed += 1;
  if (agreed === false) counts.disagreed += 1;
}

export function shareOf({ agreed, disagreed }: Counts): Omit<Agreement, "undecided"> {
  const decided = agreed + disagreed;
  return {
    agreed,
    disagreed,
    precision: decided === 0 ? null : agreed / decided,
    interval: wilson(agreed, decided),
  };
}

export const agreementOf = (counts: Counts): Agreement & { few: boolean } => ({
  ...shareOf(counts),
  undecided: counts.hits - counts.agreed - counts.disagreed,
  few: counts.agreed + counts.disagreed < FEW_DECIDED,
});
