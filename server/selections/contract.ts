import { z } from "zod";
import { Status } from "../comments/contract.ts";
import { Queue, QueueFilters } from "../reviews/contract.ts";
import { SearchFilters } from "../search/contract.ts";
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

const Score = z.number().min(0).max(1);
const { article, section, reason, rule, language, scored, assigned } = QueueFilters.shape;

/** The attributes that scores are of. */
export const ScoredAttribute = QueueFilters.shape.by.unwrap();
export type ScoredAttribute = z.infer<typeof ScoredAttribute>;

/** Queues whose comments may be chosen by what they are. What is judged blind is judged one by one. */
export const PlainQueue = Queue.extract(["held", "reported", "escalated"]);

/** What a queue is narrowed to, by the names it has there. */
export const Narrowed = z.object({ article, section, reason, rule, language, scored, assigned });

const OF_A_QUEUE = [
  "section",
  "article",
  "reason",
  "rule",
  "language",
  "scored",
  "assigned",
  "scores",
  "since",
] as const;

/** Whether a search asks for anything but everything. */
const asksFor = (search: SearchFilters | undefined): boolean =>
  Object.entries(search ?? {}).some(([name, value]) => name !== "site" && value !== undefined);

/** Comments told by what they are: those of a queue, of a reader, or of a search. */
export const Selection = Narrowed.extend({
  queue: PlainQueue.optional().meta({ description: "What waits there." }),
  site: Slug.optional(),
  reader: z.uuid().optional().meta({ description: "The id of the reader who wrote them." }),
  search: SearchFilters.optional().meta({ description: "What a search finds." }),
  status: z.array(Status).min(1).optional(),
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
    ({ queue, reader, search }) => queue !== undefined || reader !== undefined || asksFor(search),
    "Say which queue, which reader, or what to search for.",
  )
  .refine(
    (selection) => selection.queue !== undefined || OF_A_QUEUE.every((key) => selection[key] === undefined),
    "Scores, rules, articles and waiting times narrow a queue. Say which.",
  );
export type Selection = z.infer<typeof Selection>;
