import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import * as contract from "./contract.ts";
import { createPasswordReset } from "./create.ts";
import { openPasswordReset, usePasswordReset } from "./use.ts";

export function passwordResetRoutes({ db, publicUrl }: { db: Db; publicUrl: string | null }): Route[] {
  return [
    handle(contract.createPasswordReset, async ({ params, moderator, ownOrigin }) => {
      const made = await createPasswordReset(db, { moderatorId: params.id, madeBy: moderator.id });
      return {
        link: `${publicUrl ?? ownOrigin}/desk/password#${made.token}`,
        expiresAt: made.expiresAt.toISOString(),
      };
    }),
    handle(contract.openPasswordReset, async ({ body }) => {
      const { email, name } = await openPasswordReset(db, body.token);
      return { email, name };
    }),
    handle(contract.usePasswordReset, async ({ body }) => {
      await usePasswordReset(db, body);
      return undefined;
    }),
  ];
}
