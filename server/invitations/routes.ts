import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { assertOwnPage, tokenOf } from "../http/authenticate.ts";
import { handle, type Route } from "../http/mount.ts";
import { sessionCookie } from "../http/session-cookie.ts";
import { deviceOf } from "../moderators/device.ts";
import { acceptInvitation, openInvitation } from "./accept.ts";
import * as contract from "./contract.ts";
import { invite } from "./invite.ts";
import { revokeInvitation } from "./revoke.ts";
import { findInvitations, type InvitationRow } from "./store.ts";

export function invitationRoutes({ db, publicUrl }: { db: Db; publicUrl: string | null }): Route[] {
  return [
    handle(contract.listInvitations, async ({ query }) => {
      const after = query.after ? fromCursor(query.after, ["uuid"])[0] : undefined;
      const rows = await findInvitations(db, { after, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      return {
        items: shown.map(view),
        next: rows.length > query.limit ? toCursor((shown.at(-1) as InvitationRow).id) : null,
      };
    }),
    handle(contract.invite, async ({ body, moderator, ownOrigin }) => {
      const { invitation, token } = await invite(db, { ...body, invitedBy: moderator.id });
      return { ...view(invitation), link: `${publicUrl ?? ownOrigin}/desk/invitation#${token}` };
    }),
    handle(contract.revokeInvitation, async ({ params, moderator }) => {
      await revokeInvitation(db, { id: params.id, actor: `moderator/${moderator.id}` });
      return undefined;
    }),
    handle(contract.openInvitation, async ({ body }) => {
      const { email, name, role, invitedBy } = await openInvitation(db, body.token);
      return { email, name, role, invitedBy };
    }),
    handle(contract.acceptInvitation, async ({ body, headers, ownOrigin, setHeader }) => {
      assertOwnPage({ headers, ownOrigin }, publicUrl);
      const device = deviceOf(headers["user-agent"]);
      const replaces = tokenOf(headers.cookie, publicUrl ?? ownOrigin);
      const { moderator, token } = await acceptInvitation(db, { ...body, device, replaces });
      setHeader("set-cookie", sessionCookie(token, publicUrl ?? ownOrigin));
      return { moderator };
    }),
  ];
}

const view = ({ siteIds: _, ...row }: InvitationRow): contract.Invitation => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
