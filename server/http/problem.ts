import { STATUS_CODES } from "node:http";
import type { ErrorRequestHandler, Request, RequestHandler } from "express";
import { z } from "zod";
import { AppError, type ErrorCode } from "../errors.ts";
import { log } from "../log.ts";

/** Answers every error as application/problem+json; what nobody foresaw is logged once, here, and told without details. */
export const problemHandler: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  const known = asAppError(error);
  logUnforeseen(known, error, req);
  const { retryAfter, ...extra } = known.extra as { retryAfter?: number };
  if (retryAfter) res.setHeader("retry-after", String(retryAfter));
  res
    .status(known.status)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: `urn:replydesk:problem:${known.code}`,
        title: STATUS_CODES[known.status],
        status: known.status,
        code: known.code,
        detail: known.message,
        ...extra,
      }),
    );
};

export const nothingHere: RequestHandler = (req) => {
  throw new AppError(
    "not_found",
    `There is nothing at ${req.method} ${req.path}. The API is described at /docs.`,
  );
};

/** Notes an error that nobody foresaw: where, without query or body. */
export function logUnforeseen(known: AppError, error: unknown, req: Request): void {
  if (known.code === "internal")
    log.error({ err: error, method: req.method, path: req.path }, "A request failed");
}

/** The refusal that an error amounts to. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return invalid(error);
  const { type, status, code } = error as { type?: string; status?: number; code?: string };
  const body = type && BODY_ERRORS[type];
  if (body) return new AppError(...body);
  if (status === 400) return new AppError("invalid", "The address of this request is not well formed.");
  const database = code && DATABASE_ERRORS[code.slice(0, 2)];
  if (code === "22021" || code === "22P05")
    return new AppError(
      "invalid",
      "Some text holds characters that cannot be stored. Remove control characters.",
    );
  if (code && OUT_OF_RANGE.has(code))
    return new AppError(
      "invalid",
      "A number or a moment is larger or smaller than can be stored. Send one within reach.",
    );
  if (database || OUT_OF_REACH.test(String((error as Error)?.message))) {
    return new AppError(
      "unavailable",
      "The database does not answer at the moment. Nothing was changed; try again shortly.",
      { retryAfter: 5 },
    );
  }
  return new AppError(
    "internal",
    "Something went wrong on our side. It has been noted; try again, and tell the operator if it stays.",
  );
}

const BODY_ERRORS: Record<string, [ErrorCode, string]> = {
  "entity.parse.failed": ["invalid", "The body is not JSON. Send application/json."],
  "entity.too.large": ["too_large", "The body is larger than what is taken here."],
  "encoding.unsupported": ["unsupported", "Send the body uncompressed or as gzip, deflate or br."],
  "charset.unsupported": ["unsupported", "Send the body as UTF-8."],
  "request.aborted": ["invalid", "The request ended before its body did."],
  "request.size.invalid": ["invalid", "The body is not as long as Content-Length says."],
};

/** PostgreSQL's classes for a lost connection, a transaction that gave way, too many connections and a server that is going down or too slow. */
const DATABASE_ERRORS: Record<string, true> = { "08": true, "40": true, "53": true, "57": true };
/** PostgreSQL's codes for numbers, moments and offsets from UTC beyond those it knows: whoever asks has sent them. */
const OUT_OF_RANGE = new Set(["22003", "22007", "22008", "22009"]);
const OUT_OF_REACH =
  /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect|Query read timeout/;

const NO_OBJECT = "Send a JSON object, with content-type: application/json.";

function invalid(error: z.ZodError): AppError {
  const errors = error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    message: issue.path.length === 0 && issue.code === "invalid_type" ? NO_OBJECT : issue.message,
  }));
  const first = errors[0];
  const where = first?.path ? `${first.path}: ` : "";
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return new AppError("invalid", `${where}${first?.message ?? "The request is not well formed."}${more}`, {
    errors,
  });
}
