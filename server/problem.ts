import { z } from "zod";

/** RFC 9457: what every refusal looks like. `code` is stable; `errors` names the fields at fault. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: "Problem",
    example: {
      type: "urn:replydesk:problem:not_found",
      title: "Not Found",
      status: 404,
      code: "not_found",
      detail: "There is no such comment. It may have been removed.",
    },
  });

/** Google's error shape (AIP-193): what those endpoints refuse with that speak as Google's APIs do. */
export const GoogleError = z
  .object({
    error: z.object({
      code: z.number().int(),
      message: z.string(),
      status: z.string().meta({ description: "A google.rpc.Code, such as INVALID_ARGUMENT." }),
      details: z.array(z.looseObject({ "@type": z.string() })).optional(),
    }),
  })
  .meta({ id: "GoogleError" });
