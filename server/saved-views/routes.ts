import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { listViews } from "./list.ts";
import { createView, removeView, updateView } from "./save.ts";

export function savedViewRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.listSavedViews, async ({ moderator }) => ({ items: await listViews(db, moderator) })),
    handle(contract.createSavedView, ({ body, moderator }) => createView(db, moderator, body)),
    handle(contract.updateSavedView, ({ params, body, moderator }) =>
      updateView(db, moderator, { ...body, id: params.id }),
    ),
    handle(contract.deleteSavedView, async ({ params, moderator }) => {
      await removeView(db, moderator, params.id);
      return undefined;
    }),
  ];
}
