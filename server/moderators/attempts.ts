import { LRUCache } from "lru-cache";
import { AppError } from "../errors.ts";

const WINDOW = 15 * 60_000;
const MOST = 10;
/** Across all e-mails from one address: someone who tries many people's doors. */
const MOST_AN_ADDRESS = 50;

const failures = new LRUCache<string, number>({ max: 100_000, ttl: WINDOW, noUpdateTTL: true });

/** Throws AppError("rate_limited") after ten failures in a quarter of an hour for this address and e-mail, or fifty from this address. */
export function assertMayTry(ip: string, email: string): void {
  if ((failures.get(of(ip, email)) ?? 0) < MOST && (failures.get(ip) ?? 0) < MOST_AN_ADDRESS) return;
  const wait = Math.ceil((failures.getRemainingTTL(of(ip, email)) || failures.getRemainingTTL(ip)) / 1_000);
  throw new AppError("rate_limited", "Too many wrong tries. Wait a quarter of an hour, then try again.", {
    retryAfter: Math.max(1, wait),
  });
}

export function noteFailure(ip: string, email: string): void {
  for (const key of [of(ip, email), ip]) failures.set(key, (failures.get(key) ?? 0) + 1);
}

export function noteSuccess(ip: string, email: string): void {
  failures.delete(of(ip, email));
}

const of = (ip: string, email: string): string => `${ip} ${email.toLowerCase()}`;
