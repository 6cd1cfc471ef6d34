import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import type { Endpoint } from "./endpoint.ts";
import { type ErrorCode, STATUS_OF } from "./errors.ts";
import { GoogleError, Problem } from "./problem.ts";

/** An endpoint as an operation of the OpenAPI document. */
export function operation(e: Endpoint): ZodOpenApiOperationObject {
  const answer =
    e.status === 204 ? { description: "Done." } : { description: "Done.", content: contentOf(e) };
  const hasBody = !(e.body instanceof z.ZodUndefined);
  return {
    operationId: e.id,
    summary: e.summary,
    description: e.description,
    tags: [e.tag],
    ...(e.access !== "public" && {
      security: [...(e.access === "api-key" ? [{ key: [] }] : []), { session: [] }],
    }),
    requestParams: {
      path: e.params as z.ZodObject,
      query: e.query as z.ZodObject,
      ...(e.headers && { header: e.headers }),
    },
    ...(hasBody && {
      requestBody: {
        required: !e.body.safeParse(undefined).success,
        content: { "application/json": { schema: e.body } },
      },
    }),
    responses: {
      [e.status]: answer,
      ...(e.id === "readThread" && { 304: { description: "Unchanged since your ETag." } }),
      ...refusals(e),
    },
  };
}

const contentOf = ({ produces, response }: Endpoint): Record<string, { schema: z.ZodType }> =>
  produces
    ? Object.fromEntries(produces.map((type) => [type, { schema: z.string() }]))
    : { "application/json": { schema: response } };

function refusals(e: Endpoint): Record<string, object> {
  const codes: ErrorCode[] = [
    "invalid",
    "unavailable",
    ...(e.access === "public" ? [] : (["unauthenticated", "forbidden"] as const)),
    ...e.errors,
  ];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes))
    byStatus.set(STATUS_OF[code], [...(byStatus.get(STATUS_OF[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: `Refused: ${list.join(", ")}.`,
        content: e.dialect
          ? { "application/json": { schema: GoogleError } }
          : { "application/problem+json": { schema: Problem } },
      },
    ]),
  );
}
