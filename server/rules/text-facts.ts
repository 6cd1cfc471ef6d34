import { askInOrder } from "../scoring/ask-in-order.ts";
import { readLanguage } from "../scoring/read-language.ts";
import { ATTRIBUTES, type Scored, type Scorer } from "../scoring/scorer.ts";
import { factsOf } from "./facts.ts";
import type { Facts } from "./rule.ts";
import { findWords } from "./words.ts";

/** A text that nobody has posted, as it was read: its language, and what the scorers said. */
export interface TextRead {
  text: string;
  language: string | null;
  scorings: Pick<Scored, "scorer" | "scores" | "spans">[];
}

/** Asks the scorers, in their order, about a text. */
export async function readText(scorers: readonly Scorer[], text: string): Promise<TextRead> {
  const language = await readLanguage(text);
  const answers = await askInOrder(scorers, text, language, ATTRIBUTES);
  const scorings = answers.flatMap((answer) => ("unavailable" in answer ? [] : [answer]));
  return { text, language, scorings };
}

/** It has no reader, article or thread: what is asked about them is unknown. */
export function factsOfText({ text, language, scorings }: TextRead, siteWords: readonly string[]): Facts {
  return factsOf(
    {
      text,
      language,
      scorings: scorings.map((scored) => ({ model: "", version: "", ...scored })),
      bannedWords: findWords(text, siteWords),
      words: null,
      reader: null,
      article: null,
      moderation: "post",
      heldByPerson: false,
      depth: 0,
      revision: 1,
    },
    new Date(),
  );
}
