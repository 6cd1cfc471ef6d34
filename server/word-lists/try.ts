import type { Db } from "../db/pool.ts";
import { type Use, usesOf, type WordList } from "../rules/words.ts";
import { compile, compiled } from "./compiled.ts";
import type { Caught, CaughtComment, Sums, Tried } from "./definition.ts";
import { inSlices } from "./in-slices.ts";
import { type JudgedText, newestJudged } from "./judged-store.ts";
import { isFor, type ReadyList, usesAllowed, without } from "./look.ts";
import { findNamed } from "./store.ts";

/** Examples of each kind: those that people approved, those that they rejected, the rest. */
const EXAMPLES = 4;
/** Ways of writing that are told. */
const FORMS = 12;
/** Entries of which it is told whether a list catches them already. */
const LOOKED_UP = 100;

interface Ask {
  siteId: string;
  entries: string[];
  language: string | null;
  last: number;
  /** A list that may catch the entries already. */
  beside: WordList | null;
}

/** Looks for entries in a site's newest comments, and counts what people made of those that use them. Reads only. */
export async function tryEntries(db: Db, ask: Ask): Promise<Tried> {
  const { siteId, entries, language, last, beside } = ask;
  const [list, allowed, comments] = await Promise.all([
    compile(entries),
    allowedBy(db, siteId),
    newestJudged(db, siteId, last),
  ]);
  const counts = new Map<string, Sums>();
  const forms = new Map<string, Sums>();
  const total = noSums();
  const examples: Record<"approved" | "rejected" | "others", CaughtComment[]> = {
    approved: [],
    rejected: [],
    others: [],
  };
  await inSlices(comments, (comment) => {
    const { text, language: spoken, people } = comment;
    if (!isFor({ language }, spoken)) return;
    const uses = usesOf(text, list);
    if (uses.length === 0) return;
    const left = without(uses, usesAllowed(allowed, text, spoken));
    if (left.length === 0) return;
    count(total, comment);
    const kind = examples[people === "approved" || people === "rejected" ? people : "others"];
    if (kind.length < EXAMPLES) kind.push(exampleOf(comment, left));
    const written = left.map(({ start, end }) => text.slice(start, end).toLowerCase());
    for (const form of new Set(written)) count(sumOf(forms, form), comment);
    for (const entry of new Set(left.map((use) => use.entry))) count(sumOf(counts, entry), comment);
  });
  return {
    comments: comments.length,
    since: comments.at(-1)?.createdAt.toISOString() ?? null,
    ...total,
    entries: mostFirst(counts).map(([entry, sums]): Caught => ({ entry, ...sums })),
    forms: mostFirst(forms)
      .slice(0, FORMS)
      .map(([form, sums]) => ({ form, ...sums })),
    examples: Object.values(examples).flat(),
    already: beside ? alreadyCaught(entries, beside) : [],
  };
}

export const noSums = (): Sums => ({ caught: 0, approved: 0, refused: 0, published: 0 });

function sumOf(sums: Map<string, Sums>, key: string): Sums {
  const sum = sums.get(key) ?? noSums();
  sums.set(key, sum);
  return sum;
}

const mostFirst = (sums: Map<string, Sums>) =>
  [...sums].sort(([, one], [, other]) => other.caught - one.caught);

function count(sum: Sums, { people, published }: Pick<JudgedText, "people" | "published">): void {
  sum.caught += 1;
  if (people === "approved") sum.approved += 1;
  if (people === "rejected") sum.refused += 1;
  if (published) sum.published += 1;
}

const exampleOf = ({ id, text, language, createdAt, people }: JudgedText, uses: Use[]): CaughtComment => ({
  id,
  text,
  language,
  postedAt: createdAt.toISOString(),
  people,
  marks: uses.map(({ start, end }) => ({ start, end })),
});

/** An open entry is never caught by others: they would have to catch all that it stands for. */
function alreadyCaught(entries: readonly string[], list: WordList): Tried["already"] {
  return entries.slice(0, LOOKED_UP).flatMap((entry) => {
    const by = entry.includes("*") ? [] : [...new Set(usesOf(entry, list).map((use) => use.entry))];
    return by.length > 0 ? [{ entry, by }] : [];
  });
}

async function allowedBy(db: Db, siteId: string): Promise<ReadyList[]> {
  const rows = await findNamed(db, [siteId], []);
  return Promise.all(rows.map(async (row) => ({ ...row, words: await compiled(db, row) })));
}
