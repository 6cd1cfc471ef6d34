import i18next, { t } from "i18next";
import type { Insights } from "../../server/insights/contract.ts";
import { clock, number, percent, withUnit } from "../language/format.ts";

/** Each part of the period by name: an hour by the clock, a day by its date. */
export function partNames({ unit, starts }: Pick<Insights, "unit" | "starts">): string[] {
  if (unit === "hour") return starts.map(clock);
  const format = new Intl.DateTimeFormat(i18next.language, {
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  return starts.map((at) => format.format(new Date(at)));
}

/** "4 min", "1 hr 20 min", "3 days"; a dash where there is nothing to tell. */
export function lasted(seconds: number | null): string {
  if (seconds === null) return "–";
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return withUnit(seconds, "second");
  if (minutes < 60) return withUnit(minutes, "minute");
  if (minutes >= 2_880) return withUnit(Math.round(minutes / 1_440), "day", "long");
  const hours = withUnit(Math.floor(minutes / 60), "hour");
  return minutes % 60 === 0 ? hours : `${hours} ${withUnit(minutes % 60, "minute")}`;
}

type Share = Insights["appeals"]["overturnedShare"];

/** "67 %"; a dash of nothing. */
export const shareSaid = ({ share }: Pick<Share, "share">): string => (share === null ? "–" : percent(share));

/** "67 % (50 to 80 %)". */
export function withInterval({ share, interval }: Share): string {
  if (share === null || interval === null) return "–";
  return t("insights.withInterval", {
    share: percent(share),
    low: number(Math.round(interval.low * 100)),
    high: percent(interval.high),
  });
}

export const sum = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0);
