import { LRUCache } from "lru-cache";
import type { ArticleRef } from "../articles/contract.ts";
import { articleIdOf } from "../articles/find.ts";
import { canonicalUrl, keyOf } from "../articles/key.ts";
import { BatchFull, batcher } from "../batch.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { fingerprintOf, usedKey } from "../idempotency.ts";
import { newId } from "../ids.ts";
import { readerById } from "../readers/store.ts";
import { refusalToWrite } from "../sanctions/refusal-to-write.ts";
import type { Writer } from "../sanctions/stop-store.ts";
import type { SiteRow } from "../sites/store.ts";
import { NO_TRACES, type Traces } from "../traces/trace.ts";
import { insertComments, type NewComment } from "./insert.ts";
import { render } from "./render.ts";
import { type CommentRow, findComment } from "./store.ts";

export interface Post {
  site: SiteRow;
  article: ArticleRef;
  parentId?: string | null;
  text: string;
  /** Who writes: the reader a token speaks for, or a new guest. */
  readerId: string | null;
  /** Whether a token came along, whatever it is worth. */
  tokenSent?: boolean;
  guest?: { name: string; email?: string | null };
  idempotencyKey?: string;
  /** By what this person may be known again. */
  traces?: Traces;
}

/** Articles this process has seen stored. They are never deleted, so knowing one saves writing it again. */
const knownArticles = new LRUCache<string, true>({ max: 50_000 });

/**
 * A database that will not take a batch as it is is offered its rows one by one: one row breaks it (22, 23), is too large for an
 * index (54), or the batch had to give way to another transaction (40).
 */
const ROW_AT_FAULT = /^(2[23]|40|54)/;

/** Makes the verb that stores comments, many at a time, for this pool. */
export function postingTo(db: Db): (post: Post) => Promise<CommentRow> {
  const store = batcher<NewComment, Date | null>(
    async (items) => {
      try {
        const stored = await insertComments(db, items);
        return items.map((item) => stored.get(item.id) ?? null);
      } catch (error) {
        if (items.length === 1 || !ROW_AT_FAULT.test((error as { code?: string }).code ?? "")) throw error;
        return Promise.all(
          items.map(async (item) =>
            insertComments(db, [item]).then(
              (m) => m.get(item.id) ?? null,
              (e: Error) => e,
            ),
          ),
        );
      }
    },
    { max: 100, parallel: 2, waiting: 5_000 },
  );
  return (post) => postComment(db, store, post);
}

/**
 * A reader posts a comment. It is stored, with its event, when this resolves, and pending until something decides.
 * The same idempotency key with the same words answers the comment that was stored first.
 * Throws AppError: unprocessable (no name, too long, key used for something else), unauthenticated (a token of nobody), banned, suspended or warned,
 * not_found (parent), unavailable (too busy).
 */
async function postComment(
  db: Db,
  store: (comment: NewComment) => Promise<Date | null>,
  post: Post,
): Promise<CommentRow> {
  const { site } = post;
  const text = post.text.trim();
  if (text.length > site.settings.maxLength) {
    throw new AppError(
      "unprocessable",
      `This comment has ${text.length} characters; ${site.name} takes ${site.settings.maxLength} at most.`,
    );
  }
  const known = post.readerId ? await readerById(db, post.readerId) : null;
  const reader = known?.siteId === site.id ? known : null;
  if (!reader && !post.guest) throw nobody(post.tokenSent ?? false);

  const comment: NewComment = {
    id: newId(),
    siteId: site.id,
    articleId: await articleIdOf(db, site.id, post.article),
    article: null,
    readerId: reader?.id ?? newId(),
    readerSince: reader?.createdAt ?? null,
    reader: reader ? null : { name: (post.guest as { name: string }).name, email: post.guest?.email ?? null },
    parentId: post.parentId ?? null,
    maxDepth: site.settings.maxDepth,
    text,
    html: render(text),
    key: post.idempotencyKey ?? null,
    fingerprint: null,
    traces: post.traces ?? NO_TRACES,
  };
  if (!knownArticles.has(comment.articleId)) {
    comment.article = {
      key: keyOf(post.article),
      url: canonicalUrl(post.article.url),
      title: post.article.title ?? null,
      section: post.article.section ?? null,
    };
  }
  if (comment.key)
    comment.fingerprint = fingerprintOf([
      comment.articleId,
      comment.parentId,
      text,
      reader?.id ?? `guest:${post.guest?.name}:${post.guest?.email ?? ""}`,
    ]);

  const storedAt = await store(comment).catch((error: unknown) => {
    if (error instanceof BatchFull)
      throw new AppError(
        "unavailable",
        "Too many comments are arriving at once. Try again in a few seconds.",
        { retryAfter: 2 },
      );
    throw error;
  });
  if (!storedAt) return earlier(db, comment, { site, reader, traces: comment.traces });
  knownArticles.set(comment.articleId, true);
  return {
    ...comment,
    readerName: reader?.name ?? (post.guest as { name: string }).name,
    depth: 0,
    status: "pending",
    version: 1,
    revision: 1,
    createdAt: storedAt,
    editedAt: null,
    reason: null,
    refusedAt: null,
    featured: false,
    appeal: null,
  };
}

/** Nobody is named. A client that sent a token must learn that it is worth nothing here, to let go of it. */
const nobody = (tokenSent: boolean): AppError =>
  tokenSent
    ? new AppError(
        "unauthenticated",
        "This token is not known here. Leave it out and send `reader.name`; the answer brings a new one.",
      )
    : new AppError(
        "unprocessable",
        "Tell us your name: send `reader.name`, or the token of an earlier comment.",
      );

/** Why a comment was left out: its key had been used, its reader may not write, or its parent cannot be replied to. What was taken stays taken, whatever became of its reader since. */
async function earlier(db: Db, comment: NewComment, writer: Writer): Promise<CommentRow> {
  const { siteId, key, fingerprint, parentId } = comment;
  const used = key ? await usedKey(db, { siteId, scope: "comments", key }, fingerprint ?? "") : null;
  if (!used) {
    const refusal = await refusalToWrite(db, writer);
    if (refusal) throw refusal;
    if (!parentId)
      throw new AppError("unavailable", "You may write again since this moment. Send it once more.", {
        retryAfter: 1,
      });
    throw new AppError(
      "not_found",
      "The comment you reply to is not here any more. Your words were not posted; post them as a comment of their own.",
    );
  }
  const first = await findComment(db, siteId, used.commentId);
  if (!first) throw new AppError("conflict", "The comment first posted with this Idempotency-Key is gone.");
  return first;
}
