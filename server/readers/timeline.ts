import type { Status } from "../comments/contract.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import type { Queryable } from "../db/pool.ts";
import { latestDecisions } from "../decisions/store.ts";
import { decisionView } from "../decisions/view.ts";
import { blindAmong, blindDecisions } from "../judgements/blind.ts";
import type { SignedIn } from "../moderators/access.ts";
import { findNotes, noteView } from "../notes/store.ts";
import { findSanctions } from "../sanctions/store.ts";
import { sanctionView } from "../sanctions/view.ts";
import type { TimelineEntry } from "./contract.ts";
import { type Place, timelineComments, timelinePlaces, timelineReports } from "./timeline-store.ts";
import { visibleReader } from "./visible.ts";

/** A page of a reader's history: comments with their latest decisions, sanctions, notes, and reports by and of them; of comments and reports what may be seen. Throws AppError("not_found"). */
export async function readTimeline(
  db: Queryable,
  by: SignedIn,
  query: {
    readerId: string;
    show?: TimelineEntry["kind"];
    status?: Status;
    limit: number;
    after?: string;
  },
  now = new Date(),
): Promise<{ items: TimelineEntry[]; next: string | null }> {
  const reader = await visibleReader(db, by, query.readerId);
  const places = await timelinePlaces(db, {
    readerId: reader.id,
    scope: by,
    show: query.show ?? null,
    status: query.status ?? null,
    after: query.after ? fromCursor(query.after, ["time", "uuid"]) : null,
    limit: query.limit + 1,
  });
  const shown = places.slice(0, query.limit);
  const last = places.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await filled(db, by, reader.id, shown, now),
    next: last ? toCursor(last.at.toISOString(), last.id) : null,
  };
}

/** What stands at these places; what was deleted since is left out. */
async function filled(
  db: Queryable,
  by: SignedIn,
  readerId: string,
  places: Place[],
  now: Date,
): Promise<TimelineEntry[]> {
  const of = (kind: Place["kind"]): string[] => places.filter((one) => one.kind === kind).map(({ id }) => id);
  const [comments, blind, decisions, sanctions, notes, reports] = await Promise.all([
    timelineComments(db, of("comment")),
    blindAmong(db, by.id, of("comment")),
    latestDecisions(db, of("comment")),
    findSanctions(db, of("sanction")),
    findNotes(db, of("note")),
    timelineReports(db, readerId, of("report")),
  ]);
  const untold = await blindDecisions(
    db,
    by.id,
    sanctions.map((one) => one.decisionId),
  );
  return places.flatMap(({ kind, id, at: time }): TimelineEntry[] => {
    const at = time.toISOString();
    if (kind === "comment") {
      const row = comments.get(id);
      if (!row) return [];
      const { text, articleUrl: url, articleTitle: title } = row;
      // As its card in the queue says.
      const status = blind.get(id) === "sample" ? "approved" : row.status;
      const latest = blind.has(id) ? undefined : decisions.get(id);
      const decision = latest ? decisionView(latest) : null;
      return [{ kind, at, comment: { id, status, text, article: { url, title }, decision } }];
    }
    if (kind === "sanction")
      return sanctions
        .filter((one) => one.id === id && !untold.has(one.decisionId))
        .map((one) => ({ kind, at, sanction: sanctionView(one, now) }));
    if (kind === "report") {
      const report = reports.get(id);
      return report ? [{ kind, at, report }] : [];
    }
    return notes.filter((one) => one.id === id).map((one) => ({ kind, at, note: noteView(one) }));
  });
}
