import type { ClaimRow } from "../claims/store.ts";
import { claimView } from "../claims/view.ts";
import type { RuleMatch } from "../decisions/contract.ts";
import type { DecisionRow } from "../decisions/store.ts";
import { decisionView } from "../decisions/view.ts";
import type { ReaderCard } from "../readers/contract.ts";
import type { ScoreRow } from "../scoring/store.ts";
import type { Review } from "./contract.ts";
import type { ReviewRow } from "./store.ts";

interface Around {
  reader: ReaderCard;
  scores: ScoreRow[];
  decision: DecisionRow | null;
  matches: RuleMatch[];
  claim: ClaimRow | null;
}

/** Everything a moderator needs to judge a comment, from what the database holds. */
export function reviewView(row: ReviewRow, { reader, scores, decision, matches, claim }: Around): Review {
  const answered = scores.filter((score) => score.scores !== null);
  return {
    id: row.id,
    version: row.version,
    revision: row.revision,
    status: row.status,
    site: { slug: row.siteSlug, name: row.siteName },
    article: { id: row.articleId, url: row.articleUrl, title: row.articleTitle, section: row.articleSection },
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
    queuedAt: row.queuedAt?.toISOString() ?? null,
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
    claim: claim && claimView(claim),
  };
}
