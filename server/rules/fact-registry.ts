import { MOST_OTHERS, MOST_OWN } from "../repeats/limits.ts";
import { ATTRIBUTES } from "../scoring/scorer.ts";
import type { OPERATORS, RuleFact } from "./definition.ts";

type Operators = (typeof OPERATORS)[number][];

const OPERATORS_OF: Record<RuleFact["type"], Operators> = {
  score: [">=", ">", "<=", "<"],
  number: [">=", ">", "<=", "<", "="],
  boolean: ["="],
  text: ["=", "in"],
  list: ["in"],
  comment: ["uses", "matches"],
  words: ["in"],
};

type Described = Pick<RuleFact, "name" | "type" | "help"> & Partial<RuleFact>;

const fact = (described: Described): RuleFact => ({
  unit: null,
  min: null,
  max: null,
  operators: OPERATORS_OF[described.type],
  ...described,
});

const count = (name: string, help: string, more: Partial<RuleFact> = {}): RuleFact =>
  fact({ name, type: "number", min: 0, help, ...more });

const SCORES = ATTRIBUTES.map((name) =>
  fact({
    name,
    type: "score",
    min: 0,
    max: 1,
    help: `How likely people would call it ${name.toLowerCase().replaceAll("_", " ")}, by the first scorer that says. A band (medium, high, very-high) or a number from 0 to 1.`,
  }),
);

/** The fact that asks about the site's word lists. */
export const WORDS = "words";

/** Everything a rule can ask about, in the order of an editor's list. The engine, its checks, the API and the documentation share it. */
export const FACTS: readonly RuleFact[] = [
  ...SCORES,
  fact({ name: "unscored", type: "boolean", help: "No scorer could answer." }),
  fact({
    name: "text",
    type: "comment",
    help: "What the comment says: words and phrases it uses, or a pattern it matches.",
  }),
  fact({
    name: WORDS,
    type: "words",
    help: "Which of the site's word lists it uses an entry of, disguised ones too; what the site's allowed words cover is left out.",
  }),
  count("bannedWords", "How many of the site's banned words it uses, disguised ones too."),
  count("links", "How many links it has, bare domains included."),
  fact({ name: "links.domains", type: "list", help: "The domains it links to, without www." }),
  count("length", "How long it is.", { unit: "characters", max: 5_000 }),
  count("capitals", "The share of capitals among its letters; 0 where it has fewer than ten letters.", {
    max: 1,
    unit: "share",
  }),
  count("emoji", "How many emoji it has."),
  fact({
    name: "language",
    type: "text",
    help: "The language it is in, as a two-letter code; unknown where nobody could tell.",
  }),
  count("depth", "How deep it stands in its thread; 0 is no reply."),
  count("revision", "1 as it was posted, one more with each edit of its author.", { min: 1 }),
  count("hour", "In which hour of the day it was posted, from 0 to 23, in UTC.", {
    unit: "o'clock UTC",
    max: 23,
  }),
  count(
    "repeat.own",
    "How many comments of its reader say the same or nearly, of the 24 hours before it; 0 where it is shorter than about 40 characters.",
    { max: MOST_OWN },
  ),
  count(
    "repeat.others",
    "How many other readers said the same or nearly in the 24 hours before it, counted to twenty; 0 where it is shorter than about 40 characters.",
    { max: MOST_OTHERS },
  ),
  fact({
    name: "article.section",
    type: "text",
    help: "The section of its article; unknown where the site names none.",
  }),
  count(
    "article.ageHours",
    "How long ago the first comment under its article was posted or the article was made known.",
    { unit: "hours" },
  ),
  fact({ name: "moderation", type: "text", help: "How its article is moderated: post or pre." }),
  count("reader.ageHours", "How long ago its reader first wrote here.", { unit: "hours" }),
  count("reader.approved", "How many other comments of its reader are approved."),
  count("reader.held", "How many other comments of its reader wait for a moderator."),
  count("reader.rejected", "How many other comments of its reader were rejected."),
  count(
    "reader.rejectionRate",
    "The share of its reader's decided comments that were rejected; unknown while fewer than five are decided.",
    { max: 1, unit: "share" },
  ),
  count("reader.rate", "How many other comments its reader posted in the hour before it.", {
    unit: "comments in an hour",
  }),
  fact({
    name: "reader.trusted",
    type: "boolean",
    help: "A moderator trusts its reader, and nothing speaks against it.",
  }),
  fact({ name: "reader.muted", type: "boolean", help: "Its reader is muted, suspended or banned." }),
  fact({
    name: "heldByPerson",
    type: "boolean",
    help: "A moderator had put it on hold before it was edited.",
  }),
];

const BY_NAME = new Map(FACTS.map((one) => [one.name, one]));

const SOMETIMES_UNKNOWN = new Set([
  "language",
  "article.section",
  "reader.rejectionRate",
  "repeat.own",
  "repeat.others",
]);

/** Whether a comment may be judged without it. */
export const mayBeUnknown = (name: string): boolean =>
  SOMETIMES_UNKNOWN.has(name) || factNamed(name)?.type === "score";

/** What is known of a fact by its name; a scorer's own score is asked for as `perspective.TOXICITY`. */
export function factNamed(name: string): RuleFact | null {
  const known = BY_NAME.get(name);
  if (known) return known;
  const dot = name.lastIndexOf(".");
  const score = BY_NAME.get(name.slice(dot + 1));
  return dot > 0 && score?.type === "score" && !name.startsWith("reader.") ? { ...score, name } : null;
}
