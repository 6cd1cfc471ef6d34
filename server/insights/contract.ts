import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Queue } from "../reviews/contract.ts";
import { Slug } from "../sites/contract.ts";

export const PERIODS = ["day", "week", "month"] as const;
export const Period = z.enum(PERIODS);
export type Period = z.infer<typeof Period>;

const Count = z.number().int();
const Seconds = z.number().nullable();
/** One number for each part of the period. */
const Counts = z.array(Count);
const Interval = z.object({ low: z.number(), high: z.number() }).nullable();
const Share = z.object({
  share: z.number().nullable(),
  interval: Interval.meta({ description: "95 %, by Wilson's score." }),
  few: z.boolean().meta({ description: "Of fewer than 30: chance may have made it." }),
});
const Fared = { posted: Count, approved: Count, held: Count, rejected: Count };

/** What became of a site's comments in a period. */
export const Insights = z
  .object({
    period: Period,
    zone: z.string(),
    unit: z.enum(["hour", "day"]),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    starts: z.array(z.iso.datetime()).meta({
      description:
        "When each part begins: 24 hours, or 7 or 30 days of the zone. The last one is not over. Lists of counts have one for each.",
    }),
    posted: Counts.meta({ description: "Comments by when they were posted." }),
    automatic: z
      .object({
        approved: Counts,
        held: Counts,
        rejected: Counts,
        decided: Share.meta({
          description: "Of what the rules looked at first: what they approved or rejected without a person.",
        }),
      })
      .meta({ description: "What the rules did at their first look, by when." }),
    queues: z
      .array(z.object({ queue: Queue, waiting: Count, medianSeconds: Seconds, oldestSeconds: Seconds }))
      .meta({ description: "What waits now, and for how long it has." }),
    decisions: z
      .object({
        count: Count,
        p50Seconds: Seconds,
        p90Seconds: Seconds,
        parts: z.array(z.object({ count: Count, p50Seconds: Seconds, p90Seconds: Seconds })),
      })
      .meta({
        description:
          "How long held comments had waited when a person decided them: half of them at most p50, nine in ten at most p90.",
      }),
    rules: z
      .array(
        z.object({
          rule: z.string(),
          name: z.string(),
          version: Count,
          action: z.enum(["approve", "hold", "reject"]),
          matches: Count,
          agreed: Count,
          disagreed: Count,
          undecided: Count.meta({ description: "No person has decided these." }),
          precision: Share.meta({ description: "Agreed, of what people decided." }),
          overturned: Count.meta({
            description:
              "What it approved or rejected and a person decided otherwise, and what was taken back by undoing the rule.",
          }),
        }),
      )
      .meta({ description: "Rules that had a say, by version; the most matches first, a hundred at most." }),
    scorers: z.object({
      judged: Count.meta({ description: "Looks of the rules of which it is known." }),
      unscored: Share.meta({ description: "Of those: nothing could score the comment." }),
      items: z.array(z.object({ scorer: z.string(), answered: Count, failed: Count })),
    }),
    reasons: z
      .array(
        z.object({
          reason: z.string().nullable().meta({ description: "Its id; null: in other words, or none." }),
          label: z.string().nullable(),
          people: Count,
          rules: Count,
        }),
      )
      .meta({ description: "Rejections that stand, by reason." }),
    sections: z
      .array(z.object({ section: z.string().nullable(), ...Fared }))
      .meta({ description: "What was posted there and what it is now; the ten with most." }),
    articles: z.array(z.object({ id: z.uuid(), title: z.string().nullable(), url: z.string(), ...Fared })),
    moderators: z
      .array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          decided: Count,
          judged: Count.meta({ description: "Blind verdicts on samples and appeals." }),
          parts: Counts.meta({ description: "Decisions, by when." }),
        }),
      )
      .meta({
        description: "Who decided how many and when, by name: it tells who is needed when, not who is best.",
      }),
    appeals: z.object({
      made: Count,
      waiting: Count.meta({ description: "Now, whenever they were made." }),
      upheld: Count,
      overturned: Count,
      overturnedShare: Share.meta({ description: "Of those decided in the period." }),
    }),
    samples: z
      .object({
        approved: Count.meta({ description: "What the rules approved in the period." }),
        drawn: Count.meta({ description: "Of those, put before moderators blind." }),
        judged: Count,
        refused: Count.meta({ description: "Of those judged: the first verdict would have refused it." }),
        refusedShare: Share,
        misses: z
          .object({ estimate: Count, low: Count, high: Count })
          .nullable()
          .meta({ description: "How many of what was approved people would have refused." }),
        pairs: z
          .object({
            bothApprove: Count,
            bothReject: Count,
            firstApproves: Count,
            firstRejects: Count,
            agreed: z.number().nullable(),
            kappa: z
              .number()
              .nullable()
              .meta({ description: "Cohen's: 1 is full agreement, 0 as by chance." }),
            interval: Interval.meta({ description: "95 %, by Cohen's standard error." }),
            few: z.boolean(),
          })
          .meta({ description: "Samples that two moderators judged, neither knowing of the other." }),
      })
      .meta({ description: "The blind sample of what was approved in the period." }),
  })
  .meta({ id: "Insights" });
export type Insights = z.infer<typeof Insights>;

/** What can be had as a file, each with what a chart of the page shows. */
export const TABLES = [
  "posted",
  "automatic",
  "queues",
  "decisions",
  "rules",
  "scorers",
  "reasons",
  "sections",
  "articles",
  "moderators",
  "appeals",
  "samples",
] as const;
export type Table = (typeof TABLES)[number];

const asked = {
  tag: "Insights",
  access: "owner" as const,
  params: z.object({ site: Slug }),
  body: z.undefined(),
};
const query = z.object({
  period: Period.default("week").meta({ description: "Counted back from now." }),
  zone: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/)
    .refine(isZone, "There is no such time zone.")
    .default("UTC")
    .meta({ description: "An IANA time zone: whose days and hours." }),
});

export const readInsights = endpoint({
  ...asked,
  id: "readInsights",
  method: "get",
  path: "/api/sites/:site/insights",
  summary: "What became of a site's comments in the last day, week or month",
  description:
    "Volume, waits, how the rules and the scorers did, reasons, sections, moderators' load, appeals, and what the blind sample says of misses and agreement; all of one moment.",
  query,
  status: 200,
  response: Insights,
  errors: ["not_found", "too_slow"],
});

export const exportInsights = endpoint({
  ...asked,
  id: "exportInsights",
  method: "get",
  path: "/api/sites/:site/insights/export",
  summary: "One table of a site's insights as CSV",
  description: "What a spreadsheet would take for a formula stands behind an apostrophe.",
  query: query.extend({ table: z.enum(TABLES) }),
  status: 200,
  produces: ["text/csv"],
  response: z.undefined(),
  errors: ["not_found", "too_slow"],
});

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
