import { switchOffTwoStep } from "../account/two-step.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { assertOwnPage, tokenOf } from "../http/authenticate.ts";
import { handle, type Route } from "../http/mount.ts";
import { sessionCookie } from "../http/session-cookie.ts";
import * as contract from "./contract.ts";
import { deviceOf } from "./device.ts";
import { findPeople, type PersonRow } from "./people-store.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { updatePerson } from "./update.ts";

interface Options {
  db: Db;
  secret: string;
  publicUrl: string | null;
}

export function moderatorRoutes({ db, secret, publicUrl }: Options): Route[] {
  return [
    handle(contract.signIn, async ({ body, ip, headers, ownOrigin, setHeader }) => {
      assertOwnPage({ headers, ownOrigin }, publicUrl);
      const device = deviceOf(headers["user-agent"]);
      const replaces = tokenOf(headers.cookie, publicUrl ?? ownOrigin);
      const { moderator, token } = await signIn(db, { ...body, ip, device, secret, replaces });
      setHeader("set-cookie", sessionCookie(token, publicUrl ?? ownOrigin));
      return { moderator };
    }),
    handle(contract.whoAmI, async ({ moderator: { id, email, name, role } }) => ({
      moderator: { id, email, name, role },
    })),
    handle(contract.signOut, async ({ headers, ownOrigin, setHeader }) => {
      assertOwnPage({ headers, ownOrigin }, publicUrl);
      const token = tokenOf(headers.cookie, publicUrl ?? ownOrigin);
      if (token) await signOut(db, token);
      setHeader("set-cookie", sessionCookie(null, publicUrl ?? ownOrigin));
      return undefined;
    }),
    handle(contract.listPeople, async ({ query }) => {
      const after = query.after ? fromCursor(query.after, ["uuid"])[0] : undefined;
      const rows = await findPeople(db, { after, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      return {
        items: shown.map(view),
        next: rows.length > query.limit ? toCursor((shown.at(-1) as PersonRow).id) : null,
      };
    }),
    handle(contract.updatePerson, async ({ params, body, moderator }) =>
      view(await updatePerson(db, { ...body, id: params.id, actor: `moderator/${moderator.id}` })),
    ),
    handle(contract.resetTwoStep, async ({ params, moderator }) => {
      if (params.id === moderator.id)
        throw new AppError(
          "conflict",
          "Switch your own off on your account's page: it asks for your password.",
        );
      await switchOffTwoStep(db, { moderatorId: params.id, actor: `moderator/${moderator.id}` });
      return undefined;
    }),
  ];
}

const view = (row: PersonRow): contract.Person => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
});
