import { z } from "zod";
import { Status } from "../comments/contract.ts";
import { Action, Decision } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { SanctionBesides, SanctionKind } from "../sanctions/contract.ts";
import { Picked, Selection } from "../selections/contract.ts";

/** Comments that one batch may decide. */
export const MOST_IN_A_BATCH = 100_000;

/** Up to this many are decided before the answer; more are decided by the workers, and the desk is told how far they are. */
export const DECIDED_AT_ONCE = 200;

const Reason = z.string().trim().max(500).nullish().meta({
  description: "The id of one of the site's reasons, or words of your own; the readers are told.",
});
const Note = z.string().trim().max(2_000).nullish().meta({
  description: "For colleagues; readers never see it.",
});

/** What a batch that rejects does about those who wrote the comments, each once; undoing the batch lifts exactly that. */
export const BatchReader = z
  .object({ action: SanctionKind.exclude(["trust"]), until: SanctionBesides.shape.until })
  .meta({ id: "BatchReader" });
export type BatchReader = z.infer<typeof BatchReader>;

/** What became of a comment in a batch. */
export const BatchOutcome = z
  .enum(["decided", "changed", "claimed", "appealed", "not-allowed", "not-found", "stopped"])
  .meta({
    description:
      "`changed`: it was decided or edited since it was seen; `claimed`: a colleague is on it; `appealed`: its author contests the refusal, which is judged blind and one by one; `not-allowed`: not from its status, or not by you; " +
      "`not-found`: there is none that you may see; `stopped`: the batch was taken back before its turn.",
  });
export type BatchOutcome = z.infer<typeof BatchOutcome>;

export const ShownComment = z.object({
  id: z.uuid(),
  version: z.number().int(),
  status: Status,
  text: z.string().meta({ description: "Its first 400 characters." }),
  reader: z.object({ id: z.uuid(), name: z.string() }),
  article: z.object({ title: z.string().nullable(), url: z.string() }),
});

/** A comment that a batch left as it was, and why. */
export const LeftAsItWas = z.object({
  commentId: z.uuid(),
  outcome: BatchOutcome.exclude(["decided"]),
  by: Decision.shape.actor.nullable().meta({ description: "Who is on it, or decided or edited it." }),
  comment: ShownComment.nullable(),
});
export type LeftAsItWas = z.infer<typeof LeftAsItWas>;

/** What of a rule is taken back: all that it held and rejected in a period, by one version or by every one. */
export const UndoneRule = z.object({
  id: z.uuid(),
  name: z.string().meta({ description: "As it was called then." }),
  version: z.number().int().nullable(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});
export type UndoneRule = z.infer<typeof UndoneRule>;

export const Batch = z
  .object({
    id: z.uuid(),
    action: z.enum([...Action.options, "undo"]),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    by: z.object({ id: z.uuid(), name: z.string() }),
    reader: BatchReader.nullable().meta({ description: "What is done about those who wrote them." }),
    sanctioned: z.number().int().meta({ description: "How many of them it was done about." }),
    total: z.number().int(),
    outcomes: z
      .partialRecord(BatchOutcome, z.number().int())
      .meta({ description: "How many came to which end; what is missing from the total is still to come." }),
    undoOf: z.uuid().nullable().meta({ description: "The batch this one takes back." }),
    rule: UndoneRule.nullable().meta({ description: "The rule whose decisions this one takes back." }),
    undoneBy: z.uuid().nullable().meta({ description: "The batch that took this one back." }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    left: pageOf(LeftAsItWas).meta({ description: "What was not decided, and why." }),
  })
  .meta({ id: "Batch" });
export type Batch = z.infer<typeof Batch>;

/** What somebody had before them when they chose to decide all of it. */
const Seen = z.object({
  count: z.number().int().min(0),
  until: z.string().max(200).meta({ description: "As the preview gave it." }),
});

export const keyed = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Send the same key again and the same batch is the answer." }),
});

const common = { tag: "Batches", access: "moderator" as const, query: z.object({}) };
const byId = z.object({ id: z.uuid().toLowerCase() });

export const previewBatch = endpoint({
  ...common,
  id: "previewBatch",
  method: "post",
  path: "/api/batches/preview",
  summary: "What a batch would decide",
  description:
    "Changes nothing. `until` goes with the batch, so that what arrives meanwhile is not decided unseen.",
  params: z.object({}),
  body: z.union([z.object({ comments: Picked }), z.object({ filter: Selection })]),
  status: 200,
  response: z.object({
    count: z.number().int(),
    statuses: z.partialRecord(Status, z.number().int()),
    claims: z
      .array(z.object({ moderator: z.object({ id: z.uuid(), name: z.string() }), count: z.number().int() }))
      .meta({ description: "Colleagues who are on some of them; those would be left to them." }),
    changed: z.number().int().meta({ description: "Of those named: how many are not as they were seen." }),
    appealed: z
      .number()
      .int()
      .meta({ description: "Whose author contests the refusal: those are left to the appeals." }),
    readers: z.number().int().meta({ description: "How many people wrote them." }),
    sample: z.array(ShownComment).meta({ description: "Some to read, chosen without regard to anything." }),
    until: z.string(),
  }),
  errors: ["not_found", "forbidden", "unprocessable", "too_slow"],
});

export const createBatch = endpoint({
  ...common,
  id: "createBatch",
  method: "post",
  path: "/api/batches",
  summary: "Decide many comments in one act",
  description:
    `Names the comments with the versions seen, or a filter with what its preview said. Up to ${DECIDED_AT_ONCE} are decided before the answer; more by the workers, ` +
    "with `batch.progressed` on the live channel. What has changed or a colleague is on stays as it is and is listed. When more match the filter than were seen, the answer is 409. " +
    "`reader`, with a rejection, sanctions those who wrote what was rejected, each once, in the words of the reason.",
  params: z.object({}),
  headers: keyed,
  body: z.union([
    z.object({ action: Action, reason: Reason, note: Note, reader: BatchReader.nullish(), comments: Picked }),
    z.object({
      action: Action,
      reason: Reason,
      note: Note,
      reader: BatchReader.nullish(),
      filter: Selection,
      seen: Seen,
    }),
  ]),
  status: 201,
  response: Batch,
  errors: ["not_found", "forbidden", "conflict", "unprocessable", "too_slow"],
});

export const readBatch = endpoint({
  ...common,
  id: "readBatch",
  method: "get",
  path: "/api/batches/:id",
  summary: "How far a batch is, and what it left as it was",
  description: "For whoever made it, and for owners. The page is that of `left`.",
  params: byId,
  query: Page,
  body: z.undefined(),
  status: 200,
  response: Batch,
  errors: ["not_found"],
});

export const undoBatch = endpoint({
  ...common,
  id: "undoBatch",
  method: "post",
  path: "/api/batches/:id/undo",
  summary: "Take a batch back",
  description:
    "Restores status and place in the queue of everything it decided that nobody has touched since, and lists the rest. One that is under way is stopped first. " +
    "Within ten seconds of its end one's own needs no reason; later the answer without one is 422 `reason_required`. Asked again, the same batch is the answer.",
  params: byId,
  body: z.object({ reason: z.string().trim().max(500).nullish() }).optional(),
  status: 201,
  response: Batch,
  errors: ["not_found", "conflict", "reason_required"],
});
