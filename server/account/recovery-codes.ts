import { createHash, randomInt } from "node:crypto";

const HOW_MANY = 10;
/** 16 letters of these 31 are some 79 bits: nobody guesses one from its hash. None is mistaken for another when read from paper. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz2345679";

/** Ten codes in groups of four letters. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const letters = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
    return (letters.match(/.{4}/g) as string[]).join("-");
  });
}

/** SHA-256 of the code as it was meant, however it was typed: without capitals, hyphens and spaces. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash("sha256").update(code.toLowerCase().replace(/[\s-]/g, "")).digest();
}
