import type { Db } from "../db/pool.ts";
import type { Call } from "../http/caller.ts";
import { handle, type Route } from "../http/mount.ts";
import { changePassword } from "./change-password.ts";
import { checkPassword, type PasswordTry } from "./check-password.ts";
import * as contract from "./contract.ts";
import { revokeOtherSessions, revokeSession } from "./revoke-sessions.ts";
import { findSessions, type SessionRow } from "./session-store.ts";
import { countRecoveryCodes, findTotp } from "./totp-store.ts";
import { beginTwoStep, confirmTwoStep, switchOffTwoStep } from "./two-step.ts";

export function accountRoutes({ db, secret }: { db: Db; secret: string }): Route[] {
  return [
    handle(contract.listSessions, async ({ moderator }) => ({
      items: (await findSessions(db, moderator.id)).map((row) => view(row, moderator.sessionId)),
    })),
    handle(contract.revokeSession, async ({ params, moderator }) => {
      await revokeSession(db, { moderatorId: moderator.id, id: params.id });
      return undefined;
    }),
    handle(contract.revokeOtherSessions, async ({ moderator }) => {
      await revokeOtherSessions(db, { moderatorId: moderator.id, sessionId: moderator.sessionId });
      return undefined;
    }),
    handle(contract.changePassword, async (call) => {
      const { newPassword } = call.body;
      await changePassword(db, { ...tryOf(call), newPassword, sessionId: call.moderator.sessionId });
      return undefined;
    }),
    handle(contract.readTwoStep, async ({ moderator }) => {
      const enabled = Boolean((await findTotp(db, moderator.id))?.confirmedAt);
      return { enabled, recoveryCodesLeft: enabled ? await countRecoveryCodes(db, moderator.id) : 0 };
    }),
    handle(contract.beginTwoStep, async (call) => {
      await checkPassword(db, tryOf(call));
      return beginTwoStep(db, { moderatorId: call.moderator.id, email: call.moderator.email, secret });
    }),
    handle(contract.confirmTwoStep, async ({ body, moderator }) => ({
      recoveryCodes: await confirmTwoStep(db, { moderatorId: moderator.id, code: body.code, secret }),
    })),
    handle(contract.endTwoStep, async (call) => {
      await checkPassword(db, tryOf(call));
      await switchOffTwoStep(db, {
        moderatorId: call.moderator.id,
        actor: `moderator/${call.moderator.id}`,
      });
      return undefined;
    }),
  ];
}

function tryOf(
  call: Pick<Call<unknown, unknown, { password: string }>, "moderator" | "ip" | "body">,
): PasswordTry {
  const { id: moderatorId, email } = call.moderator;
  return { moderatorId, email, ip: call.ip, password: call.body.password };
}

const view = (row: SessionRow, current: string): contract.OwnSession => ({
  id: row.id,
  device: row.device,
  current: row.id === current,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
