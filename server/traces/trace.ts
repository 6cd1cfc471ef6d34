import { createHmac, hkdfSync } from "node:crypto";
import ipaddr from "ipaddr.js";
import { isPublic } from "../outgoing/public-address.ts";

/** Keyed hashes, hexadecimal, of what a person may be known by again; null where there is nothing to know them by. */
export interface Traces {
  address: string | null;
  email: string | null;
}

export const NO_TRACES: Traces = { address: null, email: null };

export type TraceMaker = (siteId: string, person: { ip: string | null; email: string | null }) => Traces;

/**
 * Makes traces under a key derived from the installation's secret (HKDF-SHA256, RFC 5869; HMAC-SHA256, 16 bytes kept): equal on one site for the same person,
 * of no use on another, and without the secret not to be traced back. Addresses count as networks where people have whole ones: /64 of IPv6.
 */
export function traceMaker(secret: string): TraceMaker {
  let key: Buffer | undefined;
  const trace = (siteId: string, kind: string, value: string | null): string | null => {
    if (value === null) return null;
    key ??= Buffer.from(hkdfSync("sha256", secret, "", "replydesk traces v1", 32));
    return createHmac("sha256", key).update(`${siteId} ${kind} ${value}`).digest("hex").slice(0, 32);
  };
  return (siteId, { ip, email }) => ({
    address: trace(siteId, "address", ip === null ? null : networkOf(ip)),
    email: trace(siteId, "email", email === null ? null : mailboxOf(email)),
  });
}

/** Whose network it is; null for what is not on the public internet, which says nothing about a reader. */
export function networkOf(ip: string): string | null {
  if (!isPublic(ip)) return null;
  const address = ipaddr.process(ip);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString();
}

/** Whose mailbox it is: capitals and what stands after a plus make no other. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@");
  const name = email.slice(0, at).replace(/(?<=.)\+.*$/, "");
  return `${name}${email.slice(at)}`.toLowerCase();
}
