import { hash } from "@node-rs/argon2";
import { AppError } from "../errors.ts";

/** What people put around a common password to make it look like another. */
const DECORATION = /^[\d\W_]+|[\d\W_]+$/g;

/** The hash of a password that somebody chooses. Throws AppError("unprocessable") for one that many others have chosen, or that is one's own address. */
export async function hashNewPassword(password: string, { email }: { email: string }): Promise<string> {
  if (await isCommon(password, email))
    throw new AppError(
      "unprocessable",
      "This password is among the first that anybody tries. Choose a few words that have nothing to do with each other.",
    );
  return hash(password);
}

/** Among some 49,000 known from leaks, also with digits or signs before or behind; one character over and over; one's e-mail address or the part before its @. */
async function isCommon(password: string, email: string): Promise<boolean> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const known = new Set<string>(dictionary["passwords-common"]);
  const lower = password.toLowerCase();
  const bare = undecorated(lower);
  const own = email.toLowerCase();
  return (
    known.has(lower) ||
    (bare.length < 10 && (bare === "" || known.has(bare))) ||
    new Set(lower).size < 3 ||
    lower === own ||
    bare === undecorated(own.split("@")[0] ?? "")
  );
}

const undecorated = (text: string): string => text.replace(DECORATION, "");
