import { STATUSES } from "../comments/contract.ts";
import type { Outcome } from "./replay.ts";

/** The value below which `part` of the values lie (nearest rank); NaN of none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** From the moment a comment was sent, in ms, each list for those it happened to. */
export function latencies({ accepted, heardAtDesk, heardByReaders }: Outcome) {
  const decided: number[] = [];
  const desk: number[] = [];
  const readers: number[] = [];
  for (const { comment, sentAt, decidedAt } of accepted) {
    if (decidedAt !== null) decided.push(decidedAt - sentAt);
    const atDesk = heardAtDesk?.get(comment.id);
    if (atDesk !== undefined) desk.push(atDesk - sentAt);
    const inArticle = heardByReaders.get(comment.id);
    if (inArticle !== undefined) readers.push(inArticle - sentAt);
  }
  return { decided, desk, readers };
}

const n = (value: number): string => value.toLocaleString("en-US");

/** What became of a run, for a person. */
export function report(outcome: Outcome): string {
  const { accepted, refused, badLines, lost, decidedTwice, storedTwice, seconds, triedAgain } = outcome;
  const readers = new Set(accepted.map(({ row }) => row.reader)).size;
  const articles = new Set(accepted.map(({ row }) => row.article.url)).size;
  const doubled = decidedTwice.length + storedTwice.length;
  const replies = accepted.filter(({ comment }) => comment.parentId !== null).length;
  return [
    "",
    `  ${n(accepted.length)} comments by ${n(readers)} readers under ${n(articles)} articles, ${n(replies)} of them replies,`,
    `  in ${seconds.toFixed(1)} s: ${(accepted.length / Math.max(seconds, 0.001)).toFixed(1)} a second`,
    "",
    count("accepted", accepted.length),
    count("decided", accepted.length - lost.length, statuses(outcome)),
    count("lost", lost.length, lost.length > 0 ? `lines ${firstFew(lost.map(({ row }) => row.line))}` : ""),
    count("doubled", doubled, doubledWords(outcome)),
    ...(refused.length > 0 ? [count("refused", refused.length, refusals(outcome))] : []),
    ...(badLines > 0 ? [count("bad lines", badLines)] : []),
    ...(triedAgain > 0
      ? [count("tried again", triedAgain, "times, because a server asked to or did not answer")]
      : []),
    ...why(outcome),
    ...times(outcome),
    "",
  ].join("\n");
}

const count = (what: string, value: number, more = ""): string =>
  `  ${what.padEnd(12)}${n(value).padStart(9)}   ${more}`.trimEnd();

function statuses({ accepted }: Outcome): string {
  return STATUSES.map((status) => ({
    status,
    found: accepted.filter(({ comment }) => comment.status === status).length,
  }))
    .filter(({ found }) => found > 0)
    .map(({ status, found }) => `${status} ${n(found)}`)
    .join(", ");
}

function doubledWords({ decidedTwice, storedTwice, audited }: Outcome): string {
  const found = [
    decidedTwice.length > 0 && `decided twice: ${firstFew(decidedTwice)}`,
    storedTwice.length > 0 && `stored twice: ${firstFew(storedTwice)}`,
  ].filter(Boolean);
  if (found.length > 0) return found.join("; ");
  return audited ? "by the audit log" : "by each comment's version and the public threads";
}

function refusals({ refused }: Outcome): string {
  const reasons = new Map<string, number>();
  for (const { why } of refused) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [...reasons]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([reason, times]) => `${n(times)} × ${reason}`)
    .join("  ");
}

function why({ whyHeld }: Outcome): string[] {
  if (whyHeld === null)
    return ["", "  Why comments are held is for the desk: give --email and --password of a moderator."];
  if (whyHeld.size === 0) return [];
  return [
    "",
    "  Held by (one comment may be held by several)",
    ...[...whyHeld].sort(([, a], [, b]) => b - a).map(([rule, held]) => count(`  ${rule}`.padEnd(40), held)),
  ];
}

function times(outcome: Outcome): string[] {
  const { decided, desk, readers } = latencies(outcome);
  const line = (what: string, values: number[]): string =>
    `  ${what.padEnd(26)}${[0.5, 0.9, 0.99, 1].map((part) => percentile(values, part).toFixed(1).padStart(9)).join("")}${n(values.length).padStart(9)}`;
  return [
    "",
    `  From sent, in ms           ${["p50", "p90", "p99", "longest", "of"]
      .map((name) => name.padStart(9))
      .join("")
      .slice(1)}`,
    ...(decided.length > 0 ? [line("to its author: decided", decided)] : []),
    ...(outcome.heardAtDesk ? [line("to the desk, live", desk)] : []),
    ...(readers.length > 0 ? [line("to the article, live", readers)] : []),
  ];
}

function firstFew(values: readonly (string | number)[]): string {
  const rest = values.length - 5;
  return values.slice(0, 5).join(", ") + (rest > 0 ? ` and ${n(rest)} more` : "");
}
