import { t } from "i18next";
import { before, withUnit } from "../language/format.ts";

const STEPS = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
] as const;

/** How long between two moments, in the largest whole unit: "4 min", "2 hours". Under a minute: "a moment" or seconds; "now" where it is `short`. */
export function duration(from: string | number | Date, to: number, short = false): string {
  const { n, unit } = span(from, to);
  if (unit === "second" && (short || n < 2)) return t(short ? "comment.time.now" : "comment.time.moment");
  return withUnit(n, unit, short ? "narrow" : unit === "day" || unit === "hour" ? "long" : "short");
}

/** "4 min. ago". */
export function ago(from: string, now: number): string {
  const { n, unit } = span(from, now);
  return unit === "second" && n < 2 ? t("comment.time.momentAgo") : before(n, unit);
}

function span(from: string | number | Date, to: number) {
  const seconds = Math.max(0, Math.round((to - new Date(from).getTime()) / 1_000));
  const [size, unit] = STEPS.find(([size]) => seconds >= size) ?? ([1, "second"] as const);
  return { n: Math.floor(seconds / size), unit };
}
