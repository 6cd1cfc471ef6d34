import { fromCursor, toCursor } from "../cursor.ts";
import type { Queryable } from "../db/pool.ts";
import type { PublicComment, Thread } from "./contract.ts";
import {
  countApproved,
  featuredUnder,
  repliesUnder,
  type Sort,
  type ThreadPlace,
  type ThreadRow,
  threadPage,
} from "./thread-store.ts";
import { publicView } from "./views.ts";

/** A page of a tree carries at most this many replies; a longer conversation is read flat. */
const MAX_REPLIES = 1_000;

/** Reads one page of an article's public thread. Throws AppError("invalid") for a foreign cursor. */
export async function readThread(
  db: Queryable,
  query: { articleId: string; sort: Sort; shape: "flat" | "tree"; limit: number; after?: string },
): Promise<Thread> {
  const tree = query.shape === "tree";
  const [page, count, featured] = await Promise.all([
    threadPage(db, {
      ...query,
      rootsOnly: tree,
      after: placeOf(query.sort, query.after),
      limit: query.limit + 1,
    }),
    countApproved(db, query.articleId),
    featuredUnder(db, query.articleId),
  ]);
  const shown = page.slice(0, query.limit);
  const last = page.length > query.limit ? shown.at(-1) : undefined;
  const next = last ? (query.sort === "top" ? toCursor(last.replyCount, last.id) : toCursor(last.id)) : null;
  const replies =
    tree && shown.length > 0
      ? await repliesUnder(
          db,
          shown.map((row) => row.id),
          MAX_REPLIES,
        )
      : [];
  const marks = new Set(featured.map((row) => row.id));
  const see = viewOf(marks);
  return {
    featured: query.after ? [] : featured.map(see),
    items: tree ? nest(shown, replies, see) : shown.map(see),
    next,
    count,
  };
}

function placeOf(sort: Sort, after: string | undefined): ThreadPlace | null {
  if (!after) return null;
  if (sort !== "top") return { replies: null, id: fromCursor(after, ["uuid"])[0] as string };
  const [replies, id] = fromCursor(after, ["whole", "uuid"]) as [string, string];
  return { replies: Number(replies), id };
}

type See = (row: ThreadRow) => PublicComment;

const viewOf =
  (featured: ReadonlySet<string>): See =>
  (row) =>
    publicView({ ...row, featured: featured.has(row.id) }, row.replyCount);

/** A comment that is gone keeps its place while replies stand under it, but says nothing. */
function treeView(row: ThreadRow, see: See): PublicComment {
  if (!row.removed) return { ...see(row), replies: [] };
  return { ...see(row), reader: { name: "" }, text: "", html: "", removed: true, replies: [] };
}

/** Hangs replies under their parents; one whose parent is missing hangs under the top. */
function nest(roots: ThreadRow[], replies: ThreadRow[], see: See): PublicComment[] {
  const nodes = new Map<string, PublicComment>();
  for (const row of [...roots, ...replies]) nodes.set(row.id, treeView(row, see));
  for (const row of replies) {
    const parent = nodes.get(row.parentId as string) ?? nodes.get(row.rootId as string);
    parent?.replies?.push(nodes.get(row.id) as PublicComment);
  }
  return roots.map((row) => nodes.get(row.id) as PublicComment);
}
