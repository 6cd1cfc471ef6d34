import { z } from "zod";
import { RuleMatch } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { Part, RuleDefinition } from "../rules/definition.ts";
import { Slug } from "../sites/contract.ts";

/** Comments one back-test looks at, the newest first. */
export const MOST_SEEN = 1_000_000;
/** A back-test of fewer comments is no proof of what a rule does, unless they are all there are. */
export const ENOUGH_SEEN = 500;
/** Below so many decided by people, a share says little. */
export const FEW_DECIDED = 30;
/** Of a site at the same time. */
export const MOST_UNFINISHED = 3;

const count = () => z.number().int().min(0);
const Action = RuleMatch.shape.action;
const Label = z.enum(["approved", "held", "rejected"]);
export type Label = z.infer<typeof Label>;
const Interval = z.object({ low: z.number(), high: z.number() });

/** What people decided of what a rule matches. */
const Agreement = z.object({
  agreed: count().meta({
    description:
      "Decided by people as the rule would have, or more strictly: refused what it rejects; refused or held what it holds or tags; published what it approves.",
  }),
  disagreed: count().meta({ description: "Decided the other way." }),
  undecided: count().meta({
    description: "No person has decided it, or only that somebody else must look at what the rule rejects.",
  }),
  precision: z.number().nullable().meta({ description: "agreed / (agreed + disagreed); null of none." }),
  interval: Interval.nullable().meta({ description: "The precision's 95 % interval, after Wilson." }),
});
export type Agreement = z.infer<typeof Agreement>;

const Example = z.object({
  commentId: z.uuid(),
  score: z.number().nullable().meta({ description: "The highest of the scores that the rule asks about." }),
  people: Label.nullable().meta({ description: "What people decided." }),
  because: z
    .array(Part)
    .meta({ description: "The parts of the rule that made it match, or not; at most ten." }),
});
export type Example = z.infer<typeof Example>;

export const BacktestResult = z
  .object({
    seen: count(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    days: z.number().meta({ description: "From the first comment seen, or the period's beginning." }),
    cut: z.boolean().meta({ description: "There were more; older ones were not looked at." }),
    withoutFacts: count().meta({
      description: "Judged before what the rules were told was kept: only text and scores are known of them.",
    }),
    unknown: count().meta({
      description: "Of those: it cannot be told whether the rule would have matched. They are no hits.",
    }),
    hits: count(),
    hitsADay: z.number(),
    busiestDay: count().meta({ description: "The most hits of one day, by UTC." }),
    byAction: z.record(Action, count()).meta({
      description: "What it would have done; by `whenUnknown`, that may be another thing than `then`.",
    }),
    people: Agreement.extend({
      few: z.boolean().meta({ description: `Fewer than ${FEW_DECIDED} are decided: the share says little.` }),
    }),
    automatic: z.record(z.enum([...Label.options, "none"]), count()).meta({
      description: "What the rules of the day did with the hits.",
    }),
    parts: z
      .array(z.object({ path: z.string(), hits: count(), agreed: count(), disagreed: count() }))
      .meta({ description: "How often each condition was responsible for a hit." }),
    thresholds: z
      .array(
        z.object({
          path: z.string(),
          fact: z.string(),
          op: z.string(),
          value: z.number(),
          steps: z.array(
            Agreement.omit({ undecided: true }).extend({ threshold: z.number(), hits: count() }),
          ),
        }),
      )
      .meta({ description: "For each score it compares: what other thresholds would have done." }),
    overlap: z.array(z.object({ rule: z.string(), name: z.string(), both: count() })).meta({
      description: "The site's other rules that match the same comments, at most twenty.",
    }),
    changes: z
      .object({
        compared: count().meta({ description: "Comments that both could be judged of." }),
        newlyHeld: count(),
        newlyRejected: count(),
        newlyPublished: count(),
      })
      .meta({
        description:
          "Against today's live rules, in the place of this rule's live version where it has one. What was refused and would be held is newly held.",
      }),
    work: z
      .object({
        secondsEach: z.number(),
        measured: z.boolean().meta({
          description: "From this site's last 90 days; false: too few decisions, an assumption.",
        }),
        minutesADay: z.number().meta({ description: "More than today; below 0: less." }),
      })
      .meta({ description: "What the change costs moderators." }),
    samples: z.object({
      random: z.array(Example),
      highest: z.array(Example),
      lowest: z.array(Example),
    }),
    likelyMisses: z.array(Example).meta({
      description:
        "Not matched, yet like what it is meant for: decided so by people first, then by scores of medium or more.",
    }),
    missesUntold: z.boolean().default(false).meta({
      description:
        "People have decided nothing as the rule would, so that nothing tells what it is meant for: no likely misses are named.",
    }),
    likelyFalseAlarms: z.array(Example).meta({
      description:
        "Matched, yet people decided otherwise; then those nobody has decided and every score is low.",
    }),
  })
  .meta({ id: "BacktestResult" });
export type BacktestResult = z.infer<typeof BacktestResult>;

export const Backtest = z
  .object({
    id: z.uuid(),
    ruleId: z.uuid().nullable(),
    version: z.number().int().nullable().meta({ description: "Null: a draft." }),
    name: z.string(),
    from: z.iso.datetime().nullable().meta({ description: "Null: all comments." }),
    to: z.iso.datetime(),
    seed: z.number().int(),
    status: z.enum(["waiting", "running", "finished", "cancelled", "failed"]),
    seen: count(),
    total: count().meta({ description: "About how many there are to look at." }),
    by: z.object({ name: z.string() }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Backtest" });
export type Backtest = z.infer<typeof Backtest>;

const BacktestRead = Backtest.extend({
  definition: RuleDefinition,
  result: BacktestResult.nullable().meta({ description: "Once it is finished." }),
}).meta({ id: "BacktestRead" });
export type BacktestRead = z.infer<typeof BacktestRead>;

const ofSite = z.object({ site: Slug });
const one = z.object({ site: Slug, id: z.uuid().toLowerCase() });
const common = { tag: "Back-tests", access: "owner" as const };
const nothing = z.object({});

export const startBacktest = endpoint({
  ...common,
  id: "startBacktest",
  method: "post",
  path: "/api/sites/:site/backtests",
  summary: "See what a rule would have done with the site's stored comments",
  description:
    "A saved version (`ruleId` and `version`) or a draft (`definition`; with `ruleId`, of that rule's next version). Comments are read, never changed. Ask again until it is finished.",
  params: ofSite,
  query: nothing,
  body: z.object({
    ruleId: z.uuid().toLowerCase().optional(),
    version: z.number().int().min(1).optional(),
    definition: RuleDefinition.optional(),
    days: z.number().int().min(1).max(3_650).nullable().default(90).meta({
      description: "Comments posted in so many days; null: all. At most a million, the newest.",
    }),
    seed: z.number().int().min(0).max(2_147_483_647).default(1).meta({
      description: "Chooses the random sample; the same seed, the same sample.",
    }),
  }),
  status: 201,
  response: BacktestRead,
  errors: ["not_found", "conflict", "unprocessable"],
});

export const listBacktests = endpoint({
  ...common,
  id: "listBacktests",
  method: "get",
  path: "/api/sites/:site/backtests",
  summary: "A site's back-tests, the latest first",
  params: ofSite,
  query: Page.extend({ rule: z.uuid().toLowerCase().optional() }),
  body: z.undefined(),
  status: 200,
  response: pageOf(Backtest),
  errors: ["not_found"],
});

export const readBacktest = endpoint({
  ...common,
  id: "readBacktest",
  method: "get",
  path: "/api/sites/:site/backtests/:id",
  summary: "A back-test, how far it has come, and its result",
  params: one,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: BacktestRead,
  errors: ["not_found"],
});

export const cancelBacktest = endpoint({
  ...common,
  id: "cancelBacktest",
  method: "post",
  path: "/api/sites/:site/backtests/:id/cancel",
  summary: "Stop a back-test that is not finished",
  params: one,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: BacktestRead,
  errors: ["not_found", "conflict"],
});
