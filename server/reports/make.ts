import { createHmac } from "node:crypto";
import { type Db, inTransaction } from "../db/pool.ts";
import { lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { refreshQueues } from "../queues/refresh.ts";
import { readerById } from "../readers/store.ts";
import { refusalToWrite } from "../sanctions/refusal-to-write.ts";
import type { SiteRow } from "../sites/store.ts";
import { findReport, insertReport, queueReported, type ReportRow } from "./store.ts";

export interface ToReport {
  site: SiteRow;
  commentId: string;
  reason: string;
  text: string | null;
  /** Who reports: the reader a token speaks for; null: told apart by the address. */
  readerId: string | null;
  addressHash: Buffer;
}

/**
 * A reader reports a public comment, once for each reason; asking again answers the first report. Enough readers bring it before a moderator; it stays
 * public meanwhile. Throws AppError: banned or suspended (who may not write here may not send others' comments to the
 * moderators either; told with `sanction`), not_found (no such public comment), unprocessable (no reason of the site's).
 */
export async function makeReport(db: Db, asked: ToReport, now = new Date()): Promise<ReportRow> {
  const { site, commentId } = asked;
  const { reportReasons, reportsToQueue } = site.settings;
  if (!reportReasons.some((known) => known.id === asked.reason))
    throw new AppError(
      "unprocessable",
      `Choose one of the site's reasons: ${reportReasons.map(({ id }) => id).join(", ")}.`,
    );
  const known = asked.readerId ? await readerById(db, asked.readerId) : null;
  const reader = known?.siteId === site.id ? known : null;
  const readerId = reader?.id ?? null;
  const stop = await refusalToWrite(db, { site, reader }, now);
  // A warning not yet read keeps nobody from reporting.
  if (stop && stop.code !== "warned")
    throw new AppError(
      stop.code,
      `While you cannot comment on ${site.name}, your reports are not taken. If it is urgent, write to the editors.`,
      stop.extra,
    );
  return inTransaction(db, async (tx) => {
    const comment = (await lockComments(tx, [commentId])).get(commentId);
    if (comment?.siteId !== site.id || comment.status !== "approved")
      throw new AppError("not_found", "There is no such comment, or it is not public any more.");
    const report = {
      id: newId(),
      commentId,
      siteId: site.id,
      revision: comment.revision,
      readerId,
      addressHash: readerId ? null : asked.addressHash,
      reason: asked.reason,
      text: asked.text || null,
    };
    const made = await insertReport(tx, report, now);
    if (!made) return (await findReport(tx, report)) as ReportRow;
    await queueReported(tx, commentId, reportsToQueue, now);
    await refreshQueues(tx, [commentId]);
    await appendEvents(
      tx,
      [
        {
          type: "report.made",
          siteId: site.id,
          articleId: comment.articleId,
          commentId,
          actor: readerId ? `reader/${readerId}` : "reader/unknown",
          data: { reportId: made.id, reason: made.reason },
          live: {},
        },
      ],
      now,
    );
    return made;
  });
}

/** An address in a form that tells one from another on this site and names none. */
export function hashAddress(secret: string, siteId: string, address: string): Buffer {
  return createHmac("sha256", secret).update(`report ${siteId} ${address}`).digest();
}
