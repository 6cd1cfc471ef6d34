import { randomInt } from "node:crypto";

/** Letters and digits that are not mistaken for each other when read from a screen. */
const READABLE = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679";

/** Some 90 bits, in groups of four. */
export function randomPassword(): string {
  const letters = Array.from({ length: 16 }, () => READABLE[randomInt(READABLE.length)]).join("");
  return (letters.match(/.{4}/g) as string[]).join("-");
}
