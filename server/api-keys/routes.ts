import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { visibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { createApiKey } from "./create.ts";
import { revokeApiKey } from "./revoke.ts";
import { type ApiKeyRow, findApiKeys } from "./store.ts";

export function apiKeyRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listApiKeys, async ({ params, query, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      const after = query.after ? fromCursor(query.after, ["uuid"])[0] : undefined;
      const rows = await findApiKeys(db, { siteId, after, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      const more = rows.length > query.limit;
      return { items: shown.map(viewOf), next: more ? toCursor((shown.at(-1) as ApiKeyRow).id) : null };
    }),
    handle(contract.createApiKey, async ({ params, body, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      const made = await createApiKey(db, { siteId, ...body, actor: `moderator/${moderator.id}` });
      return { ...viewOf(made), key: made.key };
    }),
    handle(contract.revokeApiKey, async ({ params, moderator }) => {
      const { id: siteId } = await visibleSite(db, moderator, params.site);
      await revokeApiKey(db, { siteId, id: params.id, actor: `moderator/${moderator.id}` });
      return undefined;
    }),
  ];
}

function viewOf({ id, name, ending, queriesAMinute, createdAt, lastUsedAt }: ApiKeyRow): contract.ApiKey {
  return {
    id,
    name,
    ending,
    queriesAMinute,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
