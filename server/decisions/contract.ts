import { z } from "zod";
import { Status } from "../comments/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Sanction, SanctionBesides } from "../sanctions/contract.ts";

/** What a person may do with a comment at the desk. */
export const Action = z.enum(["approve", "reject", "hold"]);
export type Action = z.infer<typeof Action>;

const Value = z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.string())]);

/** A stretch of the comment's text, end exclusive, in UTF-16 units. */
export const Mark = z.object({ start: z.number().int(), end: z.number().int() });

/** One condition of a rule as it was when the rule looked: null means the fact was not known. */
export const ConditionSeen = z.object({
  fact: z.string(),
  op: z.string(),
  value: Value.meta({ description: "Of a list of more than twenty, those met, twenty at most." }),
  seen: Value,
  met: z.boolean().nullable(),
  marks: z.array(Mark).optional().meta({ description: "Where, fifty places at most." }),
});

/** A rule that matched, and why. */
export const RuleMatch = z
  .object({
    rule: z.string(),
    name: z.string(),
    version: z.number().int(),
    action: z.enum(["approve", "hold", "reject", "tag"]),
    tags: z.array(z.string()).optional(),
    unknown: z.literal(true).optional().meta({
      description: "It did so because its outcome hung on something unknown.",
    }),
    reason: z.string(),
    conditions: z.array(ConditionSeen),
  })
  .meta({ id: "RuleMatch" });
export type RuleMatch = z.infer<typeof RuleMatch>;

/** The rule that speaks when no scorer could answer. What it led to may be looked at again once there is a score. */
export const UNSCORED_RULE = "unscored";

export const Decision = z
  .object({
    id: z.uuid(),
    commentId: z.uuid(),
    action: z.enum(["approve", "reject", "hold", "withdraw", "resubmit", "undo"]),
    statusBefore: Status,
    status: Status,
    version: z.number().int().meta({ description: "The comment's version after this decision." }),
    actor: z.object({ kind: z.enum(["rules", "moderator", "reader"]), name: z.string() }),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    undoOf: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Decision" });
export type Decision = z.infer<typeof Decision>;

/** A reader's other waiting comments, decided in the same breath as a batch. */
export const Others = z
  .object({
    batchId: z
      .uuid()
      .meta({ description: "The batch has what became of each, and can be taken back alone." }),
    total: z.number().int(),
    decided: z.number().int().meta({ description: "Of the total; the rest stayed as it was." }),
    more: z.number().int().meta({ description: "How many more waited than one request decides." }),
  })
  .meta({ id: "Others" });
export type Others = z.infer<typeof Others>;

/** A decision with what was done in the same breath. */
export const DecisionMade = Decision.extend({
  sanction: Sanction.nullable().meta({
    description: "What was done about the reader with it, or taken back.",
  }),
  others: Others.nullable().meta({
    description: "The reader's other comments decided with it, or taken back.",
  }),
}).meta({ id: "DecisionMade" });
export type DecisionMade = z.infer<typeof DecisionMade>;

const keyed = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Send the same key again and the same decision is the answer. Kept for a day." }),
});

export const decideComment = endpoint({
  id: "decideComment",
  method: "post",
  path: "/api/comments/:id/decisions",
  summary: "Approve, reject or hold a comment",
  description:
    "Names the version that was seen. If the comment has moved on, the answer is 409 with `current`: who decided what, and when. While another moderator is on it the answer is 409 `claimed` with their `claim`, unless `takeOver` is set. " +
    "`reader` sanctions its author in the same transaction; `alsoWaiting` rejects the author's other waiting comments as well, 500 at most, but those a colleague is on. Undoing the decision takes all of it back.",
  tag: "Decisions",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: keyed,
  body: z.object({
    action: Action,
    version: z.number().int().min(1),
    reason: z.string().trim().max(500).nullish().meta({
      description: "The id of one of the site's reasons, or words of your own; the reader is told.",
    }),
    note: z
      .string()
      .trim()
      .max(2_000)
      .nullish()
      .meta({ description: "For colleagues; readers never see it." }),
    takeOver: z.boolean().optional().meta({ description: "Decide although another moderator is on it." }),
    reader: SanctionBesides.nullish().meta({
      description:
        "What to do about its author. Without `words` the author is told those of the rejection's reason.",
    }),
    alsoWaiting: z.boolean().optional().meta({
      description: "With a rejection: reject what else its author has waiting, for the same reason.",
    }),
  }),
  status: 201,
  response: DecisionMade,
  errors: ["not_found", "conflict", "claimed", "unprocessable"],
});

/** So long, in seconds, a moderator may take the own decision back without a word. */
export const UNDO_FREELY_SECONDS = 10;

export const undoDecision = endpoint({
  id: "undoDecision",
  method: "post",
  path: "/api/decisions/:id/undo",
  summary: "Take a decision back",
  description:
    "Restores status and place in the queue, lifts the sanction made with it and takes back what was decided beside it, as far as nobody decided those comments since. Only the comment's latest decision can be undone. Within ten seconds one's own needs no reason; " +
    "later, or when another or a rule decided, the answer without one is 422 `reason_required`.",
  tag: "Decisions",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: keyed,
  body: z
    .object({
      reason: z.string().trim().max(500).nullish().meta({
        description:
          "Why it is taken back: the note of the new decision, for colleagues; readers never see it.",
      }),
    })
    .optional(),
  status: 201,
  response: DecisionMade,
  errors: ["not_found", "conflict", "reason_required", "unprocessable"],
});
