import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Narrowed, PlainQueue, ScoredAttribute } from "../selections/contract.ts";
import { Slug } from "../sites/contract.ts";

/** Cells of the plot: so many across, and one for each hundredth of a score upwards. */
export const COLUMNS = 200;
export const ROWS = 100;

export const Plot = z
  .object({
    count: z.number().int().meta({ description: "Comments in the cells." }),
    unscored: z.number().int().meta({ description: "Comments without a score to be drawn by." }),
    cells: z
      .object({
        column: z.array(z.number().int()),
        row: z.array(z.number().int()),
        count: z.array(z.number().int()),
      })
      .meta({
        description: `Where there are any, and how many. Row n has the scores from n/${ROWS} up to the next; so have columns when \`x\` is a score.`,
      }),
    time: z.object({ from: z.iso.datetime(), stepMs: z.number().int() }).nullable().meta({
      description: "With `x=time`: column n begins n steps after `from`. null where nothing waits.",
    }),
    thresholds: z
      .array(z.object({ attribute: ScoredAttribute, at: z.number(), rule: z.string(), name: z.string() }))
      .meta({ description: "From which score on rules act." }),
  })
  .meta({ id: "Plot" });
export type Plot = z.infer<typeof Plot>;

export const readPlot = endpoint({
  id: "readPlot",
  method: "get",
  path: "/api/queue/plot",
  summary: "What waits, as dots by score and time, or by two scores",
  description: "Counted in cells, so that a hundred thousand are as quick to draw as a hundred.",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: Narrowed.extend({
    queue: PlainQueue.default("held"),
    site: Slug.optional(),
    y: ScoredAttribute.default("TOXICITY"),
    x: z.union([z.literal("time"), ScoredAttribute]).default("time"),
  }),
  body: z.undefined(),
  status: 200,
  response: Plot,
  errors: ["not_found"],
});
