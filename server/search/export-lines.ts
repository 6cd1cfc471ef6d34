import { stringify } from "csv-stringify/sync";
import type { Review } from "../reviews/contract.ts";

const ATTRIBUTES = [
  "TOXICITY",
  "SEVERE_TOXICITY",
  "INSULT",
  "PROFANITY",
  "THREAT",
  "IDENTITY_ATTACK",
] as const;

/** The columns of an export, in their order. */
const COLUMNS: Record<string, (review: Review) => string | number | null> = {
  id: ({ id }) => id,
  site: ({ site }) => site.slug,
  article: ({ article }) => article.url,
  title: ({ article }) => article.title,
  section: ({ article }) => article.section,
  parent: ({ parent }) => parent?.id ?? null,
  reader: ({ reader }) => reader.id,
  name: ({ reader }) => reader.name,
  posted: ({ createdAt }) => createdAt,
  edited: ({ editedAt }) => editedAt,
  language: ({ language }) => language,
  status: ({ status }) => status,
  reason: ({ decision }) => decision?.reason ?? null,
  decidedBy: ({ decision }) => decision?.actor.name ?? null,
  decided: ({ decision }) => decision?.createdAt ?? null,
  rules: ({ why }) => why.map(({ rule }) => rule).join(" "),
  ...Object.fromEntries(
    ATTRIBUTES.map((attribute) => [attribute, ({ scores }: Review) => scores[attribute] ?? null]),
  ),
  text: ({ text }) => text,
};
const NAMES = Object.keys(COLUMNS);

const fieldsOf = (review: Review): [string, string | number | null][] =>
  Object.entries(COLUMNS).map(([name, of]) => [name, of(review)]);

export const csvHead = (): string => stringify([NAMES]);

/**
 * Comments as lines of CSV (RFC 4180). A field that a spreadsheet would take for a formula, because it begins with = + - @, a tab or a return, gets an
 * apostrophe before it (OWASP, "CSV Injection").
 */
export function csvLines(reviews: Review[]): string {
  return stringify(
    reviews.map((review) => fieldsOf(review).map(([, value]) => value)),
    { escape_formulas: true },
  );
}

/** Comments as JSON objects, one a line; the same fields as in CSV. */
export function jsonLines(reviews: Review[]): string {
  return reviews.map((review) => `${JSON.stringify(Object.fromEntries(fieldsOf(review)))}\n`).join("");
}
