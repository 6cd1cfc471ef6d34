import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";
import {
  CaughtOverTime,
  ListKind,
  MAX_TEXT,
  MOST_TRIED,
  Problems,
  Tried,
  Variant,
  WordList,
  WordListVersion,
} from "./definition.ts";

const nothing = z.object({});
const forOwners = { tag: "Word lists", access: "owner" as const };
const ofSite = z.object({ site: Slug });
const one = z.object({ site: Slug, id: z.uuid().toLowerCase() });
const Language = z
  .string()
  .regex(/^[a-z]{2}$/, "Give a language as two small letters, such as en or de.")
  .nullable()
  .default(null)
  .meta({
    description:
      "The language whose comments it is for; null: every one. A comment of which nobody could tell the language counts as well.",
  });
const Text = z.string().max(MAX_TEXT).meta({ description: "One word or phrase a line." });
const Format = z
  .enum(["text", "csv"])
  .default("text")
  .meta({ description: "`csv`: the first column is read, and a heading `entry` passed over." });
const given = {
  name: z.string().trim().min(1).max(80),
  language: Language,
  text: Text,
  format: Format,
  note: z.string().trim().max(500).default("").meta({ description: "Why it was changed, for colleagues." }),
};

export const listWordLists = endpoint({
  ...forOwners,
  id: "listWordLists",
  method: "get",
  path: "/api/sites/:site/word-lists",
  summary: "A site's word lists, with the rules that name each",
  params: ofSite,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(WordList) }),
  errors: ["not_found"],
});

export const createWordList = endpoint({
  ...forOwners,
  id: "createWordList",
  method: "post",
  path: "/api/sites/:site/word-lists",
  summary: "Make a word list",
  description: "Does nothing until a rule names it; an allowed list exempts at once.",
  params: ofSite,
  query: nothing,
  body: z.object({ ...given, kind: ListKind }),
  status: 201,
  response: WordList,
  errors: ["not_found", "conflict", "unprocessable", "too_large"],
});

export const checkWordList = endpoint({
  ...forOwners,
  id: "checkWordList",
  method: "post",
  path: "/api/sites/:site/word-lists/check",
  summary: "Say what is wrong or odd about a list's lines",
  description: "Nothing is kept.",
  params: ofSite,
  query: nothing,
  body: z.object({
    text: Text,
    format: Format,
    beside: Text.default("").meta({
      description: "What the list has already, one a line: what says the same is left out.",
    }),
  }),
  status: 200,
  response: Problems.extend({
    text: z.string().meta({ description: "The sound lines as they would be kept, without those left out." }),
  }),
  errors: ["not_found", "too_large"],
});

export const tryWordList = endpoint({
  ...forOwners,
  id: "tryWordList",
  method: "post",
  path: "/api/sites/:site/word-lists/try",
  summary: "What entries would have caught among the site's newest comments, and what people made of those",
  description:
    "Nothing is kept. Entries that caught nothing are left out; what the site's allowed lists cover is no catch.",
  params: ofSite,
  query: nothing,
  body: z.object({
    text: Text,
    language: Language,
    last: z.number().int().min(1).max(MOST_TRIED).default(2_000),
    beside: z
      .uuid()
      .toLowerCase()
      .nullable()
      .default(null)
      .meta({ description: "A list of the site that may catch the entries already." }),
  }),
  status: 200,
  response: Tried,
  errors: ["not_found", "unprocessable", "too_large"],
});

export const findWordVariants = endpoint({
  ...forOwners,
  id: "findWordVariants",
  method: "post",
  path: "/api/sites/:site/word-lists/variants",
  summary: "Words of the site's comments that are like one and that it does not catch",
  description: "Nothing is kept. None for phrases, open entries and words of fewer than four letters.",
  params: ofSite,
  query: nothing,
  body: z.object({
    entry: z.string().trim().min(1).max(200),
    beside: z
      .uuid()
      .toLowerCase()
      .nullable()
      .default(null)
      .meta({ description: "A list of the site; what it catches already is left out." }),
  }),
  status: 200,
  response: z.object({ items: z.array(Variant) }),
  errors: ["not_found", "too_slow"],
});

export const readWordList = endpoint({
  ...forOwners,
  id: "readWordList",
  method: "get",
  path: "/api/sites/:site/word-lists/:id",
  summary: "A word list with its latest five hundred versions, without their entries",
  params: one,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: WordList.extend({ versions: z.array(WordListVersion) }),
  errors: ["not_found"],
});

const version = z.coerce.number().int().min(1).max(1_000_000).optional().meta({
  description: "Left out: the latest.",
});

export const readWordListEntries = endpoint({
  ...forOwners,
  id: "readWordListEntries",
  method: "get",
  path: "/api/sites/:site/word-lists/:id/entries",
  summary: "A version's entries, one a line",
  params: one,
  query: z.object({ version }),
  body: z.undefined(),
  status: 200,
  response: z.object({ version: z.number().int(), text: z.string() }),
  errors: ["not_found"],
});

export const readWordListCaught = endpoint({
  ...forOwners,
  id: "readWordListCaught",
  method: "get",
  path: "/api/sites/:site/word-lists/:id/caught",
  summary: "What each entry caught, by day, and what people made of it",
  description: "From what is kept with each decision of the rules; only what a rule asked about is there.",
  params: one,
  query: z.object({ days: z.coerce.number().int().min(1).max(90).default(30) }),
  body: z.undefined(),
  status: 200,
  response: CaughtOverTime,
  errors: ["not_found"],
});

export const exportWordList = endpoint({
  ...forOwners,
  id: "exportWordList",
  method: "get",
  path: "/api/sites/:site/word-lists/:id/export",
  summary: "A version's entries as a file",
  description:
    "`text`: one a line. `csv`: one column with the heading `entry`; a spreadsheet may take an entry that begins with = + - or @ for a formula, so import files of others as text there.",
  params: one,
  query: z.object({ version, format: Format }),
  body: z.undefined(),
  status: 200,
  produces: ["text/plain", "text/csv"],
  response: z.undefined(),
  errors: ["not_found"],
});

export const updateWordList = endpoint({
  ...forOwners,
  id: "updateWordList",
  method: "put",
  path: "/api/sites/:site/word-lists/:id",
  summary: "Save a new version of a word list",
  description:
    "Versions are never changed. The rules that name the list follow the latest from the next comment on.",
  params: one,
  query: nothing,
  body: z.object({
    ...given,
    version: z
      .number()
      .int()
      .min(1)
      .meta({ description: "The version it was made from; 409 if there is a newer one." }),
  }),
  status: 200,
  response: WordList,
  errors: ["not_found", "conflict", "unprocessable", "too_large"],
});

export const deleteWordList = endpoint({
  ...forOwners,
  id: "deleteWordList",
  method: "delete",
  path: "/api/sites/:site/word-lists/:id",
  summary: "Delete a word list that no rule names",
  params: one,
  query: nothing,
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found", "conflict"],
});
