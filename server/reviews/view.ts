import type { Appeal } from "../appeals/contract.ts";
import type { AppealRow } from "../appeals/store.ts";
import { appealView } from "../appeals/view.ts";
import type { ClaimRow } from "../claims/store.ts";
import { claimView } from "../claims/view.ts";
import type { RuleMatch } from "../decisions/contract.ts";
import type { DecisionRow } from "../decisions/store.ts";
import { decisionView } from "../decisions/view.ts";
import type { EscalationRow } from "../escalations/store.ts";
import { escalationView } from "../escalations/view.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { ReaderCard } from "../readers/contract.ts";
import type { OpenReportsRow } from "../reports/store.ts";
import type { ScoreRow } from "../scoring/store.ts";
import type { Queue, Review } from "./contract.ts";
import type { ReviewRow } from "./store.ts";

interface Around {
  /** The queue it is looked at in. */
  queue?: Queue;
  reader: ReaderCard;
  scores: ScoreRow[];
  decision: DecisionRow | null;
  matches: RuleMatch[];
  claim: ClaimRow | null;
  reports: OpenReportsRow | null;
  appeal: (AppealRow & { ownJudgement: Appeal["ownJudgement"] }) | null;
  escalation: EscalationRow | null;
}

/** Everything this moderator needs to judge a comment, from what the database holds. */
export function reviewView(row: ReviewRow, by: SignedIn, around: Around): Review {
  const { reader, claim, appeal, escalation } = around;
  const blind = blindFor(row, by, around);
  return {
    id: row.id,
    version: row.version,
    revision: row.revision,
    // What is sampled was published; whether a first verdict refused it since, the second is not told.
    status: blind === "sample" ? "approved" : row.status,
    site: { slug: row.siteSlug, name: row.siteName },
    article: {
      id: row.articleId,
      url: row.articleUrl,
      title: row.articleTitle,
      section: row.articleSection,
      assigned: row.articleAssigned,
    },
    parent:
      row.parentId && row.parentStatus
        ? {
            id: row.parentId,
            reader: { name: row.parentReader ?? "" },
            text: row.parentText ?? "",
            status: row.parentStatus,
          }
        : null,
    reader,
    text: row.text,
    html: row.html,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    queues: row.entries.filter((entry) => maySeeEntry(entry, by)).map((entry) => entry.queue),
    queuedAt: row.queuedAt?.toISOString() ?? null,
    blind,
    ...(blind ? UNTOLD : toldOf(row, around)),
    claim: claim && claimView(claim),
    reports: {
      reporters: around.reports?.reporters ?? 0,
      items: (around.reports?.items ?? []).map((report) => ({
        ...report,
        createdAt: new Date(report.createdAt).toISOString(),
      })),
    },
    appeal: appeal && appealView(appeal, by.id),
    escalation: escalation && escalationView(escalation),
  };
}

type Told = Pick<Review, "scores" | "spans" | "scorers" | "unscored" | "why" | "decision" | "featured">;

/** What a blind card leaves out. */
const UNTOLD: Told = {
  scores: {},
  spans: [],
  scorers: [],
  unscored: false,
  why: [],
  decision: null,
  featured: null,
};

function toldOf({ featured }: ReviewRow, { scores, matches, decision }: Around): Told {
  const answered = scores.filter((score) => score.scores !== null);
  return {
    // The first scorer that has an attribute speaks for it; each one's own answer is listed below.
    scores: Object.assign({}, ...answered.map((score) => score.scores).reverse()),
    spans: answered[0]?.spans ?? [],
    scorers: scores.map(({ scorer, model, version, unavailable, scores: own, createdAt }) => ({
      scorer,
      model,
      version,
      unavailable,
      scores: own,
      at: createdAt.toISOString(),
    })),
    unscored: answered.length === 0,
    why: matches,
    decision: decision && decisionView(decision),
    featured: featured && { by: { name: featured.name }, at: new Date(featured.at).toISOString() },
  };
}

/**
 * An open appeal is blind wherever it is looked at, for all but the one who decided, until they have judged it; so is a sample for all but who has judged it, but where readers
 * report it or it waits for an owner, it is judged with all there is to know. The same as `isBlind` says in SQL.
 */
function blindFor(row: ReviewRow, by: SignedIn, { queue, appeal }: Around): Review["blind"] {
  const waits = (name: Queue): boolean => row.entries.some((entry) => entry.queue === name);
  const sampled = row.entries.some((entry) => entry.queue === "sample" && maySeeEntry(entry, by));
  if (appeal && waits("appealed") && appeal.contestedBy !== by.id && !appeal.ownJudgement) return "appeal";
  const judgedOtherwise = queue !== "sample" && (waits("reported") || waits("escalated"));
  return sampled && !judgedOtherwise ? "sample" : null;
}

function maySeeEntry({ queue, moderatorId }: ReviewRow["entries"][number], by: SignedIn): boolean {
  if (queue === "appealed" || queue === "sample") return moderatorId !== by.id;
  return queue !== "escalated" || by.role === "owner" || moderatorId === by.id;
}
