import { stringifySetCookie } from "cookie";
import { SESSION_COOKIE, SESSION_LIFE } from "../moderators/session.ts";

const isSecure = (address: string): boolean => address.startsWith("https:");

/**
 * What the session's cookie is called where the desk is reached at this address. With __Host- browsers take it from this very host by https alone,
 * so that a page of a neighbouring host cannot put a session of its own in its place.
 */
export const cookieNameFor = (address: string): string =>
  isSecure(address) ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;

/** The Set-Cookie header that carries a session's token; null takes the cookie back. Secure where the desk is reached by https. */
export function sessionCookie(token: string | null, address: string): string {
  return stringifySetCookie({
    name: cookieNameFor(address),
    value: token ?? "",
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(address),
    maxAge: token ? SESSION_LIFE / 1_000 : 0,
  });
}
