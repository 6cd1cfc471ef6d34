import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

export const PRIVATE = "ERR_PRIVATE_ADDRESS";

/** Public by number, yet answered by the cloud's own host: Azure's metadata and agent address. */
const METADATA = new Set(["168.63.129.16"]);

/** All of IPv6 that is given out on the public internet. What else looks ordinary is an old form of something inside, as `::7f00:1` of 127.0.0.1. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address belongs to the public internet. Loopback, private, link-local, carrier-grade NAT, unique-local, multicast, reserved and
 * tunnelled addresses do not; an IPv4 address inside an IPv6 one counts as itself. What cannot be read is not public.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  if (plain instanceof ipaddr.IPv6 && !plain.match(GLOBAL_IPV6)) return false;
  return plain.range() === "unicast" && !METADATA.has(plain.toString());
}

/** The address when a URL's host is one, without brackets; null when it is a name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) ? host : null;
}

/**
 * A lookup for connections to public addresses only. It judges the very addresses that the connection will use, so a name that answers
 * differently the second time gains nothing. One private address among several is enough to refuse.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    if (!addresses.every(({ address }) => isPublic(address))) return callback(privateAddress(), []);
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

export function privateAddress(): NodeJS.ErrnoException {
  return Object.assign(new Error("This address is not on the public internet."), { code: PRIVATE });
}
