const STEPS: [seconds: number, name: string, plural: string][] = [
  [86_400, "day", "days"],
  [3_600, "hour", "hours"],
  [60, "min", "min"],
];

/** How long between two moments, in the largest whole unit: "4 min", "2 hours". Under a minute: "moments" or seconds, as asked. */
export function duration(from: string | number | Date, to: number, short = false): string {
  const seconds = Math.max(0, Math.round((to - new Date(from).getTime()) / 1_000));
  for (const [size, one, many] of STEPS) {
    const n = Math.floor(seconds / size);
    if (n >= 1) return short ? `${n} ${one.charAt(0)}` : `${n} ${n === 1 ? one : many}`;
  }
  return short ? "now" : seconds < 2 ? "a moment" : `${seconds} s`;
}

export function ago(from: string, now: number): string {
  return `${duration(from, now)} ago`;
}

/** The exact moment, for hovering. */
export function exactTime(at: string): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
}
