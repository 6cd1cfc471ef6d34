import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import type { Scorer } from "../scoring/scorer.ts";
import { visibleSite } from "../sites/visible.ts";
import { analyze } from "./analyze.ts";
import * as contract from "./contract.ts";
import { findSuggestions, type SuggestionRow } from "./store.ts";
import { suggestScore } from "./suggest-score.ts";

export function perspectiveApiRoutes({ db, scorers }: { db: Db; scorers: readonly Scorer[] }): Route[] {
  return [
    handle(contract.analyzeComment, async ({ body, client }) => {
      await client.take(1);
      return analyze(scorers, body);
    }),
    handle(contract.suggestCommentScore, async ({ body, client }) => {
      await client.take(1);
      return suggestScore(db, await client.siteId(), body);
    }),
    handle(contract.listScoreSuggestions, async ({ params, query, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      const before = query.after ? fromCursor(query.after, ["uuid"])[0] : undefined;
      const rows = await findSuggestions(db, { siteId, before, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      const more = rows.length > query.limit;
      return {
        items: shown.map(({ siteId: _, createdAt, ...row }) => ({
          ...row,
          createdAt: createdAt.toISOString(),
        })),
        next: more ? toCursor((shown.at(-1) as SuggestionRow).id) : null,
      };
    }),
  ];
}
