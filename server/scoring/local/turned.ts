import { hashString } from "./hash.ts";
import { lookUp } from "./vocabulary.ts";

const UPRIGHT = "abcdefghijklmnopqrstuvwxyz";
const TURNED = "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz";
const table = new Map<string, string>([
  ["ı", "i"],
  ["ן", "l"],
  ["ɓ", "g"],
  ["ʃ", "j"],
]);
[...TURNED].forEach((sign, i) => {
  table.set(sign, UPRIGHT[i] as string);
});
const SIGNS = /[ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ]/;
const WORD = /[a-zɐɔǝɟƃɓɥᴉıɾʃʞןɯɹʇʌʍʎ]{3,}/g;

/**
 * The text with its upside-down words ("ʇoᴉpᴉ") set upright in their places, letter for letter, so that no offset moves. Only
 * what then is a known word changes: the same signs are used for pronunciation.
 */
export function upright(text: string): string {
  if (!SIGNS.test(text)) return text;
  return text.replace(WORD, (word) => {
    if (!SIGNS.test(word)) return word;
    let read = "";
    for (const sign of word) read = (table.get(sign) ?? "?") + read;
    return lookUp(hashString(read)) === 0 ? word : read;
  });
}
