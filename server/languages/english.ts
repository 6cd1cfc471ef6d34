import { hashString } from "../scoring/local/hash.ts";
import { normalise } from "../scoring/local/normalise.ts";
import { COMMON, LISTED, lookUp } from "../scoring/local/vocabulary.ts";

/** Words that English comments are full of and other languages seldom spell so. */
const TELLING = new Set(
  (
    "the and of to you that is it with for this are have not they be from what there who would your don't dont but just will about " +
    "like his her their because can't cant my if how when were been which them than then these could should people get got think " +
    "know some into out up by at we our he she i'm im it's its that's thats has had did does doesn't didn't isn't aren't won't " +
    "wouldn't you're youre they're"
  )
    .split(" ")
    .map((word) => hashString(word)),
);

/**
 * Whether a text is English: its words, read past look-alikes, leetspeak and masks, are those that English comments use. One cheap pass, so that most comments
 * need no more. `disguised`: most letters are of another script, which also reads as a few English words by chance; then more of them must.
 */
export function readsAsEnglish(text: string, disguised: boolean): boolean {
  const tokens = normalise(text);
  let telling = 0;
  let known = 0;
  for (let t = 0; t < tokens.count; t++) {
    const hash = tokens.hash[t] as number;
    if (TELLING.has(hash)) telling++;
    if ((lookUp(hash) & (COMMON | LISTED)) !== 0) known++;
  }
  const share = (n: number): number => n / tokens.count;
  if (disguised) return known >= 3 && share(known) >= 0.4 && share(telling) >= 0.15;
  return (telling >= 2 && share(telling) >= 0.12) || (known >= 3 && share(known) >= 0.5);
}
