import type { Queryable } from "../db/pool.ts";
import { whoDecided } from "../decisions/view.ts";
import type { Scope } from "../moderators/access.ts";
import { inScope } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
import type { LeftAsItWas } from "./contract.ts";
import { SHOWN, SHOWN_FROM } from "./shown.ts";

/** What a batch did not decide, and why, in the order of ids after the one given. Comments that may not be seen are not shown. */
export async function leftAsItWas(
  db: Queryable,
  batchId: string,
  { scope, after, limit }: { scope: Scope; after: string | null; limit: number },
): Promise<LeftAsItWas[]> {
  const values: unknown[] = [batchId, after, limit];
  const seen = inScope(scope, "c", placesIn(values));
  const { rows } = await db.query<
    Omit<LeftAsItWas, "by"> & {
      claimedBy: string | null;
      actor: "rules" | "moderator" | "reader" | null;
      moderatorName: string | null;
    }
  >(
    `select i.comment_id as "commentId", i.outcome, k.name as "claimedBy", d.actor, m.name as "moderatorName",
       case when c.id is not null then ${SHOWN} end as comment
     from batch_items i
       left join decisions d on d.id = i.decision_id left join moderators m on m.id = d.moderator_id
       left join moderators k on k.id = i.moderator_id
       left join comments c on ${["c.id = i.comment_id", ...seen].join(" and ")} left ${SHOWN_FROM}
     where i.batch_id = $1 and i.outcome <> 'decided' and ($2::uuid is null or i.comment_id > $2) order by i.comment_id limit $3`,
    values,
  );
  return rows.map(({ claimedBy, actor, moderatorName, ...row }) => ({
    ...row,
    by: whoWas({ claimedBy, actor, moderatorName }),
  }));
}

function whoWas({
  claimedBy,
  actor,
  moderatorName,
}: {
  claimedBy: string | null;
  actor: "rules" | "moderator" | "reader" | null;
  moderatorName: string | null;
}): LeftAsItWas["by"] {
  if (claimedBy !== null) return { kind: "moderator", name: claimedBy };
  return actor && { kind: actor, name: whoDecided({ actor, moderatorName }) };
}
