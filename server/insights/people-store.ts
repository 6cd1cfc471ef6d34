import type { Queryable } from "../db/pool.ts";
import { asked, partOf, within } from "./flow-store.ts";
import type { Pairs } from "./kappa.ts";
import type { Span } from "./period.ts";

/** People that are shown. */
const MOST = 200;

export interface LoadRow {
  id: string;
  name: string;
  judged: number;
  parts: { part: number; n: number }[];
}

/** What each moderator decided, and when, and how much they judged blind; by name. A decision taken back was made all the same, taking one back is none. */
export async function readLoad(db: Queryable, siteId: string, span: Span): Promise<LoadRow[]> {
  const { rows } = await db.query<LoadRow>(
    `with d as (
       select moderator_id, ${partOf("created_at")} as part, count(*)::int as n from decisions
       where site_id = $1 and ${within("created_at")} and actor = 'moderator' and action <> 'undo' group by 1, 2),
     j as (select moderator_id, count(*)::int as n from judgements where site_id = $1 and ${within("created_at")} group by 1)
     select m.id, m.name, coalesce(j.n, 0) as judged,
       coalesce((select json_agg(json_build_object('part', d.part, 'n', d.n)) from d where d.moderator_id = m.id), '[]') as parts
     from moderators m left join j on j.moderator_id = m.id
     where m.id in (select moderator_id from d union select moderator_id from j) order by lower(m.name), m.id limit ${MOST}`,
    asked(siteId, span),
  );
  return rows;
}

export interface AppealFigures {
  made: number;
  waiting: number;
  upheld: number;
  overturned: number;
}

export async function readAppealFigures(db: Queryable, siteId: string, span: Span): Promise<AppealFigures> {
  const [site, from, to] = asked(siteId, span);
  const { rows } = await db.query<AppealFigures>(
    `select count(*) filter (where ${within("created_at")})::int as made, count(*) filter (where outcome is null)::int as waiting,
       count(*) filter (where outcome = 'upheld' and ${within("decided_at")})::int as upheld,
       count(*) filter (where outcome = 'overturned' and ${within("decided_at")})::int as overturned
     from appeals where site_id = $1`,
    [site, from, to],
  );
  return rows[0] as AppealFigures;
}

export interface SampleFigures extends Pairs {
  drawn: number;
  judged: number;
  refused: number;
}

/** What was made of the samples drawn in the period. The first verdict counts; pairs are of those drawn for two. */
export async function readSampleFigures(db: Queryable, siteId: string, span: Span): Promise<SampleFigures> {
  const [site, from, to] = asked(siteId, span);
  const pair = (first: string, second: string) =>
    `count(*) filter (where judges = 2 and verdicts[1] = '${first}' and verdicts[2] = '${second}')::int`;
  const { rows } = await db.query<SampleFigures>(
    `select count(*)::int as drawn, count(verdicts[1])::int as judged, count(*) filter (where verdicts[1] = 'reject')::int as refused,
       ${pair("approve", "approve")} as "bothApprove", ${pair("reject", "reject")} as "bothReject",
       ${pair("approve", "reject")} as "firstApproves", ${pair("reject", "approve")} as "firstRejects"
     from (select s.judges, (select array_agg(verdict order by j.created_at, j.id) from judgements j
         where j.comment_id = s.comment_id and j.revision = s.revision and j.appeal_id is null) as verdicts
       from samples s where s.site_id = $1 and ${within("s.created_at")}) s`,
    [site, from, to],
  );
  return rows[0] as SampleFigures;
}
