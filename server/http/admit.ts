import type { Request } from "express";
import type { Recognise } from "../api-keys/recognise.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { firstSite } from "../sites/store.ts";
import type { Admit, Authenticate, Client } from "./caller.ts";
import { fromHere } from "./limits.ts";
import type { Quota } from "./quota.ts";

/** A moderator's tools may ask for this many texts in a minute. */
const FOR_MODERATORS = 6_000;

export interface AdmitOptions {
  db: Db;
  recognise: Recognise;
  authenticate: Authenticate;
  quota: Quota;
  /** Whether programs on this machine need no key, and any key will do. */
  localWithoutKey: boolean;
}

/** Throws AppError("unauthenticated"); `reason` says whether a key was missing or wrong. */
export function admitBy({ db, recognise, authenticate, quota, localWithoutKey }: AdmitOptions): Admit {
  function client(who: string, most: number, siteId: () => Promise<string> = () => firstSite(db)): Client {
    return {
      siteId,
      async take(queries) {
        const wait = await quota(who, most, queries);
        if (wait > 0) throw exhausted(most, wait);
      },
    };
  }

  return async (req) => {
    const key = keyOf(req);
    const row = key === null ? null : await recognise(key);
    if (row) return client(`key:${row.id}`, row.queriesAMinute, async () => row.siteId);
    if (localWithoutKey && isLocal(req)) return client("local", Number.POSITIVE_INFINITY);
    if (key !== null)
      throw new AppError("unauthenticated", "API key not valid. Please pass a valid API key.", {
        reason: "API_KEY_INVALID",
      });
    const moderator = await authenticate(req);
    if (!moderator)
      throw new AppError("unauthenticated", "This asks for an API key, as ?key= or x-goog-api-key.");
    const { id, siteIds } = moderator;
    return client(`moderator:${id}`, FOR_MODERATORS, async () =>
      siteIds === null ? firstSite(db) : (siteIds[0] ?? ofNoSite()),
    );
  };
}

function keyOf(req: Request): string | null {
  const { key } = req.query;
  if (typeof key === "string" && key !== "") return key;
  const header = req.headers["x-goog-api-key"];
  return typeof header === "string" && header !== "" ? header : null;
}

/** From this machine itself, through no proxy, and by no page of a site elsewhere that a browser here happens to show. */
function isLocal(req: Request): boolean {
  const { origin, forwarded, "x-forwarded-for": forwardedFor } = req.headers;
  if (!fromHere(req) || forwarded !== undefined || forwardedFor !== undefined) return false;
  return origin === undefined || (URL.canParse(origin) && LOOPBACK.test(new URL(origin).hostname));
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function ofNoSite(): never {
  throw new AppError("forbidden", "You moderate no site, so there is none this could be kept for.");
}

const exhausted = (most: number, wait: number): AppError =>
  new AppError("rate_limited", `Quota exceeded: ${most} texts a minute. Try again in ${wait} seconds.`, {
    retryAfter: wait,
  });
