import { randomBytes } from "node:crypto";

export interface Secret {
  secret: string;
  since: string;
  /** When it stops signing; null: not yet decided. */
  until: string | null;
}

/** How long the secret before signs as well, in ms: one day to change over. */
const OVERLAP = 24 * 3_600_000;
/** Each signature costs a header entry; somebody who rotates again and again keeps this many. */
const MOST = 4;

/** A new signing secret as Standard Webhooks writes them: 32 random bytes. */
export function newSecret(now = new Date()): Secret {
  return { secret: `whsec_${randomBytes(32).toString("base64")}`, since: now.toISOString(), until: null };
}

/** The secrets that sign at this moment, newest first. */
export function activeSecrets(secrets: readonly Secret[], now = new Date()): string[] {
  return secrets.filter(({ until }) => until === null || new Date(until) > now).map(({ secret }) => secret);
}

/** A new secret in front; the one before signs for a day longer, and what has ended is forgotten. */
export function rotated(secrets: readonly Secret[], now = new Date()): Secret[] {
  const until = new Date(now.getTime() + OVERLAP).toISOString();
  const kept = secrets.filter((one) => one.until === null || new Date(one.until) > now);
  return [newSecret(now), ...kept.map((one) => ({ ...one, until: one.until ?? until }))].slice(0, MOST);
}
