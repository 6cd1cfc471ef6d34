import { lookup } from "node:dns/promises";
import { AppError } from "../errors.ts";
import { isPublic, literalAddress } from "./public-address.ts";

/** A name server that takes longer, in ms, does not hold up the owner: the address is judged again at every connection. */
const PATIENCE = 3_000;

export interface AddressRule {
  /** Whether addresses of the own network may be called. */
  allowPrivate: boolean;
  /** What is sent there, for the refusal: "webhooks", "comments". */
  what: string;
  /** The variable with which an operator allows private addresses. */
  variable: string;
  /** What stands in for a user name and password in the address. */
  instead: string;
}

/**
 * Refuses an address that nothing could be sent to, so that the owner learns it now: throws AppError("unprocessable") for a user name or
 * password in it and, unless `allowPrivate`, for a host of a private network. A name that nobody knows yet is let through.
 */
export async function checkAddress(address: string, rule: AddressRule): Promise<void> {
  const url = new URL(address);
  if (url.username || url.password) {
    throw new AppError(
      "unprocessable",
      `The address carries a user name or password, which would end up in logs. Take them out; ${rule.instead}`,
    );
  }
  if (rule.allowPrivate) return;
  const literal = literalAddress(url);
  const addresses = literal ? [literal] : await addressesOf(url.hostname);
  if (addresses.every(isPublic)) return;
  throw new AppError(
    "unprocessable",
    `${url.hostname} is a private address, and ${rule.what} go to public ones only. Use a public address, or let the operator start Replydesk with ${rule.variable}=1.`,
  );
}

async function addressesOf(host: string): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const nothing = new Promise<[]>((resolve) => {
    timer = setTimeout(() => resolve([]), PATIENCE);
  });
  try {
    const found = await Promise.race([lookup(host, { all: true }).catch(() => []), nothing]);
    return found.map(({ address }) => address);
  } finally {
    clearTimeout(timer);
  }
}
