import { en, type Words } from "./words.en.ts";

declare const GERMAN_FILE: string;

/** A widget is never so long without words: English is there, another language is asked for this long at most. */
const PATIENCE_MS = 3_000;

let language = "en";
let rules = new Intl.PluralRules(language);

function many(count: number, one: string, other: string): string {
  return `${count.toLocaleString(language)} ${rules.select(count) === "one" ? one : other}`;
}

/** What the widget says, in the language it speaks. */
export const words: Words = en(many);

function formats() {
  const time = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);
  return {
    relative: new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" }),
    exact: time({ dateStyle: "full", timeStyle: "short" }),
    until: time({ dateStyle: "long", timeStyle: "short" }),
    day: time({ dateStyle: "medium" }),
  };
}
let format = formats();

export const spoken = (): string => language;

/** Learns another language's words from where the script came from, if they are there; English stays where they are not. */
export async function learn(origin: string): Promise<void> {
  const late = new Promise<never>((_, fail) => setTimeout(fail, PATIENCE_MS));
  try {
    const { de } = (await Promise.race([
      import(origin + GERMAN_FILE),
      late,
    ])) as typeof import("./words.de.ts");
    language = "de";
    rules = new Intl.PluralRules(language);
    format = formats();
    Object.assign(words, de(many));
  } catch {
    console.info("Replydesk: the German words could not be loaded.");
  }
}

export function exactTime(iso: string): string {
  return format.exact.format(new Date(iso));
}

/** A day and time in the reader's zone. */
export function untilTime(iso: string): string {
  return format.until.format(new Date(iso));
}

/** "now", "5 min. ago", "yesterday"; the date once a month has passed. */
export function relativeTime(iso: string, now: number): string {
  const { relative, day } = format;
  const minutes = Math.round((now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return relative.format(0, "second");
  if (minutes < 60) return relative.format(-minutes, "minute");
  const hours = Math.round(minutes / 60);
  if (hours < 24) return relative.format(-hours, "hour");
  const days = Math.round(hours / 24);
  return days < 31 ? relative.format(-days, "day") : day.format(new Date(iso));
}
