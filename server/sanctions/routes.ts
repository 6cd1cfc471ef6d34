import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { idempotencyKey } from "../idempotency.ts";
import { readerOfToken } from "../readers/token.ts";
import { siteBySlug } from "../sites/store.ts";
import { acknowledgeWarning } from "./acknowledge.ts";
import * as contract from "./contract.ts";
import { sanctionReader } from "./impose.ts";
import { liftSanction } from "./lift.ts";

export function sanctionRoutes({ db, secret }: { db: Db; secret: string }): Route[] {
  return [
    handle(contract.sanctionReader, ({ params, body, headers, moderator }) =>
      sanctionReader(db, moderator, {
        ...body,
        readerId: params.id,
        key: idempotencyKey(headers["idempotency-key"]),
      }),
    ),
    handle(contract.liftSanction, ({ params, body, moderator }) =>
      liftSanction(db, moderator, { id: params.id, reason: body?.reason }),
    ),
    handle(contract.acknowledgeWarning, async ({ params, headers }) => {
      const site = await siteBySlug(db, params.site);
      await acknowledgeWarning(db, {
        site,
        id: params.id,
        readerId: readerOfToken(secret, headers.authorization),
      });
      return undefined;
    }),
  ];
}
