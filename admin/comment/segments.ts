import { t } from "i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { exact } from "../language/format.ts";
import { attributeName, BANDS, bandOf } from "./bands.ts";
import { isScore } from "./conditions.ts";
import { ruleName } from "./rule-name.ts";

/** A stretch of text; `because` says in words what marks it, and is empty for plain text. */
export interface Segment {
  start: number;
  text: string;
  because: string[];
}

export interface Marked {
  start: number;
  end: number;
  because: string;
}

/** A span from here on carries its attribute. */
const SPAN_AT_LEAST = 0.5;
/** Where the comment as a whole scores low, the word that stands out most is still harmless: marking it would be noise. */
const COMMENT_AT_LEAST = BANDS[0].below;

/** Cuts a comment's text into plain and marked stretches. Overlapping marks become one that names every cause. */
export function segments(review: Pick<Review, "text" | "scores" | "spans" | "why">): Segment[] {
  return cut(review.text, [...fromSpans(review), ...fromRules(review)]);
}

/** Cuts a text at marks given in any order. */
export function cut(text: string, marked: Marked[]): Segment[] {
  const marks = merge(text, marked);
  const out: Segment[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) out.push({ start: at, text: text.slice(at, mark.start), because: [] });
    out.push({ start: mark.start, text: text.slice(mark.start, mark.end), because: mark.because });
    at = mark.end;
  }
  if (at < text.length) out.push({ start: at, text: text.slice(at), because: [] });
  return out;
}

function fromSpans({ scores, spans }: Pick<Review, "scores" | "spans">): Marked[] {
  return spans
    .filter((span) => span.score >= SPAN_AT_LEAST && (scores[span.attribute] ?? 1) >= COMMENT_AT_LEAST)
    .sort((a, b) => b.score - a.score)
    .map(({ start, end, attribute, score }) => ({
      start,
      end,
      because: `${attributeName(attribute)} ${t(`comment.bandSmall.${bandOf(score).name}`)}, ${exact(score)}`,
    }));
}

function fromRules({ why }: Pick<Review, "why">): Marked[] {
  return why.flatMap((rule) =>
    rule.conditions.flatMap((condition) =>
      // A score's words are its spans, which carry how much each weighs.
      (isScore(condition.fact) ? [] : (condition.marks ?? [])).map(({ start, end }) => ({
        start,
        end,
        because: ruleName(rule),
      })),
    ),
  );
}

function merge(text: string, marks: Marked[]): { start: number; end: number; because: string[] }[] {
  const usable = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const out: { start: number; end: number; because: string[] }[] = [];
  for (const { start, end, because } of usable) {
    const last = out.at(-1);
    if (last && (start < last.end || onlySpace(text.slice(last.end, start)))) {
      last.end = Math.max(last.end, end);
      if (!last.because.includes(because)) last.because.push(because);
    } else out.push({ start, end, because: [because] });
  }
  return out;
}

function onlySpace(between: string): boolean {
  return /^[ \t]*$/.test(between);
}
