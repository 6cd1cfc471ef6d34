import type { RequestHandler } from "express";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { siteBySlug } from "../sites/store.ts";

/** Lets the pages of a site's allowed origins read and post. No cookie travels: readers are known by tokens. */
export function corsBySite(db: Db): RequestHandler<{ site: string }> {
  return async (req, res, next) => {
    const { origin } = req.headers;
    if (!origin) return next();
    res.setHeader("vary", "origin");
    const allowed = await mayRead(db, req.params.site, origin);
    if (allowed) {
      res.setHeader("access-control-allow-origin", origin);
      res.setHeader("access-control-expose-headers", "etag, preference-applied, retry-after");
    }
    if (req.method !== "OPTIONS") return next();
    if (allowed) {
      res.setHeader("access-control-allow-methods", "GET, POST, PATCH, DELETE");
      res.setHeader(
        "access-control-allow-headers",
        "authorization, content-type, idempotency-key, if-none-match, prefer",
      );
      res.setHeader("access-control-max-age", "86400");
    }
    res.status(204).end();
  };
}

async function mayRead(db: Db, slug: string, origin: string): Promise<boolean> {
  try {
    const { allowedOrigins } = await siteBySlug(db, slug);
    return allowedOrigins.includes("*") || allowedOrigins.includes(origin);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return false;
    throw error;
  }
}

/** Lets pages of any origin ask, as Google's APIs do: who asks is told by a key, and no cookie travels. */
export const corsForAll: RequestHandler = (req, res, next) => {
  res.setHeader("access-control-allow-origin", "*");
  res.setHeader("access-control-expose-headers", "retry-after");
  if (req.method !== "OPTIONS") return next();
  res.setHeader("access-control-allow-methods", "GET, POST");
  res.setHeader("access-control-allow-headers", req.headers["access-control-request-headers"] ?? "*");
  res.setHeader("access-control-max-age", "86400");
  res.status(204).end();
};
