import { z } from "zod";
import { Status } from "../comments/contract.ts";
import { Slug } from "../sites/contract.ts";

/** Comments by id, with the versions somebody saw. */
export const Picked = z
  .array(z.object({ id: z.uuid().toLowerCase(), version: z.number().int().min(1) }))
  .min(1)
  .max(1_000)
  .refine(
    (list) => new Set(list.map(({ id }) => id)).size === list.length,
    "A comment is named twice. Name each once.",
  );
export type Picked = z.infer<typeof Picked>;

export const SCORED_ATTRIBUTES = [
  "TOXICITY",
  "SEVERE_TOXICITY",
  "INSULT",
  "PROFANITY",
  "THREAT",
  "IDENTITY_ATTACK",
] as const;
export const ScoredAttribute = z.enum(SCORED_ATTRIBUTES);
export type ScoredAttribute = z.infer<typeof ScoredAttribute>;

const Score = z.number().min(0).max(1);

/** Comments told by what they are, for a batch or on the plot. */
export const Selection = z
  .object({
    queue: z.enum(["held"]).optional().meta({ description: "What waits there." }),
    status: z.array(Status).min(1).optional(),
    site: Slug.optional(),
    reader: z.uuid().optional().meta({ description: "The id of the reader who wrote them." }),
    article: z.uuid().optional().meta({ description: "The article's id." }),
    section: z.string().trim().min(1).max(100).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional()
      .meta({ description: "`und`: nobody could tell." }),
    scores: z
      .array(z.object({ attribute: ScoredAttribute, from: Score, to: Score }))
      .max(2)
      .optional()
      .meta({ description: "From `from` up to and without `to`; a `to` of 1 includes it." }),
    since: z
      .object({ from: z.iso.datetime(), to: z.iso.datetime() })
      .optional()
      .meta({ description: "Waiting since a moment from `from` up to and without `to`." }),
  })
  .refine(
    ({ queue, reader }) => queue !== undefined || reader !== undefined,
    "Say which queue, or which reader's comments.",
  );
export type Selection = z.infer<typeof Selection>;
