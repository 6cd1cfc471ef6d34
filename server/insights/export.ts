import { stringify } from "csv-stringify/sync";
import type { Insights, Table } from "./contract.ts";

type Line = Record<string, string | number | null>;

/**
 * One table of the insights as CSV (RFC 4180), times in UTC and in ISO 8601, shares from 0 to 1. A field that a spreadsheet would take for a formula, because it begins with
 * = + - @, a tab or a return, gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function csvOf(insights: Insights, table: Table): string {
  return stringify(LINES[table](insights), { header: true, columns: COLUMNS[table], escape_formulas: true });
}

const share = ({ share: value, interval }: Insights["appeals"]["overturnedShare"]): Line => ({
  share: value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});

const FARED = ["posted", "approved", "held", "rejected"];
const SHARE = ["share", "low", "high"];

/** Also of a table without lines. */
const COLUMNS: Record<Table, string[]> = {
  posted: ["from", "posted"],
  automatic: ["from", "approved", "held", "rejected"],
  queues: ["queue", "waiting", "medianSeconds", "oldestSeconds"],
  decisions: ["from", "count", "p50Seconds", "p90Seconds"],
  rules: [
    "rule",
    "name",
    "version",
    "action",
    "matches",
    "agreed",
    "disagreed",
    "undecided",
    ...SHARE,
    "overturned",
  ],
  scorers: ["scorer", "answered", "failed"],
  reasons: ["reason", "label", "people", "rules"],
  sections: ["section", ...FARED],
  articles: ["id", "title", "url", ...FARED],
  moderators: ["from", "id", "name", "decided"],
  appeals: ["made", "waiting", "upheld", "overturned", ...SHARE],
  samples: [
    "approved",
    "drawn",
    "judged",
    "refused",
    ...SHARE,
    "misses",
    "missesLow",
    "missesHigh",
    "bothApprove",
    "bothReject",
    "firstApproves",
    "firstRejects",
    "kappa",
  ],
};

const LINES: Record<Table, (insights: Insights) => Line[]> = {
  posted: ({ starts, posted }) => starts.map((from, i) => ({ from, posted: posted[i] ?? 0 })),
  automatic: ({ starts, automatic: { approved, held, rejected } }) =>
    starts.map((from, i) => ({
      from,
      approved: approved[i] ?? 0,
      held: held[i] ?? 0,
      rejected: rejected[i] ?? 0,
    })),
  queues: ({ queues }) => queues,
  decisions: ({ starts, decisions }) =>
    decisions.parts.map((part, i) => ({ from: starts[i] ?? "", ...part })),
  rules: ({ rules }) => rules.map(({ precision, ...row }) => ({ ...row, ...share(precision) })),
  scorers: ({ scorers }) => scorers.items,
  reasons: ({ reasons }) => reasons,
  sections: ({ sections }) => sections,
  articles: ({ articles }) => articles,
  moderators: ({ starts, moderators }) =>
    moderators.flatMap(({ id, name, parts }) =>
      parts.map((decided, i) => ({ from: starts[i] ?? "", id, name, decided })),
    ),
  appeals: ({ appeals: { overturnedShare, ...row } }) => [{ ...row, ...share(overturnedShare) }],
  samples: ({ samples: { refusedShare, misses, pairs, ...row } }) => {
    const { bothApprove, bothReject, firstApproves, firstRejects, kappa } = pairs;
    const missed = {
      misses: misses?.estimate ?? null,
      missesLow: misses?.low ?? null,
      missesHigh: misses?.high ?? null,
    };
    return [
      {
        ...row,
        ...share(refusedShare),
        ...missed,
        bothApprove,
        bothReject,
        firstApproves,
        firstRejects,
        kappa,
      },
    ];
  },
};
