import { AppError } from "./errors.ts";

/** An opaque place in a list, made of the sort keys of the last item shown. */
export function toCursor(...keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** Reads a cursor of as many keys as `kinds` names. Throws AppError("invalid") for anything that toCursor did not make. */
export function fromCursor(
  cursor: string,
  kinds: readonly ("uuid" | "whole" | "number" | "time")[],
): string[] {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    keys = null;
  }
  if (Array.isArray(keys) && keys.length === kinds.length && kinds.every((kind, i) => isKey(kind, keys[i])))
    return keys.map(String);
  throw new AppError(
    "invalid",
    "The cursor `after` is not one that this list gave. Use the `next` of the page before, or leave it out.",
  );
}

function isKey(kind: "uuid" | "whole" | "number" | "time", key: unknown): boolean {
  if (kind === "whole") return Number.isSafeInteger(key);
  if (kind === "number") return typeof key === "number" && Number.isFinite(key);
  if (typeof key !== "string") return false;
  if (kind === "uuid") return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
  const time = Date.parse(key);
  // PostgreSQL knows no year 0 and writes later ones than 9999 differently.
  return /^[1-9]\d{3}-/.test(key) && !Number.isNaN(time) && new Date(time).toISOString() === key;
}
