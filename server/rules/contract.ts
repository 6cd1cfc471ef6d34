import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";
import { RuleDefinition, RuleFact } from "./definition.ts";

/** `off`: does nothing. `shadow`: its matches are kept and change nothing. `canary`: live for a share of the comments, shadow for the rest. */
export const RuleMode = z.enum(["off", "shadow", "canary", "live"]);
export type RuleMode = z.infer<typeof RuleMode>;

/** What is odd about a rule, and where. Errors keep it from being saved, warnings do not. */
export const RuleProblem = z
  .object({
    level: z.enum(["error", "warning"]),
    code: z.enum([
      "unknown-fact",
      "unknown-list",
      "wrong-operator",
      "wrong-value",
      "bad-pattern",
      "too-deep",
      "too-long",
      "no-tags",
      "never-true",
      "always-true",
      "duplicates",
      "shadowed-by",
    ]),
    path: z.string().meta({ description: "Where: `when.all.0`, `unless`, or empty for the whole rule." }),
    message: z.string(),
    rule: z.uuid().nullable().meta({ description: "The other rule, where it is about one." }),
  })
  .meta({ id: "RuleProblem" });
export type RuleProblem = z.infer<typeof RuleProblem>;

/** A rule that may not reject at the moment: of the comments of an hour it met many times the share that its back-test met. */
export const Tripped = z
  .object({
    at: z.iso.datetime(),
    hits: z.number().int().meta({ description: "What it met to reject in the hour before." }),
    seen: z.number().int().meta({ description: "All comments of that hour." }),
    testedHits: z.number().int().meta({ description: "The same of the back-test of this version." }),
    testedSeen: z.number().int(),
  })
  .meta({ id: "Tripped" });
export type Tripped = z.infer<typeof Tripped>;

/** Who asked that this very version be confirmed, and which other owner did; null: nobody has. */
export const Confirmation = z
  .object({
    askedBy: z.string().nullable(),
    askedAt: z.iso.datetime().nullable(),
    confirmedBy: z.string().nullable(),
    confirmedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "RuleConfirmation" });
export type Confirmation = z.infer<typeof Confirmation>;

export const SiteRule = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    mode: RuleMode,
    canaryPercent: z.number().int(),
    tripped: Tripped.nullable().meta({ description: "Set while it holds what it would reject." }),
    definition: RuleDefinition,
    warnings: z.array(RuleProblem),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    changedBy: z.object({ id: z.uuid(), name: z.string() }),
    confirmation: Confirmation,
  })
  .meta({ id: "SiteRule" });
export type SiteRule = z.infer<typeof SiteRule>;

export const RuleVersion = z
  .object({
    version: z.number().int(),
    definition: RuleDefinition,
    note: z.string(),
    restoredFrom: z.number().int().nullable(),
    createdAt: z.iso.datetime(),
    by: z.object({ name: z.string() }),
  })
  .meta({ id: "RuleVersion" });
export type RuleVersion = z.infer<typeof RuleVersion>;

const nothing = z.object({});
const forOwners = { tag: "Rules", access: "owner" as const };
const ofSite = z.object({ site: Slug });
const one = z.object({ site: Slug, id: z.uuid().toLowerCase() });
const Note = z
  .string()
  .trim()
  .max(500)
  .default("")
  .meta({ description: "Why it was changed, for colleagues." });

/** Examples that fail are told first: 422 with `examples`, what the rule makes of each. */
const EvenSo = z
  .boolean()
  .default(false)
  .meta({ description: "Go on although the rule gets examples kept with it wrong." });

export const listRuleFacts = endpoint({
  id: "listRuleFacts",
  method: "get",
  path: "/api/rule-facts",
  summary: "Everything a rule can ask about",
  tag: "Rules",
  access: "moderator",
  params: nothing,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(RuleFact) }),
  errors: [],
});

export const listRules = endpoint({
  ...forOwners,
  id: "listRules",
  method: "get",
  path: "/api/sites/:site/rules",
  summary: "A site's own rules",
  params: ofSite,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(SiteRule) }),
  errors: ["not_found"],
});

export const createRule = endpoint({
  ...forOwners,
  id: "createRule",
  method: "post",
  path: "/api/sites/:site/rules",
  summary: "Make a rule; it is off at first",
  params: ofSite,
  query: nothing,
  body: z.object({ definition: RuleDefinition, note: Note }),
  status: 201,
  response: SiteRule,
  errors: ["not_found", "conflict", "unprocessable"],
});

export const readRule = endpoint({
  ...forOwners,
  id: "readRule",
  method: "get",
  path: "/api/sites/:site/rules/:id",
  summary: "A rule with all its versions, the latest first",
  params: one,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: SiteRule.extend({ versions: z.array(RuleVersion) }),
  errors: ["not_found"],
});

export const updateRule = endpoint({
  ...forOwners,
  id: "updateRule",
  method: "put",
  path: "/api/sites/:site/rules/:id",
  summary: "Save a new version of a rule",
  description:
    "Versions are never changed. A new one that rejects, of a rule that is live or canary, only holds back as a shadow until it is set live again.",
  params: one,
  query: nothing,
  body: z.object({
    definition: RuleDefinition,
    version: z
      .number()
      .int()
      .min(1)
      .meta({ description: "The version it was made from; 409 if there is a newer one." }),
    note: Note,
    restoredFrom: z.number().int().min(1).nullable().default(null),
    evenSo: EvenSo,
  }),
  status: 200,
  response: SiteRule,
  errors: ["not_found", "conflict", "unprocessable"],
});

export const setRuleMode = endpoint({
  ...forOwners,
  id: "setRuleMode",
  method: "post",
  path: "/api/sites/:site/rules/:id/mode",
  summary: "Switch a rule off, to shadow, to a canary share or live",
  description:
    "A version that rejects becomes a canary or live only once a back-test of it has finished that saw 500 comments, or all there are; the answer is 422 until then.",
  params: one,
  query: nothing,
  body: z.object({
    mode: RuleMode,
    canaryPercent: z.number().int().min(1).max(99).default(10),
    version: z
      .number()
      .int()
      .min(1)
      .meta({ description: "The version it is about; 409 if there is a newer one." }),
    evenSo: EvenSo,
  }),
  status: 200,
  response: SiteRule,
  errors: ["not_found", "conflict", "unprocessable"],
});

export const deleteRule = endpoint({
  ...forOwners,
  id: "deleteRule",
  method: "delete",
  path: "/api/sites/:site/rules/:id",
  summary: "Delete a rule; what it decided stays, and so does its history",
  params: one,
  query: nothing,
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});
