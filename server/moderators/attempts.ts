import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";
import { AppError } from "../errors.ts";

const WINDOW = 15 * 60_000;
const MOST = 10;
/** Across all e-mails from one address: someone who tries many people's doors. */
const MOST_AN_ADDRESS = 50;

const failures = new LRUCache<string, number>({ max: 100_000, ttl: WINDOW, noUpdateTTL: true });

/** An IPv6 customer has at least a network of 2^64 addresses, so the network counts as one address. */
const NETWORK = 64;

function addressOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === "ipv6"
    ? ipaddr.IPv6.networkAddressFromCIDR(`${address}/${NETWORK}`).toString()
    : address.toString();
}

/** Throws AppError("rate_limited") after ten failures in a quarter of an hour for this address and e-mail, or fifty from this address. */
export function assertMayTry(ip: string, email: string): void {
  const { both, address } = keysOf(ip, email);
  if ((failures.get(both) ?? 0) < MOST && (failures.get(address) ?? 0) < MOST_AN_ADDRESS) return;
  const wait = Math.ceil((failures.getRemainingTTL(both) || failures.getRemainingTTL(address)) / 1_000);
  throw new AppError("rate_limited", "Too many wrong tries. Wait a quarter of an hour, then try again.", {
    retryAfter: Math.max(1, wait),
  });
}

export function noteFailure(ip: string, email: string): void {
  for (const key of Object.values(keysOf(ip, email))) failures.set(key, (failures.get(key) ?? 0) + 1);
}

/** Takes back the failure noted before this try, and forgives this person's earlier ones. */
export function noteSuccess(ip: string, email: string): void {
  const { both, address } = keysOf(ip, email);
  failures.delete(both);
  takeBack(address);
}

/** Takes back the failure noted before this try and forgives none: the password was right, and the code has yet to be given. */
export function noteHalfSuccess(ip: string, email: string): void {
  for (const key of Object.values(keysOf(ip, email))) takeBack(key);
}

function takeBack(key: string): void {
  const others = (failures.get(key) ?? 0) - 1;
  if (others > 0) failures.set(key, others);
  else failures.delete(key);
}

/**
 * Who guesses codes knows the password already, perhaps from many addresses: throws AppError("rate_limited") after ten wrong codes in a
 * quarter of an hour for this person, wherever they came from.
 */
export function assertMayTryCode(moderatorId: string): void {
  const key = `code ${moderatorId}`;
  if ((failures.get(key) ?? 0) < MOST) return;
  throw new AppError("rate_limited", "Too many wrong codes. Wait a quarter of an hour, then try again.", {
    retryAfter: Math.max(1, Math.ceil(failures.getRemainingTTL(key) / 1_000)),
  });
}

export function noteCodeFailure(moderatorId: string): void {
  const key = `code ${moderatorId}`;
  failures.set(key, (failures.get(key) ?? 0) + 1);
}

export function noteCodeSuccess(moderatorId: string): void {
  failures.delete(`code ${moderatorId}`);
}

function keysOf(ip: string, email: string): { both: string; address: string } {
  const address = addressOf(ip);
  return { both: `${address} ${email.toLowerCase()}`, address };
}
