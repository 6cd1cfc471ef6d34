import { articleIdOf, refOf } from "../articles/find.ts";
import { assertOriginAllowed, ownOrigins } from "../articles/key.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { Feed } from "../events/feed.ts";
import { Prepared } from "../http/caller.ts";
import { handle, type Route } from "../http/mount.ts";
import { idempotencyKey } from "../idempotency.ts";
import { readerOfToken, readerToken } from "../readers/token.ts";
import { siteBySlug } from "../sites/store.ts";
import { traceMaker } from "../traces/trace.ts";
import * as contract from "./contract.ts";
import { postingTo } from "./post.ts";
import { preferredWait, waitForDecision } from "./prefer-wait.ts";
import { editComment, withdrawComment } from "./revise.ts";
import { type CommentRow, countReplies, findComment, isDecided } from "./store.ts";
import { readThread } from "./thread.ts";
import type { ThreadCache } from "./thread-cache.ts";
import { ownView, publicView } from "./views.ts";

export interface CommentDeps {
  db: Db;
  feed: Feed;
  threads: ThreadCache;
  /** Signs readers' tokens. */
  secret: string;
  publicUrl: string | null;
  /** Without a proxy that is believed, a connection's address may be that of any proxy, and is no reader's. */
  trustProxy: number | string[] | null;
}

export function commentRoutes({ db, feed, threads, secret, publicUrl, trustProxy }: CommentDeps): Route[] {
  const traces = traceMaker(secret);
  const post = postingTo(db);
  return [
    handle(contract.postComment, async ({ params, body, headers, ip, ownOrigin, setHeader }) => {
      const site = await siteBySlug(db, params.site);
      assertOriginAllowed(site, body.article.url, headers.origin, ownOrigins(publicUrl, ownOrigin));
      const wait = preferredWait(headers.prefer);
      const watched = wait > 0 ? waitForDecision(feed, wait, (id) => isDecided(db, id)) : null;
      try {
        const stored = await post({
          site,
          article: body.article,
          parentId: body.parentId,
          text: body.text,
          readerId: readerOfToken(secret, headers.authorization),
          tokenSent: headers.authorization !== undefined,
          guest: body.reader,
          idempotencyKey: idempotencyKey(headers["idempotency-key"]),
          ...(site.settings.traceDays > 0 && {
            traces: traces(site.id, {
              ip: trustProxy === null ? null : ip,
              email: body.reader?.email ?? null,
            }),
          }),
        });
        if (watched) setHeader("preference-applied", `wait=${wait}`);
        let comment: CommentRow | null = stored;
        if (watched && stored.status === "pending") {
          await watched.decided(stored.id);
          comment = await findComment(db, site.id, stored.id);
        }
        return { ...ownView(comment ?? stored, site), token: readerToken(secret, stored.readerId) };
      } finally {
        watched?.stop();
      }
    }),

    handle(contract.readThread, async ({ params, query }) => {
      const site = await siteBySlug(db, params.site);
      const articleId = await articleIdOf(db, site.id, refOf(query.article));
      const { sort, shape, limit, after } = query;
      const page = await threads.get(articleId, `${sort} ${shape} ${limit} ${after ?? ""}`, () =>
        readThread(db, { articleId, sort, shape, limit, after }),
      );
      return new Prepared(page);
    }),

    handle(contract.readComment, async ({ params, headers }) => {
      const site = await siteBySlug(db, params.site);
      const comment = await findComment(db, site.id, params.id);
      if (comment && comment.readerId === readerOfToken(secret, headers.authorization))
        return ownView(comment, site);
      if (comment?.status !== "approved")
        throw new AppError("not_found", "There is no such comment, or it is not public.");
      return { ...publicView(comment, await countReplies(db, comment.id)), status: comment.status };
    }),

    handle(contract.editComment, async ({ params, body, headers }) => {
      const site = await siteBySlug(db, params.site);
      const comment = await editComment(db, {
        site,
        id: params.id,
        readerId: readerOfToken(secret, headers.authorization),
        text: body.text,
      });
      threads.forget(comment.articleId);
      return ownView(comment, site);
    }),

    handle(contract.withdrawComment, async ({ params, headers }) => {
      const site = await siteBySlug(db, params.site);
      const comment = await withdrawComment(db, {
        site,
        id: params.id,
        readerId: readerOfToken(secret, headers.authorization),
      });
      threads.forget(comment.articleId);
      return ownView(comment, site);
    }),
  ];
}
