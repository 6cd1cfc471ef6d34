import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { findSites, siteBySlug } from "../sites/store.ts";
import { loadComments, type Size } from "./many-store.ts";
import { rankedWords, textsOf } from "./many-words.ts";

/** PostgreSQL's code for what the role has no right to. */
const NO_RIGHT = "42501";

/**
 * Fills the demo site, for whoever tries Replydesk out or measures it, with made-up comments as two years of a site would leave them; no events tell of them. All of them or none. Answers the
 * words they are made of, the commonest first. Throws AppError: "conflict" where there are other sites, or such comments already; "forbidden" where the role may not pass over triggers.
 */
export async function seedMany(db: Db, { comments, held }: Size): Promise<string[]> {
  const site = await siteBySlug(db, "demo");
  if ((await findSites(db, { ids: null, limit: 2 })).length > 1)
    throw new AppError(
      "conflict",
      "Made-up comments are only for a database whose one site is the demo. This one has others.",
    );
  const { rows } = await db.query("select from articles where site_id = $1 and key like 'seed:%' limit 1", [
    site.id,
  ]);
  if (rows.length > 0)
    throw new AppError(
      "conflict",
      "This database has made-up comments already. Take an empty one for others.",
    );
  const words = rankedWords().slice(0, Math.max(1_000, comments));
  const texts = textsOf(words, Math.min(50_000, Math.max(100, comments)));
  try {
    await inTransaction(db, (tx) => loadComments(tx, site.id, { comments, held, words, texts }));
  } catch (error) {
    if ((error as { code?: string }).code !== NO_RIGHT) throw error;
    throw new AppError(
      "forbidden",
      "The database's role may not load comments past its triggers. Use a superuser's DATABASE_URL, or the built-in database.",
    );
  }
  // As autovacuum leaves it a while after a rush.
  await db.query("vacuum analyze");
  return words;
}
