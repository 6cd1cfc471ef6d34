import { isIdentityTerm } from "../local/identity-terms.ts";
import { normalise } from "../local/normalise.ts";

/** The encoder reads some 500 letters; more than this is not even looked at. */
const LONGEST = 1_500;
// Joiners, direction marks, variation selectors, fillers: what nobody sees, but would part a word.
const UNSEEN = /\p{Cf}|\p{VS}|\u034f|[\u115f\u1160\u3164]/gu;
const PLURAL = /(s|men)$/u;
/** What tier 1 writes for numbers, marks and masks says less than the text itself. */
const NOT_A_WORD = /^(0+|[!?*]+)$/u;

export interface Reading {
  /** Lower case, disguises undone, names of groups replaced. */
  plain: string;
  /** Whether a group was named. */
  namesGroup: boolean;
}

/**
 * A text as the encoder should see it. Tier 1's reading takes the place of a word that is disguised (the vocabulary knows no
 * leetspeak), and names of groups become "local" or "locals", since the encoder alone takes a bare "gay" for an insult
 * (worst-term BPSN .31). Case goes too: the vocabulary tells it apart, and takes capitals for anger.
 */
export function plainReading(text: string): Reading {
  const shown = text.slice(0, LONGEST);
  const tokens = normalise(shown);
  let plain = "";
  let namesGroup = false;
  let at = 0;
  for (let t = 0; t < tokens.count; t++) {
    const start = tokens.start[t] as number;
    if (start < at) continue;
    const end = tokens.end[t] as number;
    const word = String.fromCharCode(
      ...tokens.units.subarray(tokens.from[t] as number, tokens.to[t] as number),
    );
    const group = isIdentityTerm(tokens.hash[t] as number);
    namesGroup ||= group;
    const written = shown.slice(start, end);
    const read = group ? (PLURAL.test(word) ? "locals" : "local") : word === "xurl" ? "link" : word;
    plain += shown.slice(at, start) + (NOT_A_WORD.test(read) ? written : read);
    at = end;
  }
  plain += shown.slice(at);
  return { plain: plain.replace(UNSEEN, "").toLowerCase().trim(), namesGroup };
}
