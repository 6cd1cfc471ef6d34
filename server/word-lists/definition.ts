import { z } from "zod";
import { RuleMode } from "../rules/contract.ts";

/** Lists of one site. */
export const MAX_LISTS = 50;
/** Entries of one list, and of all lists of a site together. */
export const MAX_ENTRIES = 50_000;
export const MAX_ENTRIES_OF_SITE = 200_000;
/** UTF-16 units of a list's whole text. */
export const MAX_TEXT = 1_000_000;
/** Problems told at once; the rest is counted. */
export const PROBLEMS_TOLD = 100;
/** The newest comments that entries are tried on, at most. */
export const MOST_TRIED = 5_000;

/** `banned` and `suspect` differ in name only: what happens is said by the rules that name them. `allowed`: what its words cover is no match of another list. */
export const ListKind = z.enum(["banned", "suspect", "allowed"]);
export type ListKind = z.infer<typeof ListKind>;

/** What is wrong or odd about a line. Errors keep the list from being saved, warnings do not. */
export const LineProblem = z
  .object({
    line: z.number().int().meta({ description: "Counted from 1, empty lines too." }),
    level: z.enum(["error", "warning"]),
    code: z.enum([
      "too-many",
      "too-long",
      "too-many-words",
      "unreadable",
      "no-word",
      "too-alike",
      "duplicate",
      "several",
      "masked",
      "short",
    ]),
    message: z.string(),
    entry: z.string().meta({ description: "The line, its first forty characters." }),
    of: z
      .number()
      .int()
      .nullable()
      .meta({ description: "With `duplicate`: the line that says the same; null where the list had it." }),
  })
  .meta({ id: "LineProblem" });
export type LineProblem = z.infer<typeof LineProblem>;

export const Problems = z.object({
  size: z.number().int().meta({ description: "Entries, those that say the same counted once." }),
  errors: z.number().int(),
  warnings: z.number().int(),
  problems: z.array(LineProblem).meta({ description: `Errors first, ${PROBLEMS_TOLD} at most.` }),
});
export type Problems = z.infer<typeof Problems>;

const NamingRule = z.object({
  id: z.uuid(),
  name: z.string(),
  mode: RuleMode,
  rejects: z.boolean().meta({ description: "Whether it can refuse a comment." }),
});

export const WordList = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: ListKind,
    language: z.string().nullable(),
    version: z.number().int(),
    size: z.number().int().meta({ description: "Entries." }),
    rules: z.array(NamingRule).meta({ description: "The rules that name it." }),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    changedBy: z.object({ name: z.string() }),
  })
  .meta({ id: "WordList" });
export type WordList = z.infer<typeof WordList>;

export const WordListVersion = z
  .object({
    version: z.number().int(),
    name: z.string(),
    language: z.string().nullable(),
    size: z.number().int(),
    note: z.string(),
    createdAt: z.iso.datetime(),
    by: z.object({ name: z.string() }),
  })
  .meta({ id: "WordListVersion" });
export type WordListVersion = z.infer<typeof WordListVersion>;

const Sums = z.object({
  caught: z.number().int().meta({ description: "Comments." }),
  approved: z.number().int().meta({ description: "Of those, approved by people." }),
  refused: z.number().int().meta({ description: "Of those, rejected by people." }),
  published: z.number().int().meta({ description: "Of those, public now, whoever decided." }),
});
export type Sums = z.infer<typeof Sums>;

/** What an entry caught, and what became of those. */
export const Caught = Sums.extend({ entry: z.string() }).meta({ id: "CaughtByEntry" });
export type Caught = z.infer<typeof Caught>;

/** A comment to read, with where it uses the entries. */
export const CaughtComment = z
  .object({
    id: z.uuid(),
    text: z.string(),
    language: z.string().nullable(),
    postedAt: z.iso.datetime(),
    people: z.enum(["approved", "rejected", "held"]).nullable().meta({
      description: "What a person decided last; null: none did, or somebody has yet to judge it blind.",
    }),
    marks: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  })
  .meta({ id: "CaughtComment" });
export type CaughtComment = z.infer<typeof CaughtComment>;

export const Tried = Sums.extend({
  comments: z.number().int().meta({ description: "How many were looked at." }),
  since: z.iso.datetime().nullable().meta({ description: "When the oldest of them was posted." }),
  entries: z.array(Caught).meta({ description: "Those that caught most first." }),
  forms: z.array(Sums.extend({ form: z.string() })).meta({
    description: "What was written where the entries were met, in small letters: the dozen met most.",
  }),
  examples: z.array(CaughtComment).meta({
    description:
      "The newest of those caught: some that people approved, some that they rejected, some of the rest.",
  }),
  already: z.array(z.object({ entry: z.string(), by: z.array(z.string()) })).meta({
    description: "Entries, of the first hundred, that `beside` catches already, and by which of its own.",
  }),
}).meta({ id: "TriedEntries" });
export type Tried = z.infer<typeof Tried>;

export const CaughtOverTime = z
  .object({
    days: z.number().int(),
    askedSince: z.iso.datetime().nullable().meta({
      description:
        "Since when within the period a rule that is not off has asked the list, by the oldest of those that name it now; null: none does.",
    }),
    versionThen: z.number().int().nullable().meta({
      description: "The version in use at that moment: what it lacks is newer. null: there was none yet.",
    }),
    entries: z
      .array(
        Caught.extend({
          byDay: z.array(z.number().int()).meta({ description: "Comments of each day, the oldest first." }),
        }),
      )
      .meta({
        description: "Entries that were met, those met most first; also such as are no longer listed.",
      }),
  })
  .meta({ id: "CaughtOverTime" });
export type CaughtOverTime = z.infer<typeof CaughtOverTime>;

/** A word that a list may lack. */
export const Variant = z
  .object({
    word: z.string(),
    kind: z.enum(["form", "compound", "spelling"]).meta({
      description: "Another form of the word, one that has it in it, or one written nearly alike.",
    }),
    comments: z.number().int().meta({ description: "Stored comments that have it, counted up to 1,000." }),
  })
  .meta({ id: "WordVariant" });
export type Variant = z.infer<typeof Variant>;
