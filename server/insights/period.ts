import type { Period } from "./contract.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How many parts each period has, and of what: the last one is not over. */
const PARTS = {
  day: { unit: "hour", parts: 24 },
  week: { unit: "day", parts: 7 },
  month: { unit: "day", parts: 30 },
} as const;

/** A period counted back from now: its parts' beginnings, the earliest first; days are those of the zone. */
export interface Span {
  unit: "hour" | "day";
  starts: Date[];
  from: Date;
  to: Date;
}

/** The hours of a day, or the days of a week or of thirty, up to now, as the clocks of an IANA time zone have them: a day may last 23 or 25 hours. */
export function spanOf(period: Period, zone: string, now: Date): Span {
  const { unit, parts } = PARTS[period];
  const clock = clockOf(zone);
  const starts = unit === "hour" ? hours(clock, parts, now) : days(clock, parts, now);
  return { unit, starts, from: starts[0] as Date, to: now };
}

type Clock = (at: number) => number;

/** What the clocks of a zone show at a moment, as if they were of UTC, in ms. */
function clockOf(zone: string): Clock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

function hours(clock: Clock, parts: number, now: Date): Date[] {
  const second = Math.floor(now.getTime() / 1_000) * 1_000;
  const last = second - (clock(second) % HOUR);
  return Array.from({ length: parts }, (_, i) => new Date(last - (parts - 1 - i) * HOUR));
}

function days(clock: Clock, parts: number, now: Date): Date[] {
  const today = Math.floor(clock(now.getTime()) / DAY) * DAY;
  return Array.from({ length: parts }, (_, i) => firstMoment(clock, today - (parts - 1 - i) * DAY));
}

/** The first moment of a day. Where the clocks are changed about midnight, by the hour before or by the one after. */
function firstMoment(clock: Clock, day: number): Date {
  const by = (near: number): number => day - (clock(near) - near);
  const found = [by(day - DAY), by(day + DAY)]
    .sort((a, b) => a - b)
    .find((at) => clock(at) >= day && clock(at) < day + DAY);
  return new Date(found ?? by(day));
}
