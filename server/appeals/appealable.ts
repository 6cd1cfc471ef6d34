import { APPEAL_MONTHS } from "./contract.ts";

/** Until when a refusal of that time may be contested. */
export function appealableUntil(refusedAt: Date): Date {
  const until = new Date(refusedAt);
  until.setUTCMonth(until.getUTCMonth() + APPEAL_MONTHS);
  return until;
}
