/** Every way a request can be refused, and the HTTP status it becomes. Codes are API: never rename one. */
export const STATUS_OF = {
  invalid: 400,
  unauthenticated: 401,
  /** The password was right; the code of two-step sign-in is missing. */
  code_required: 401,
  /** The password was right; the code is wrong, too old, or was used before. */
  code_wrong: 401,
  forbidden: 403,
  /** The reader may not write for a time, or any more; or must read a warning first. `sanction` says more. */
  suspended: 403,
  banned: 403,
  warned: 403,
  not_found: 404,
  conflict: 409,
  claimed: 409,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  reason_required: 422,
  /** A search that would keep the database busy for too long. */
  too_slow: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_OF;

/** A refusal with a message for people: what happened and what to do next. `extra` is added to the problem document. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly extra: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.extra = extra;
  }

  get status(): number {
    return STATUS_OF[this.code];
  }
}
