import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";

/** `installed`: comes with this installation. The others ask a service elsewhere, with a key of the site or of the installation. */
export const ScorerKind = z.enum(["installed", "perspective", "openai", "http"]);
export type ScorerKind = z.infer<typeof ScorerKind>;

export const ScorerUse = z.enum(["always", "fallback"]).meta({
  description: "`fallback`: asked only when none before it could answer.",
});
export type ScorerUse = z.infer<typeof ScorerUse>;

export const ScorerName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,29}$/, "Use small letters, digits and hyphens, at most 30.")
  .meta({ description: "How rules and the desk call it.", example: "local" });

const TimeoutMs = z.number().int().min(50).max(10_000).nullable();
const PerSecond = z.number().min(0.1).max(1_000).nullable();
const ScorerUrl = z.url({ protocol: /^https?$/, error: "Give a full http or https address." }).max(2_000);

export const ScorerHealth = z
  .object({
    lastSuccessAt: z.iso.datetime().nullable(),
    lastFailureAt: z.iso.datetime().nullable(),
    lastFailure: z.string().nullable().meta({ description: "Why it had no answer, in words." }),
    answered: z.number().int().meta({ description: "Within the last five minutes." }),
    failed: z.number().int().meta({ description: "Within the last five minutes." }),
    p50Ms: z.number().nullable(),
    p95Ms: z.number().nullable(),
    circuit: z.enum(["closed", "open", "half-open"]).nullable().meta({
      description: "`open`: it failed too often and is left alone for half a minute. null: not known.",
    }),
  })
  .meta({ id: "ScorerHealth" });
export type ScorerHealth = z.infer<typeof ScorerHealth>;

export const SiteScorer = z
  .object({
    name: ScorerName,
    kind: ScorerKind,
    enabled: z.boolean(),
    use: ScorerUse,
    timeoutMs: TimeoutMs,
    perSecond: PerSecond,
    url: z.string().nullable(),
    signed: z.boolean(),
    key: z.enum(["none", "own", "installation"]).meta({
      description: "Whose key it is asked with. Keys are never shown.",
    }),
    elsewhere: z.boolean().meta({ description: "Whether comments leave this installation to be scored." }),
    problem: z.string().nullable().meta({ description: "Why it cannot be asked at all; null: it can." }),
    health: ScorerHealth,
  })
  .meta({ id: "SiteScorer" });
export type SiteScorer = z.infer<typeof SiteScorer>;

export const SiteScorers = z
  .object({
    scorers: z.array(SiteScorer).meta({ description: "In the order in which they speak." }),
    unscored: z.number().int().meta({ description: "Comments that nothing has scored yet." }),
    semantic: z.enum(["on", "starting", "off", "absent", "broken"]).meta({
      description:
        "The semantic tier of the server that answers. `off`: by SEMANTIC=0. `absent`: its package is not installed. `broken`: it could not start, and the log says why. Unless it is `on`, the local model scores alone.",
    }),
  })
  .meta({ id: "SiteScorers" });
export type SiteScorers = z.infer<typeof SiteScorers>;

const ScorerChange = z.object({
  name: ScorerName,
  kind: ScorerKind,
  enabled: z.boolean(),
  use: ScorerUse,
  timeoutMs: TimeoutMs.default(null),
  perSecond: PerSecond.default(null),
  url: ScorerUrl.nullable().default(null),
  signed: z.boolean().default(false),
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, "A key has no spaces.")
    .min(8)
    .max(500)
    .nullish()
    .meta({ description: "Left out: as it was. null: none. Kept encrypted and never shown." }),
});

const bySite = z.object({ site: Slug });
const common = { tag: "Scorers", access: "owner" as const, query: z.object({}) };

export const readScorers = endpoint({
  ...common,
  id: "readScorers",
  method: "get",
  path: "/api/sites/:site/scorers",
  summary: "Which scorers a site asks, and how they are",
  params: bySite,
  body: z.undefined(),
  status: 200,
  response: SiteScorers,
  errors: ["not_found"],
});

export const updateScorers = endpoint({
  ...common,
  id: "updateScorers",
  method: "put",
  path: "/api/sites/:site/scorers",
  summary: "Choose a site's scorers and their order",
  description:
    "The whole list, first to speak first. What `timeoutMs` and `perSecond` leave open, and all of those of the installation, are as the installation has them.",
  params: bySite,
  body: z.object({
    scorers: z
      .array(ScorerChange)
      .max(10)
      .refine(
        (list) => new Set(list.map(({ name }) => name)).size === list.length,
        "Two scorers have one name.",
      ),
  }),
  status: 200,
  response: SiteScorers,
  errors: ["not_found", "unprocessable"],
});

export const ScorerTest = z
  .object({
    answer: z
      .object({
        model: z.string(),
        version: z.string(),
        scores: z.record(z.string(), z.number()),
        spans: z.array(
          z.object({
            start: z.number().int(),
            end: z.number().int(),
            attribute: z.string(),
            score: z.number(),
          }),
        ),
      })
      .nullable(),
    unavailable: z.string().nullable().meta({ description: "Why there is no answer." }),
    tookMs: z.number(),
    health: ScorerHealth,
  })
  .meta({ id: "ScorerTest" });
export type ScorerTest = z.infer<typeof ScorerTest>;

export const testScorer = endpoint({
  ...common,
  id: "testScorer",
  method: "post",
  path: "/api/sites/:site/scorers/:name/test",
  summary: "Let one scorer score a text",
  description: "Asks with the saved settings, also one that is switched off. Nothing is kept of the text.",
  params: bySite.extend({ name: ScorerName }),
  body: z.object({ text: z.string().trim().min(1).max(5_000) }),
  status: 200,
  response: ScorerTest,
  errors: ["not_found"],
});
