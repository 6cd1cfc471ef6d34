import { type Part, readEntry } from "../rules/read-entry.ts";
import { keyOf } from "../rules/words.ts";
import { type LineProblem, MAX_ENTRIES, PROBLEMS_TOLD, type Problems } from "./definition.ts";
import { inSlices } from "./in-slices.ts";
import { eachLine, type Line } from "./split-lines.ts";

const MAX_LENGTH = 200;
const MAX_WORDS = 12;
/** Entries that begin with the same word: each is tried wherever the word stands. */
const MAX_ALIKE = 500;
/** Characters of a line that are told with its problem. */
const SHOWN = 40;

export interface Read extends Problems {
  /** As they are kept: white space in one, what says the same only once. */
  entries: string[];
}

type Fault = Pick<LineProblem, "code" | "message"> & { of?: number | null };

/**
 * Reads a list's text, one entry a line, and says of each line what is wrong or odd. What says the same as one of `beside`, which the list has already, is
 * left out. Long lists are read in slices.
 */
export async function readLines(
  text: string,
  format: "text" | "csv" = "text",
  beside: readonly string[] = [],
): Promise<Read> {
  const problems = { error: [] as LineProblem[], warning: [] as LineProblem[] };
  const counted = { error: 0, warning: 0 };
  const told = (level: LineProblem["level"], { line, text: said }: Line, fault: Fault): void => {
    counted[level] += 1;
    if (problems[level].length === PROBLEMS_TOLD) return;
    const message = `Line ${line}: ${fault.message}`;
    const entry = said.slice(0, SHOWN).toWellFormed();
    problems[level].push({ line, level, code: fault.code, message, entry, of: fault.of ?? null });
  };
  const entries: string[] = [];
  const { wrongBeside, known } = besidesOthers();
  await inSlices(beside, known);
  const broken = await eachLine(text, format, (line) => {
    const phrase = line.text.length > MAX_LENGTH || UNREADABLE.test(line.text) ? [] : readEntry(line.text);
    const wrong = wrongAlone(line.text, phrase) ?? wrongBeside(line.line, phrase);
    if (wrong) return told(wrong.of === undefined ? "error" : "warning", line, wrong);
    entries.push(line.text);
    if (beside.length + entries.length === MAX_ENTRIES + 1) told("error", line, TOO_MANY);
    const odd = oddAbout(line.text, phrase);
    if (odd) told("warning", line, odd);
  });
  if (broken !== null) told("error", { line: broken, text: "" }, NO_CSV);
  return {
    entries: broken === null ? entries : [],
    size: broken === null ? entries.length : 0,
    errors: counted.error,
    warnings: counted.warning,
    problems: [...problems.error, ...problems.warning].slice(0, PROBLEMS_TOLD),
  };
}

const NO_CSV: Fault = {
  code: "unreadable",
  message: "this is no CSV. Look for a quotation mark that is not closed, or give the file as text.",
};

const TOO_MANY: Fault = {
  code: "too-many",
  message: `a list has at most ${MAX_ENTRIES} entries. Make two lists of it.`,
};

/** Controls, directions and other signs that are not seen, but for those that join letters; and what a broken encoding leaves. */
const UNREADABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\ufffd]/u;

/** What is only punctuation would catch every shout. */
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

function wrongAlone(entry: string, phrase: readonly Part[]): Fault | null {
  if (entry.length > MAX_LENGTH)
    return {
      code: "too-long",
      message: `an entry has at most ${MAX_LENGTH} characters. Are there several in this line?`,
    };
  if (UNREADABLE.test(entry))
    return {
      code: "unreadable",
      message: "there are signs that cannot be seen or read. Type it anew, or save the file as UTF-8.",
    };
  if (!phrase.some(({ word }) => WORD.test(word)))
    return { code: "no-word", message: "there is no word in it." };
  if (phrase.length > MAX_WORDS)
    return {
      code: "too-many-words",
      message: `a phrase has at most ${MAX_WORDS} words; this one has ${phrase.length}.`,
    };
  return null;
}

/** Looks at each entry beside those before it and those that are known. With `of` it is left out, and nothing is lost by that. */
function besidesOthers() {
  /** Where the same was said before: in a line, or as an entry that the list has. */
  const said = new Map<string, number | string>();
  const alike = new Map<string, number>();
  const keep = (phrase: readonly Part[], where: number | string): number => {
    said.set(sayingOf(phrase), where);
    const first = phrase[0] as Part;
    const key = `${first.before} ${first.after} ${keyOf(first)}`;
    const count = (alike.get(key) ?? 0) + 1;
    alike.set(key, count);
    return count;
  };
  return {
    known: (entry: string): void => {
      const phrase = readEntry(entry);
      if (phrase.length > 0) keep(phrase, entry);
    },
    wrongBeside: (line: number, phrase: readonly Part[]): Fault | null => {
      const same = said.get(sayingOf(phrase));
      if (typeof same === "number")
        return { code: "duplicate", message: `this says the same as line ${same}, which is kept.`, of: same };
      if (same !== undefined)
        return { code: "duplicate", message: `the list has this already, as “${same}”.`, of: null };
      return keep(phrase, line) <= MAX_ALIKE ? null : TOO_ALIKE;
    },
  };
}

const sayingOf = (phrase: readonly Part[]): string =>
  phrase.map(({ word, before, after }) => `${before ? "*" : ""}${word}${after ? "*" : ""}`).join(" ");

const TOO_ALIKE: Fault = {
  code: "too-alike",
  message: `at most ${MAX_ALIKE} entries begin with the same word. List the words that tell.`,
};

function oddAbout(entry: string, phrase: readonly Part[]): Fault | null {
  const open = phrase.some(({ before, after }) => before || after);
  if (/[,;|]/.test(entry))
    return {
      code: "several",
      message: "there is a comma or the like. One entry a line; this is read as one phrase.",
    };
  if (/^\*|\*$/.test(entry) && !open)
    return {
      code: "masked",
      message: "the asterisk stands for hidden letters here, since fewer than three are left.",
    };
  if (phrase.length === 1 && (phrase[0] as Part).word.length < 3 && !open)
    return { code: "short", message: "this is very short and may catch much that is harmless." };
  return null;
}
