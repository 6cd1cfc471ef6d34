import type { z } from "zod";
import type { ErrorCode } from "./errors.ts";

export type Access = "public" | "moderator" | "owner";

/**
 * One API call as data. Routing, validation, the OpenAPI document and the browser's typed client all follow from it.
 * `path` uses `:name` for parameters; the response is what a success carries.
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
  params: P;
  query: Q;
  body: B;
  /** Request headers that matter to it, for the document. */
  headers?: z.ZodObject;
  status: 200 | 201 | 204;
  response: R;
  errors: readonly ErrorCode[];
}

export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  e: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return e;
}
