import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { idempotencyKey } from "../idempotency.ts";
import * as contract from "./contract.ts";
import { escalateComment } from "./escalate.ts";
import { sendBack, undoEscalation } from "./send-back.ts";

export function escalationRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.escalate, ({ params, body, headers, moderator }) => {
      const key = idempotencyKey(headers["idempotency-key"]);
      return escalateComment(db, moderator, { ...body, commentId: params.id, key });
    }),
    handle(contract.sendBack, ({ params, body, headers, moderator }) => {
      const key = idempotencyKey(headers["idempotency-key"]);
      return sendBack(db, moderator, { id: params.id, note: body.note, key });
    }),
    handle(contract.undoEscalation, ({ params, moderator }) => undoEscalation(db, moderator, params.id)),
  ];
}
