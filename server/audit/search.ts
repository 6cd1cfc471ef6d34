import type { Queryable } from "../db/pool.ts";
import type { EventType } from "../events/contract.ts";
import { openTo } from "../events/open-to.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections } from "../moderators/scope.ts";
import type { LogFilters } from "./contract.ts";

export interface LogRow {
  id: string;
  type: EventType;
  site: string | null;
  articleId: string | null;
  commentId: string | null;
  reader: { id: string; name: string } | null;
  actor: string;
  data: Record<string, unknown>;
  createdAt: Date;
}

export interface LogQuery extends Omit<LogFilters, "site"> {
  /** Who looks: of what they may yet judge blind they are told no decision. */
  by: string;
  /** What may be seen of it: everything of every site; what happened to the comments and readers of whole sites, and to the comments of sections. */
  see: Scope;
  siteId?: string;
  after?: string;
  limit: number;
}

/** Entries, newest first, before the event `after`. */
export async function searchLog(db: Queryable, query: LogQuery): Promise<LogRow[]> {
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const { by, see, siteId, type, actor, comment, reader, since, until, after } = query;
  const conditions = [
    see.siteIds !== null && visible(see, given),
    openTo(given(by)),
    siteId && `e.site_id = ${given(siteId)}`,
    type && `e.type = any(${given(type)})`,
    // Written out, so that it is seen to be in the index of what people did.
    actor &&
      `e.actor = ${given(actor)}${actor.startsWith("moderator/") ? ` and e.actor like 'moderator/%'` : ""}`,
    comment && `e.comment_id = ${given(comment)}`,
    reader && ofReader(given(reader)),
    since && `e.created_at >= ${given(since)}`,
    until && `e.created_at < ${given(until)}`,
    after && `e.id < ${given(after)}`,
  ].filter(Boolean);
  const { rows } = await db.query<LogRow>(
    `select e.id::text, e.type, s.slug as site, e.article_id as "articleId", e.comment_id as "commentId", e.actor, e.data, e.created_at as "createdAt",
       case when r.id is null then null else json_build_object('id', r.id, 'name', r.name) end as reader
     from (select * from events e ${conditions.length > 0 ? `where ${conditions.join(" and ")}` : ""} order by e.id desc limit ${given(query.limit)}) e
       left join sites s on s.id = e.site_id left join comments c on c.id = e.comment_id
       left join readers r on r.id = coalesce(c.reader_id, (e.data->>'readerId')::uuid)
     order by e.id desc`,
    values,
  );
  return rows;
}

/** That an entry is of a comment or reader of a whole site, or of a comment of a section. */
function visible({ siteIds, sections }: Scope, given: (value: unknown) => string): string {
  const [ofTheirs] = ofSections({ siteIds: [], sections }, "own_comment", given);
  const ofSites = `e.site_id = any(${given(siteIds)}) and (e.comment_id is not null or e.data ? 'readerId')`;
  return ofTheirs
    ? `((${ofSites}) or exists (select from comments own_comment where own_comment.id = e.comment_id and ${ofTheirs}))`
    : ofSites;
}

/** On this reader's comments, or on the reader. */
const ofReader = (id: string): string =>
  `(e.comment_id = any(array(select id from comments where reader_id = ${id}::uuid)) or e.data->>'readerId' = ${id}::uuid::text)`;

const PERSON = /^moderator\/(.+)$/;

/** The names of the moderators that these entries name. */
export async function peopleIn(db: Queryable, rows: LogRow[]): Promise<Record<string, string>> {
  const ids = new Set<string>();
  for (const { actor, data } of rows)
    for (const id of [PERSON.exec(actor)?.[1], data.moderatorId, data.takenFrom])
      if (typeof id === "string") ids.add(id);
  if (ids.size === 0) return {};
  const { rows: people } = await db.query<{ id: string; name: string }>(
    `select id, name from moderators where id::text = any($1)`,
    [[...ids]],
  );
  return Object.fromEntries(people.map(({ id, name }) => [id, name]));
}
