import type { IncomingHttpHeaders } from "node:http";
import { parseCookie } from "cookie";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { noteSeen, sessionOf } from "../moderators/session.ts";
import type { Authenticate } from "./caller.ts";
import { cookieNameFor } from "./session-cookie.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Who asks, by the session cookie. A change asked for by a page of another origin is refused, whatever cookie the browser added:
 * browsers name the page's origin, and programs that send none carry no one else's cookie.
 */
export function authenticateBy(db: Db, publicUrl: string | null): Authenticate {
  return async (req) => {
    const { headers } = req;
    const ownOrigin = `${req.protocol}://${req.host}`;
    const token = tokenOf(headers.cookie, publicUrl ?? ownOrigin);
    if (!token) return null;
    if (!SAFE.has(req.method)) assertOwnPage({ headers, ownOrigin }, publicUrl);
    const by = await sessionOf(db, token);
    if (by) await noteSeen(db, by);
    return by;
  };
}

/** The session's token among the cookies that came to `address`; null: to one that cannot be told, which may have either of its names. */
export function tokenOf(cookies: string | undefined, address: string | null): string | null {
  if (!cookies) return null;
  const found = parseCookie(cookies);
  const names = address === null ? ["https:", "http:"].map(cookieNameFor) : [cookieNameFor(address)];
  return names.map((name) => found[name]).find(Boolean) ?? null;
}

/** Throws AppError("forbidden") for a change asked for by a page of another origin. Also signing in and out: nobody is signed in as another by a page elsewhere. */
export function assertOwnPage(
  { headers, ownOrigin }: { headers: IncomingHttpHeaders; ownOrigin: string },
  publicUrl: string | null,
): void {
  const { origin } = headers;
  if (headers["sec-fetch-site"] === "cross-site") throw crossSite();
  if (origin === undefined || origin === ownOrigin) return;
  if (publicUrl && origin === new URL(publicUrl).origin) return;
  throw crossSite();
}

const crossSite = (): AppError =>
  new AppError(
    "forbidden",
    "This was asked for by a page of another site. Open the desk itself and try again.",
  );
