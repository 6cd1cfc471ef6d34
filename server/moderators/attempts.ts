import ipaddr from "ipaddr.js";
import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { type Count, forget, giveBack, takeTries } from "./attempts-store.ts";

/** In s, from the first wrong try. */
const WINDOW = 15 * 60;
const MOST = 10;
/** Across all e-mails from one address: someone who tries many people's doors. */
const MOST_AN_ADDRESS = 50;
/** For one e-mail from all addresses: someone who has many of them. What NIST SP 800-63B (3.2.2) allows an account; open desks are not shut by it. */
const MOST_AN_ACCOUNT = 100;

/** An IPv6 customer has at least a network of 2^64 addresses, so the network counts as one address. */
const NETWORK = 64;

function addressOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === "ipv6"
    ? ipaddr.IPv6.networkAddressFromCIDR(`${address}/${NETWORK}`).toString()
    : address.toString();
}

/** Who tries a password: from where, and whose it should be. */
export interface Door {
  ip: string;
  email: string;
}

const bothOf = ({ ip, email }: Door): string => `door ${addressOf(ip)} ${email}`;
const addressKeyOf = ({ ip }: Door): string => `address ${addressOf(ip)}`;
const accountOf = ({ email }: Pick<Door, "email">): string => `account ${email}`;

/**
 * Counts a try as wrong before it is checked, so that tries side by side count too; all servers count together. Answers whether it was the last
 * one. Throws AppError("rate_limited") after ten wrong ones in a quarter of an hour for this address and e-mail, fifty from this address, or a
 * hundred for this e-mail.
 */
export function takeTry(db: Queryable, door: Door): Promise<boolean> {
  return take(db, "tries", [
    { key: bothOf(door), most: MOST },
    { key: addressKeyOf(door), most: MOST_AN_ADDRESS },
    { key: accountOf(door), most: MOST_AN_ACCOUNT },
  ]);
}

/** Takes back what was counted before this try, and forgives this person's earlier ones. */
export async function noteSuccess(db: Queryable, door: Door): Promise<void> {
  await forget(db, [bothOf(door), accountOf(door)]);
  await giveBack(db, [addressKeyOf(door)]);
}

/** Forgives what was tried for this e-mail from everywhere, so that a new password is of use at once. An address's own count with it stays. */
export function forgiveAccount(db: Queryable, email: string): Promise<void> {
  return forget(db, [accountOf({ email })]);
}

/** Takes back what was counted before this try and forgives none: the password was right, and the code has yet to be given. */
export function noteHalfSuccess(db: Queryable, door: Door): Promise<void> {
  return giveBack(db, [bothOf(door), addressKeyOf(door), accountOf(door)]);
}

/**
 * Who guesses codes knows the password already, perhaps from many addresses. Counts a try as takeTry does, for this person wherever they come
 * from: throws AppError("rate_limited") after ten wrong codes in a quarter of an hour.
 */
export function takeCodeTry(db: Queryable, moderatorId: string): Promise<boolean> {
  return take(db, "codes", [{ key: `code ${moderatorId}`, most: MOST }]);
}

export function noteCodeSuccess(db: Queryable, moderatorId: string): Promise<void> {
  return forget(db, [`code ${moderatorId}`]);
}

async function take(db: Queryable, what: string, counts: Count[]): Promise<boolean> {
  const { allowed, last, wait } = await takeTries(db, counts, WINDOW);
  if (allowed) return last;
  throw new AppError("rate_limited", `Too many wrong ${what}. Wait a quarter of an hour, then try again.`, {
    retryAfter: wait,
  });
}
