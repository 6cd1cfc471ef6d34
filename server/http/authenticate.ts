import { parseCookie } from "cookie";
import type { Request } from "express";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { noteSeen, SESSION_COOKIE, sessionOf } from "../moderators/session.ts";
import type { Authenticate } from "./caller.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Who asks, by the session cookie. A change asked for by a page of another origin is refused, whatever cookie the browser added:
 * browsers name the page's origin, and programs that send none carry no one else's cookie.
 */
export function authenticateBy(db: Db, publicUrl: string | null): Authenticate {
  return async (req) => {
    const token = tokenOf(req.headers.cookie);
    if (!token) return null;
    if (!SAFE.has(req.method)) assertOwnPage(req, publicUrl);
    const by = await sessionOf(db, token);
    if (by) await noteSeen(db, by);
    return by;
  };
}

export function tokenOf(cookies: string | undefined): string | null {
  return (cookies && parseCookie(cookies)[SESSION_COOKIE]) || null;
}

export function assertOwnPage(
  req: Pick<Request, "headers" | "protocol" | "host">,
  publicUrl: string | null,
): void {
  const { origin } = req.headers;
  if (req.headers["sec-fetch-site"] === "cross-site") throw crossSite();
  if (origin === undefined || origin === `${req.protocol}://${req.host}`) return;
  if (publicUrl && origin === new URL(publicUrl).origin) return;
  throw crossSite();
}

const crossSite = (): AppError =>
  new AppError(
    "forbidden",
    "This was asked for by a page of another site. Open the desk itself and try again.",
  );
