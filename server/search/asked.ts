import { wordsIn } from "./words.ts";

export interface AskedWord {
  word: string;
  /** Any word with this part in it. */
  part: boolean;
  /** Comments must not have it. */
  without: boolean;
}

export interface Asked {
  words: AskedWord[];
  /** The same in PostgreSQL's websearch syntax, with nothing in it but words, quotes, `or` and `-`. */
  websearch: string;
}

/** Something in quotes or a run without spaces, with what stands before it. */
const PIECE = /(-?)(?:"([^"]*)"?|(\S+))/gu;

/** Reads what somebody searches for. Each word is named once: what is a part in one place is one everywhere, and what is wanted anywhere is wanted. */
export function readAsked(q: string): Asked {
  const words = new Map<string, AskedWord>();
  const pieces: string[] = [];
  for (const [, minus, quoted, bare] of q.matchAll(PIECE)) {
    if (bare?.toLowerCase() === "or") {
      pieces.push("or");
      continue;
    }
    const part = bare?.endsWith("*") === true;
    const inPiece = wordsIn(quoted ?? bare ?? "");
    // Also one word is in quotes, lest it be taken for `or`; and what a sign joins, as in well-known, stands together.
    if (inPiece.length > 0) pieces.push(`${minus}"${inPiece.join(" ")}"`);
    for (const word of inPiece) {
      const before = words.get(word);
      words.set(word, {
        word,
        part: part || before?.part === true,
        without: minus === "-" && before?.without !== false,
      });
    }
  }
  return { words: [...words.values()], websearch: pieces.join(" ") };
}
