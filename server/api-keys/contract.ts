import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    ending: z.string().meta({ description: "The key's last four characters." }),
    queriesAMinute: z.number().int(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().meta({ description: "To the minute." }),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

export const ApiKeyWithSecret = ApiKey.extend({
  key: z.string().meta({ description: "`rdk_…`, shown this once." }),
}).meta({ id: "ApiKeyWithSecret" });

const common = { tag: "API keys", access: "owner" as const, query: z.object({}) };

export const listApiKeys = endpoint({
  ...common,
  id: "listApiKeys",
  method: "get",
  path: "/api/sites/:site/api-keys",
  summary: "The keys by which the site's own programs ask for scores",
  params: z.object({ site: Slug }),
  query: Page,
  body: z.undefined(),
  status: 200,
  response: pageOf(ApiKey),
  errors: ["not_found"],
});

export const createApiKey = endpoint({
  ...common,
  id: "createApiKey",
  method: "post",
  path: "/api/sites/:site/api-keys",
  summary: "Make a key",
  description: "The key is shown once, in this answer; only its hash is kept.",
  params: z.object({ site: Slug }),
  body: z.object({
    name: z.string().trim().min(1, "Name the program that will use it.").max(60),
    queriesAMinute: z
      .number()
      .int()
      .min(1)
      .max(60_000)
      .default(600)
      .meta({ description: "Texts it may have scored in a minute. Perspective's own default was 60." }),
  }),
  status: 201,
  response: ApiKeyWithSecret,
  errors: ["not_found", "unprocessable"],
});

export const revokeApiKey = endpoint({
  ...common,
  id: "revokeApiKey",
  method: "delete",
  path: "/api/sites/:site/api-keys/:id",
  summary: "End a key for good",
  params: z.object({ site: Slug, id: z.uuid().toLowerCase() }),
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});
