import type { ThreadCache } from "../comments/thread-cache.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { idempotencyKey } from "../idempotency.ts";
import { readerOfToken } from "../readers/token.ts";
import { siteBySlug } from "../sites/store.ts";
import * as contract from "./contract.ts";
import { decideAppeal } from "./decide.ts";
import { judgeAppeal } from "./judge.ts";
import { makeAppeal } from "./make.ts";
import { ownAppealView } from "./view.ts";

interface AppealDeps {
  db: Db;
  secret: string;
  threads: ThreadCache;
}

export function appealRoutes({ db, secret, threads }: AppealDeps): Route[] {
  return [
    handle(contract.makeAppeal, async ({ params, body, headers }) => {
      const site = await siteBySlug(db, params.site);
      const readerId = readerOfToken(secret, headers.authorization);
      return ownAppealView(await makeAppeal(db, { site, commentId: params.id, readerId, text: body.text }));
    }),
    handle(contract.judgeAppeal, ({ params, body, moderator }) =>
      judgeAppeal(db, moderator, { appealId: params.id, verdict: body.verdict }),
    ),
    handle(contract.decideAppeal, async ({ params, body, headers, moderator }) => {
      const key = idempotencyKey(headers["idempotency-key"]);
      const made = await decideAppeal(db, moderator, { ...body, appealId: params.id, key });
      for (const articleId of made.articleIds) threads.forget(articleId);
      return made.decision;
    }),
  ];
}
