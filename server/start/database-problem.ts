import { AppError } from "../errors.ts";

/** What keeps a start from its database, by the network's code or PostgreSQL's own. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens there",
  ECONNRESET: "what listens there cuts the connection",
  ENOTFOUND: "its host name does not exist",
  EAI_AGAIN: "its host name cannot be looked up just now",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "its host cannot be reached from here",
  ENETUNREACH: "its network cannot be reached from here",
  "28P01": "it refuses the password",
  "28000": "it refuses the user",
  "3D000": "it has no database of that name",
  "53300": "it has no connection left",
  "57P03": "it is still starting",
};

/** A sentence for whoever set DATABASE_URL when that is what is wrong, without the address and its password; else null. */
export function databaseProblem(error: unknown): AppError | null {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const words = WORDS[code] ?? (message === "timeout expired" ? "it does not answer in time" : null);
  if (!words) return null;
  return new AppError(
    "unavailable",
    `The database that DATABASE_URL names cannot be used: ${words}. Start it, or correct the address, then try again.`,
  );
}
