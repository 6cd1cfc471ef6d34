import type { IncomingMessage } from "node:http";
import express, { type RequestHandler } from "express";

/** Enough for 5,000 characters of any script with its wrapping, and for a site's settings. */
const LIMIT = "256kb";

const dirty = new WeakSet<IncomingMessage>();

/** Reads JSON bodies. Notes those that spell characters by number: only there can a NUL or half a surrogate pair hide. */
export function jsonBody(): RequestHandler {
  return express.json({
    limit: LIMIT,
    verify: (req, _res, body) => {
      if (body.includes("\\u")) dirty.add(req);
    },
  });
}

export const wasDirty = (req: IncomingMessage): boolean => dirty.has(req);

/** Takes out what PostgreSQL cannot store: NUL characters; half surrogate pairs become the replacement character. */
export function clean(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, clean(v)]));
  return value;
}
