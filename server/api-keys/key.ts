import { createHash, randomBytes } from "node:crypto";

const SHAPE = /^rdk_[\w-]{43}$/;

/** A new key: 32 random bytes, so that nothing but the key itself helps to guess it. */
export const newKey = (): string => `rdk_${randomBytes(32).toString("base64url")}`;

/** Whether a string could be a key at all, before anything is looked up. */
export const isKey = (text: string): boolean => SHAPE.test(text);

/** What is kept of a key. A key is found by its hash, so that no comparison depends on how much of it was right. */
export const hashOf = (key: string): Buffer => createHash("sha256").update(key).digest();
