import type { z } from "zod";
import type { ErrorCode } from "./errors.ts";

/** `api-key`: a program with a key of a site; a signed-in moderator may as well. */
export type Access = "public" | "moderator" | "owner" | "api-key";

/**
 * One API call as data. Routing, validation, the OpenAPI document and the browser's typed client all follow from it.
 * `path` uses `/:name` for parameters; a colon elsewhere is itself; the response is what a success carries.
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** Its name in the OpenAPI document (operationId). */
  id: string;
  method: "get" | "post" | "patch" | "put" | "delete";
  path: string;
  summary: string;
  description?: string;
  tag: string;
  access: Access;
  /** Speaks as Google's APIs do: refusals in their shape, the body read as it came. */
  dialect?: "google";
  params: P;
  query: Q;
  body: B;
  /** Request headers that matter to it, for the document. */
  headers?: z.ZodObject;
  status: 200 | 201 | 204;
  /** Media types of an answer that is a file, in the place of JSON; `response` is undefined then. */
  produces?: readonly string[];
  response: R;
  errors: readonly ErrorCode[];
}

export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return e;
}
