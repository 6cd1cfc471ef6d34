import { stringifySetCookie } from "cookie";
import { SESSION_COOKIE, SESSION_LIFE } from "../moderators/session.ts";

/** The Set-Cookie header that carries a session's token; null takes the cookie back. Secure where the desk is reached by https. */
export function sessionCookie(token: string | null, origin: string): string {
  return stringifySetCookie({
    name: SESSION_COOKIE,
    value: token ?? "",
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: origin.startsWith("https:"),
    maxAge: token ? SESSION_LIFE / 1_000 : 0,
  });
}
