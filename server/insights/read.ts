import { FEW_DECIDED } from "../backtests/contract.ts";
import type { Db, Tx } from "../db/pool.ts";
import { QUEUES } from "../reviews/contract.ts";
import { withPatience } from "../search/patience.ts";
import type { SiteRow } from "../sites/store.ts";
import type { Insights, Period } from "./contract.ts";
import { countLooks, countPosted, type LooksRow, readPace, readWaiting } from "./flow-store.ts";
import { kappaOf } from "./kappa.ts";
import { estimateMisses, shareOf } from "./misses.ts";
import { readAppealFigures, readLoad, readSampleFigures } from "./people-store.ts";
import { type Span, spanOf } from "./period.ts";
import { readPlaces } from "./place-store.ts";
import { readReasonFigures, readRuleFigures, readScorerFigures } from "./rules-store.ts";

/** Milliseconds that one of its statements may take. */
const PATIENCE = 8_000;
const TOO_SLOW = "These figures took too long to count. Choose a shorter period, or try again in a minute.";

/** What became of a site's comments in a period up to now, of one moment. Throws AppError("too_slow"). */
export function readInsights(
  db: Db,
  site: SiteRow,
  { period, zone }: { period: Period; zone: string },
  now = new Date(),
): Promise<Insights> {
  const span = spanOf(period, zone, now);
  return withPatience(db, PATIENCE, (tx) => read(tx, site, { period, zone, span }), TOO_SLOW);
}

async function read(
  tx: Tx,
  site: SiteRow,
  { period, zone, span }: { period: Period; zone: string; span: Span },
): Promise<Insights> {
  const { unit, starts, from, to } = span;
  const labels = new Map(site.settings.rejectReasons.map(({ id, label }) => [id, label]));
  const [posted, looks, waiting, pace, rules, scorers, reasons, places, load, appeals, samples] =
    await Promise.all([
      countPosted(tx, site.id, span),
      countLooks(tx, site.id, span),
      readWaiting(tx, site.id, to),
      readPace(tx, site.id, span),
      readRuleFigures(tx, site.id, span),
      readScorerFigures(tx, site.id, span),
      readReasonFigures(tx, site.id, span, [...labels.keys()]),
      readPlaces(tx, site.id, span),
      readLoad(tx, site.id, span),
      readAppealFigures(tx, site.id, span),
      readSampleFigures(tx, site.id, span),
    ]);
  const each = <T>(of: (part: number) => T): T[] => starts.map((_, i) => of(i + 1));
  const look = new Map(looks.map((row) => [row.part, row]));
  const sum = (of: (row: LooksRow) => number): number => looks.reduce((all, row) => all + of(row), 0);
  const automatic = sum((row) => row.approved + row.rejected);
  const paceIn = new Map(pace.map(({ part, ...rest }) => [part, rest]));
  const noPace = { count: 0, p50Seconds: null, p90Seconds: null };
  const approved = sum((row) => row.allApproved);
  const { drawn, judged, refused, ...pairs } = samples;
  const agreement = kappaOf(pairs);
  const compared = Object.values(pairs).reduce((all, n) => all + n, 0);
  return {
    period,
    zone,
    unit,
    from: from.toISOString(),
    to: to.toISOString(),
    starts: starts.map((at) => at.toISOString()),
    posted: each((part) => posted.get(part) ?? 0),
    automatic: {
      approved: each((part) => look.get(part)?.approved ?? 0),
      held: each((part) => look.get(part)?.held ?? 0),
      rejected: each((part) => look.get(part)?.rejected ?? 0),
      decided: shareOf(automatic, automatic + sum((row) => row.held)),
    },
    queues: QUEUES.map(
      (queue) =>
        waiting.find((row) => row.queue === queue) ?? {
          queue,
          waiting: 0,
          medianSeconds: null,
          oldestSeconds: null,
        },
    ),
    decisions: { ...(paceIn.get(null) ?? noPace), parts: each((part) => paceIn.get(part) ?? noPace) },
    rules: rules.map(({ agreed, disagreed, overturned, ...row }) => ({
      ...row,
      agreed,
      disagreed,
      undecided: row.matches - agreed - disagreed,
      precision: shareOf(agreed, agreed + disagreed),
      overturned,
    })),
    scorers: {
      judged: sum((row) => row.known),
      unscored: shareOf(
        sum((row) => row.unscored),
        sum((row) => row.known),
      ),
      items: scorers,
    },
    reasons: reasons.map((row) => ({ ...row, label: labels.get(row.reason ?? "") ?? null })),
    ...places,
    moderators: load.map(({ parts, ...person }) => {
      const counts = new Map(parts.map(({ part, n }) => [part, n]));
      const all = each((part) => counts.get(part) ?? 0);
      return { ...person, decided: all.reduce((some, n) => some + n, 0), parts: all };
    }),
    appeals: {
      ...appeals,
      overturnedShare: shareOf(appeals.overturned, appeals.overturned + appeals.upheld),
    },
    samples: {
      approved,
      drawn,
      judged,
      refused,
      refusedShare: shareOf(refused, judged),
      misses: estimateMisses({ judged, refused, approved }),
      pairs: {
        ...pairs,
        agreed: agreement.share,
        kappa: agreement.kappa,
        interval: agreement.interval,
        few: compared < FEW_DECIDED,
      },
    },
  };
}
