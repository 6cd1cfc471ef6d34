import i18next from "i18next";

/** Formats made once per language and kind: making one costs more than using it a hundred times. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  kind: string,
  make: (locale: string) => F,
): F {
  const name = `${i18next.language} ${kind}`;
  const format = (made.get(name) as F | undefined) ?? make(i18next.language);
  made.set(name, format);
  return format;
}

/** "12,345", with at most one digit behind the point. */
export function number(n: number): string {
  return kept("number", (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })).format(n);
}

/** A score with two digits, as moderators compare them: "0.93". */
export function exact(score: number): string {
  return kept(
    "score",
    (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  ).format(score);
}

/** A number with its unit, which no line break parts: "4 min". `width`: how much of the unit is written out. */
export function withUnit(
  n: number,
  unit: "day" | "hour" | "minute" | "second" | "millisecond",
  width: "long" | "short" | "narrow" = "short",
): string {
  return kept(
    `${unit} ${width}`,
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay: width,
        ...(unit === "millisecond" ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 }),
      }),
  )
    .format(n)
    .replace(" ", "\u00a0");
}

/** "4 min. ago". */
export function before(n: number, unit: "day" | "hour" | "minute" | "second"): string {
  const style = unit === "minute" || unit === "second" ? "short" : "long";
  return kept(`${style} ago`, (locale) => new Intl.RelativeTimeFormat(locale, { style })).format(-n, unit);
}

/** A moment in full, in the viewer's time zone: for hovering. */
export function exactTime(at: string): string {
  return kept(
    "moment",
    (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }),
  ).format(new Date(at));
}

/** A day: "Wednesday, 25 November 2026". */
export function day(at: string): string {
  return kept("day", (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "full" })).format(new Date(at));
}

/** The time of a day: "14:05". */
export function clock(at: string): string {
  return kept("clock", (locale) => new Intl.DateTimeFormat(locale, { timeStyle: "short" })).format(
    new Date(at),
  );
}

/** A moment as a day and a time, in the viewer's time zone: "3 Dec 2026, 14:00". */
export function dayAndTime(at: string): string {
  return kept(
    "day and time",
    (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }),
  ).format(new Date(at));
}

/** A part of a whole: "20 %". */
export function percent(part: number): string {
  return kept(
    "percent",
    (locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }),
  ).format(part);
}

/** A language by its name: "de" is German. A code that nobody knows, or that is none, stays as it is. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(i18next.language, { type: "language", fallback: "code" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What stands between thousands and before decimals, for a field in which numbers are typed. */
export function separators(): { thousandSeparator: string; decimalSeparator: string } {
  const parts = new Intl.NumberFormat(i18next.language).formatToParts(12_345.6);
  const sign = (type: "group" | "decimal", otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { thousandSeparator: sign("group", ""), decimalSeparator: sign("decimal", ".") };
}
