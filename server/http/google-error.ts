import type { ErrorRequestHandler } from "express";
import type { AppError, ErrorCode } from "../errors.ts";
import { asAppError, logUnforeseen } from "./problem.ts";

/** google.rpc.Code for each way to refuse, and the HTTP status Google's APIs give with it. */
const CODES: Record<ErrorCode, [status: string, http: number]> = {
  invalid: ["INVALID_ARGUMENT", 400],
  unauthenticated: ["PERMISSION_DENIED", 403],
  code_required: ["PERMISSION_DENIED", 403],
  code_wrong: ["PERMISSION_DENIED", 403],
  forbidden: ["PERMISSION_DENIED", 403],
  suspended: ["PERMISSION_DENIED", 403],
  banned: ["PERMISSION_DENIED", 403],
  warned: ["PERMISSION_DENIED", 403],
  not_found: ["NOT_FOUND", 404],
  conflict: ["ABORTED", 409],
  claimed: ["ABORTED", 409],
  too_large: ["INVALID_ARGUMENT", 400],
  unsupported: ["INVALID_ARGUMENT", 400],
  unprocessable: ["INVALID_ARGUMENT", 400],
  too_slow: ["FAILED_PRECONDITION", 400],
  reason_required: ["FAILED_PRECONDITION", 400],
  rate_limited: ["RESOURCE_EXHAUSTED", 429],
  internal: ["INTERNAL", 500],
  unavailable: ["UNAVAILABLE", 503],
};

/** Answers errors as Google's APIs do (AIP-193), for clients made for them. */
export const googleErrorHandler: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  const known = asAppError(error);
  logUnforeseen(known, error, req);
  const wrongKey = known.extra.reason === "API_KEY_INVALID";
  const [status, code] = wrongKey ? CODES.invalid : CODES[known.code];
  const { retryAfter } = known.extra;
  if (typeof retryAfter === "number") res.setHeader("retry-after", String(retryAfter));
  const details = detailsOf(known);
  res.status(code).json({ error: { code, message: known.message, status, ...(details && { details }) } });
};

function detailsOf({ code, extra }: AppError): unknown[] | undefined {
  if (Array.isArray(extra.details)) return extra.details;
  if (extra.reason) return [errorInfo(String(extra.reason))];
  if (code === "rate_limited")
    return [errorInfo("RATE_LIMIT_EXCEEDED", { quota_limit: "AnalyzeRequestsPerMinutePerProject" })];
  if (!Array.isArray(extra.errors)) return undefined;
  const fieldViolations = (extra.errors as { path: string; message: string }[]).map(({ path, message }) => ({
    field: path,
    description: message,
  }));
  return [{ "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations }];
}

const errorInfo = (reason: string, metadata: Record<string, string> = {}): object => ({
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason,
  domain: "googleapis.com",
  metadata: { service: "commentanalyzer.googleapis.com", ...metadata },
});
