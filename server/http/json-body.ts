import type { IncomingMessage } from "node:http";
import express, { type Request, type RequestHandler } from "express";
import { AppError } from "../errors.ts";

/** Bytes: enough for 5,000 characters of any script with its wrapping, and for a site's settings. */
const LIMIT = 256 * 1024;

const dirty = new WeakSet<IncomingMessage>();

/**
 * Reads JSON bodies. Notes those that spell characters by number: only there can a NUL or half a surrogate pair hide.
 * Nearly all clients send UTF-8 of a known length; reading those here, not through Express's reader for every encoding, saves
 * about a tenth of what a POST takes in this process. All others take the long way.
 */
export function jsonBody(limit = LIMIT): RequestHandler {
  const anyEncoding = express.json({
    limit,
    verify: (req, _res, body, encoding) => {
      // In UTF-16 half a surrogate pair needs no number.
      if (encoding === "utf-8") note(req, body);
      else dirty.add(req);
    },
  });
  return (req, res, next) => {
    // Read already, by the address's own limit.
    if (req.body !== undefined) return next();
    if (!isPlain(req, limit)) return anyEncoding(req, res, next);
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => {
      const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      note(req, body);
      try {
        req.body = JSON.parse(body.toString().replace(/^\uFEFF/, ""));
      } catch {
        return next(
          Object.assign(new Error("The body is not JSON"), { type: "entity.parse.failed", status: 400 }),
        );
      }
      next();
    });
  };
}

function isPlain({ headers }: Request, limit: number): boolean {
  const type = headers["content-type"];
  return (
    (type === "application/json" || type === "application/json; charset=utf-8") &&
    headers["content-encoding"] === undefined &&
    Number(headers["content-length"] ?? Number.POSITIVE_INFINITY) <= limit &&
    headers["content-length"] !== "0"
  );
}

function note(req: IncomingMessage, body: Buffer): void {
  if (body.includes("\\u")) dirty.add(req);
}

export const wasDirty = (req: IncomingMessage): boolean => dirty.has(req);

/** No body that any contract describes is nested deeper. */
const DEEPEST = 50;

/**
 * Takes out what PostgreSQL cannot store: NUL characters; half surrogate pairs become the replacement character. Throws
 * AppError("invalid") for what is nested so deep that it would not end.
 */
export function clean(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new AppError("invalid", "The body is nested too deep.");
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map((one) => clean(one, depth + 1));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, clean(v, depth + 1)]));
  return value;
}
