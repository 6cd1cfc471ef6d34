import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";

/**
 * `warn`: the reader must have read it before they write again. `mute`: every comment waits for a person. `suspend`: no comments until a time.
 * `ban`: none any more. `trust`: neither the hold of newcomers nor the limit of links concerns them.
 */
export const SANCTION_KINDS = ["warn", "mute", "suspend", "ban", "trust"] as const;
export const SanctionKind = z.enum(SANCTION_KINDS);
export type SanctionKind = z.infer<typeof SanctionKind>;

/** By what the same person may be known again. */
export const TraceKind = z.enum(["address", "email"]);
export type TraceKind = z.infer<typeof TraceKind>;

const Person = z.object({ id: z.uuid(), name: z.string() });

export const Sanction = z
  .object({
    id: z.uuid(),
    readerId: z.uuid(),
    kind: SanctionKind,
    words: z.string().nullable().meta({ description: "What the reader is told." }),
    reason: z.string().nullable().meta({ description: "Why, for colleagues." }),
    moderator: Person,
    decisionId: z.uuid().nullable().meta({ description: "The decision it was made with." }),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime().nullable().meta({ description: "It ends by itself then; null: once lifted." }),
    active: z.boolean().meta({ description: "Whether it is in force now." }),
    lifted: z.object({ at: z.iso.datetime(), moderator: Person, reason: z.string().nullable() }).nullable(),
    acknowledgedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: "With a warning: when the reader said that they had read it." }),
    newcomers: z
      .object({ by: z.array(TraceKind), endsAt: z.iso.datetime() })
      .nullable()
      .meta({
        description:
          "With a ban: who comes under a new name from the same network or with the same e-mail is stopped until then.",
      }),
  })
  .meta({ id: "Sanction" });
export type Sanction = z.infer<typeof Sanction>;

/** Longest words to a reader, in characters. */
export const MAX_WORDS = 1_000;
/** Furthest end of a sanction, in days. */
export const MAX_DAYS = 3_660;

const fields = z.object({
  words: z
    .string()
    .trim()
    .min(1)
    .max(MAX_WORDS)
    .nullish()
    .meta({ description: "What the reader is told. Warnings, suspensions and bans need it." }),
  reason: z.string().trim().max(500).nullish().meta({ description: "Why, for colleagues." }),
  until: z.iso
    .datetime()
    .nullish()
    .meta({ description: "When it ends by itself. A suspension needs it, a warning has none." }),
  newcomers: z.array(TraceKind).max(2).nullish().meta({
    description:
      "With a ban: also stop who is new and comes from the same network (`address`) or with the same e-mail, no longer than the site keeps such traces. For owners, and moderators whom the site allows.",
  }),
});

/** What to do about a reader, apart from or beside a decision on their comment. */
export const NewSanction = fields.extend({ kind: SanctionKind });
export type NewSanction = z.infer<typeof NewSanction>;

/** The same beside a decision; without words of its own the reader is told those of the decision's reason. */
export const SanctionBesides = fields.extend({ action: SanctionKind });

const keyed = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Send the same key again and the same sanction is the answer." }),
});

export const sanctionReader = endpoint({
  id: "sanctionReader",
  method: "post",
  path: "/api/readers/:id/sanctions",
  summary: "Warn, mute, suspend, ban or trust a reader",
  description:
    "Several may be in force at once; the strictest tells. A reader who may not write is told so, with your words and until when; nobody is silenced without knowing.",
  tag: "Readers",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: keyed,
  body: NewSanction,
  status: 201,
  response: Sanction,
  errors: ["not_found", "unprocessable"],
});

export const liftSanction = endpoint({
  id: "liftSanction",
  method: "post",
  path: "/api/sanctions/:id/lift",
  summary: "Lift a sanction",
  description: "Lifting what has been lifted changes nothing. What has ended cannot be lifted.",
  tag: "Readers",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.object({ reason: z.string().trim().max(500).nullish() }).optional(),
  status: 200,
  response: Sanction,
  errors: ["not_found", "conflict"],
});

export const acknowledgeWarning = endpoint({
  id: "acknowledgeWarning",
  method: "post",
  path: "/api/sites/:site/warnings/:id/acknowledgement",
  summary: "Say that one has read a warning",
  description: "By the warned reader's token. After it they may write again.",
  tag: "Comments",
  access: "public",
  params: z.object({ site: Slug, id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: z.object({
    authorization: z.string().optional().meta({ description: "`Bearer` and the reader's token." }),
  }),
  body: z.object({}).optional(),
  status: 204,
  response: z.undefined(),
  errors: ["unauthenticated", "not_found", "rate_limited"],
});
