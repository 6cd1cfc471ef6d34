import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { inScope } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
import { MOST_AROUND } from "./contract.ts";

export interface NearbyRow {
  place: "before" | "after" | "reply";
  id: string;
  readerName: string;
  text: string;
  status: Status;
  createdAt: Date;
}

const SHOWN = `n.id, n.reader_id, left(n.text, 400) as text, n.status, n.created_at`;

/** Ids are in the order of posting. The index of what is public serves a whole article, that of replies one comment's. */
const beside = (compare: "<" | ">", order: "desc" | "asc"): string =>
  `(select ${SHOWN} from comments n where c.parent_id is null and n.article_id = c.article_id and n.status = 'approved' and n.parent_id is null and n.id ${compare} c.id
     order by n.id ${order} limit ${MOST_AROUND})
   union all
   (select ${SHOWN} from comments n where n.parent_id = c.parent_id and n.status in ('approved', 'held') and n.id ${compare} c.id
     order by n.id ${order} limit ${MOST_AROUND})`;

export async function isVisible(db: Queryable, commentId: string, scope: Scope): Promise<boolean> {
  const values: unknown[] = [commentId];
  const where = ["c.id = $1", ...inScope(scope, "c", placesIn(values))].join(" and ");
  return (await db.query(`select from comments c where ${where}`, values)).rowCount === 1;
}

/** What stands around a comment, each part in the order of posting. A comment and all that answers it are under one article, so who may see one may see all. */
export async function findSurroundings(db: Queryable, commentId: string): Promise<NearbyRow[]> {
  const { rows } = await db.query<NearbyRow>({
    name: "find-surroundings",
    text: `select n.place, n.id, r.name as "readerName", n.text, n.status, n.created_at as "createdAt"
      from comments c cross join lateral (
        select 'before' as place, * from (${beside("<", "desc")}) before
        union all select 'after', * from (${beside(">", "asc")}) after
        union all (select 'reply', ${SHOWN} from comments n where n.parent_id = c.id and n.status in ('approved', 'held') order by n.id limit ${MOST_AROUND})
      ) n join readers r on r.id = n.reader_id
      where c.id = $1 order by n.id`,
    values: [commentId],
  });
  return rows;
}
