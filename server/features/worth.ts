import { type Db, inSnapshot } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { RECENT_DAYS } from "../readers/contract.ts";
import { readerFigures } from "../readers/figures-store.ts";
import { reviewsOf } from "../reviews/complete.ts";
import type { SiteSettings } from "../sites/settings.ts";
import { siteBySlug } from "../sites/store.ts";
import { scopeOf } from "../sites/visible.ts";
import type { Worth } from "./contract.ts";
import { partsOf, rankOf } from "./rank.ts";
import { readability } from "./readability.ts";
import { type Candidate, worthFeaturing } from "./worth-store.ts";

const DAY_MS = 86_400_000;
const NEW_HERE = { approved: 0, rejected: 0, strikes: 0 };

/** Recent comments ranked by how much speaks for featuring them; of those alike the latest first. Throws AppError("not_found") for a site they do not moderate. */
export async function rankWorth(
  db: Db,
  by: SignedIn,
  asked: { site?: string; days: number; limit: number },
  now = new Date(),
): Promise<{ items: Worth[]; ranked: number }> {
  const scope = await scopeOf(db, by, asked.site);
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  return inSnapshot(db, async (tx) => {
    const candidates = await worthFeaturing(tx, scope, before(asked.days));
    const readerIds = [...new Set(candidates.map(({ readerId }) => readerId))];
    const figures = await readerFigures(tx, readerIds, before(RECENT_DAYS));
    const weights = new Map<string, SiteSettings["featureWeights"]>();
    for (const slug of new Set(candidates.map(({ siteSlug }) => siteSlug)))
      weights.set(slug, (await siteBySlug(tx, slug)).settings.featureWeights);
    const ranked = candidates
      .map((candidate) => {
        const seen = seenOf(candidate, figures.get(candidate.readerId) ?? NEW_HERE);
        const parts = partsOf(seen);
        const score = rankOf(parts, weights.get(candidate.siteSlug) as SiteSettings["featureWeights"]);
        return { id: candidate.id, seen, parts, score };
      })
      .sort((a, b) => b.score - a.score);
    const shown = ranked.slice(0, asked.limit);
    const reviews = await reviewsOf(
      tx,
      by,
      shown.map(({ id }) => id),
      { now },
    );
    return {
      items: reviews.map((comment, i) => {
        const { seen, parts, score } = shown[i] as (typeof shown)[number];
        return { comment, score, parts, seen };
      }),
      ranked: ranked.length,
    };
  });
}

function seenOf(
  { text, highestScore, replies }: Candidate,
  { approved, rejected, strikes }: typeof NEW_HERE,
): Worth["seen"] {
  return { ...readability(text), highestScore, replies, approved, rejected, strikes };
}
