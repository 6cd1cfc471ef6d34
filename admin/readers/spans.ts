/** How long a sanction may last, as the desk offers it. */
export const SPANS = ["hour", "day", "week", "month", "ever"] as const;
export type Span = (typeof SPANS)[number];

const HOURS: Record<Exclude<Span, "ever">, number> = { hour: 1, day: 24, week: 168, month: 720 };

/** When a span that begins now ends; undefined: never by itself. */
export function untilOf(span: Span, now = Date.now()): string | undefined {
  return span === "ever" ? undefined : new Date(now + HOURS[span] * 3_600_000).toISOString();
}
