import { type Db, inTransaction } from "../server/db/pool.ts";
import { lockComments } from "../server/decisions/store.ts";
import { AppError } from "../server/errors.ts";
import { hintDesks } from "../server/events/hint-desks.ts";
import { refreshQueues } from "../server/queues/refresh.ts";
import { readLanguage } from "../server/scoring/read-language.ts";
import { isScored, type PlacedScorer, scoreAll } from "../server/scoring/score-all.ts";
import { mayKnow } from "../server/scoring/scorer.ts";
import type { SiteScorers } from "../server/scoring/site-scorers.ts";
import { findScores, saveScores } from "../server/scoring/store.ts";
import { dropUnscored } from "../server/scoring/unscored-store.ts";
import { refreshSearch } from "../server/search/refresh.ts";
import type { SiteRow } from "../server/sites/store.ts";
import { type Crossings, crossings } from "./crossings.ts";
import { keepFirstScores, type Rescored } from "./rescore-comments.ts";
import { countStored, type ModelVersion, type StoredComment, storedPage } from "./stored-store.ts";

export interface RescoreWishes {
  /** Only comments posted since then. */
  since: Date | null;
  /** Which of the site's scorers; empty: those that run here and are switched on. */
  scorers: string[];
  /** Let the rules look again at comments that nothing had scored. */
  decide: boolean;
  /** Score, and keep nothing. */
  dryRun: boolean;
}

export interface RescoreProgress extends Crossings {
  seen: number;
  total: number;
  scored: number;
  /** Had a score of this very version already. */
  skipped: number;
  unavailable: number;
  /** Not asked about: in a language that no scorer chosen has learned since it said so. */
  otherLanguage: number;
  decided: number;
}

interface Chosen {
  scorer: PlacedScorer;
  place: number;
}

const PAGE = 200;
/** Told by every model, to learn its version. */
const PROBE = "The bridge opens on Monday.";

/**
 * Scores a site's stored comments with the models of today, a page at a time, and yields how far it has come. What has a score of the same model and version is
 * left alone, and so is a text in a language that a scorer does not know, once it has said so. So a run that was stopped goes on where it was. Statuses change only with `decide`, only where there was no score, and only as decide()
 * allows. Throws AppError for a scorer that is not there or does not answer.
 */
export async function* rescoreStored(
  db: Db,
  sites: SiteScorers,
  site: SiteRow,
  wishes: RescoreWishes,
): AsyncGenerator<RescoreProgress> {
  const chosen = await choose(sites, site, wishes.scorers);
  const models = await Promise.all(chosen.map(({ scorer }) => versionOf(scorer)));
  const where = { siteId: site.id, since: wishes.since };
  const progress: RescoreProgress = {
    seen: 0,
    total: await countStored(db, where),
    scored: 0,
    skipped: 0,
    unavailable: 0,
    otherLanguage: 0,
    decided: 0,
    newlyAbove: 0,
    noLongerAbove: 0,
  };
  let after: string | null = null;
  for (;;) {
    const page: StoredComment[] = await storedPage(db, { ...where, after, limit: PAGE, models });
    if (page.length === 0) return;
    const todo = page.filter(({ done }) => done < models.length);
    const read = await readWith(chosen, todo);
    const answered = read.filter(({ reading }) => reading.answers.some(isScored));
    const ids = todo.map(({ id }) => id);
    const crossed = crossings(answered, await findScores(db, ids), site.settings.holdAt);
    progress.seen += page.length;
    progress.skipped += page.length - todo.length;
    progress.scored += answered.length;
    progress.unavailable += read.length - answered.length;
    progress.otherLanguage += todo.length - read.length;
    progress.newlyAbove += crossed.newlyAbove;
    progress.noLongerAbove += crossed.noLongerAbove;
    if (!wishes.dryRun) progress.decided += await keep(db, site.id, read, wishes.decide);
    after = (page.at(-1) as StoredComment).id;
    yield { ...progress };
  }
}

async function choose(sites: SiteScorers, site: SiteRow, names: string[]): Promise<Chosen[]> {
  const all = await sites.all(site.id);
  for (const name of names)
    if (!all.some(({ settings }) => settings.name === name))
      throw new AppError("not_found", `The site "${site.slug}" has no scorer "${name}".`);
  const chosen = all.flatMap(({ settings, scorer }, place) => {
    const here = settings.enabled && settings.kind === "installed" && !scorer.circuit;
    return (names.length > 0 ? names.includes(settings.name) : here) ? [{ scorer, place }] : [];
  });
  if (chosen.length > 0) return chosen;
  throw new AppError(
    "not_found",
    `The site "${site.slug}" has no scorer of this installation switched on. Name one with --scorer.`,
  );
}

async function versionOf(scorer: PlacedScorer): Promise<ModelVersion> {
  const answer = await scorer.score(PROBE, "en");
  if (!isScored(answer))
    throw new AppError("unavailable", `The scorer "${scorer.name}" does not answer: ${answer.unavailable}`);
  return { scorer: scorer.name, model: answer.model, version: answer.version };
}

type Read = Rescored & { comment: StoredComment; places: number[] };

async function readWith(chosen: Chosen[], comments: StoredComment[]): Promise<Read[]> {
  const read: Read[] = [];
  // One after the other: a run beside a busy server takes what is left over.
  for (const comment of comments) {
    const language = await readLanguage(comment.text);
    const toAsk = chosen.filter(
      ({ scorer }) => mayKnow(scorer, language) || !comment.asked.includes(scorer.name),
    );
    if (toAsk.length === 0) continue;
    const scorers = toAsk.map(({ scorer }): PlacedScorer => ({ ...scorer, use: "always" }));
    const answers = await scoreAll(scorers, comment.text, language);
    read.push({ comment, reading: { language, answers }, places: toAsk.map(({ place }) => place) });
  }
  return read;
}

async function keep(db: Db, siteId: string, read: Read[], decide: boolean): Promise<number> {
  const first = decide ? read.filter(({ comment }) => comment.unscored && comment.status !== "pending") : [];
  const others = read.filter((one) => !first.includes(one));
  const ids = others.map(({ comment }) => comment.id);
  await inTransaction(db, async (tx) => {
    await lockComments(tx, ids);
    await saveScores(
      tx,
      others.map(({ comment, reading, places }) => ({
        commentId: comment.id,
        revision: comment.revision,
        scorings: reading.answers,
        places,
      })),
    );
    const scored = others.filter(
      ({ comment, reading }) => comment.unscored && reading.answers.some(isScored),
    );
    await dropUnscored(
      tx,
      scored.map(({ comment }) => comment.id),
    );
    await refreshQueues(tx, ids);
    await refreshSearch(tx, ids);
    if (others.length > 0) await hintDesks(tx, siteId);
  });
  return keepFirstScores(db, first);
}
