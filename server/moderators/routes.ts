import { stringifySetCookie } from "cookie";
import type { Db } from "../db/pool.ts";
import { tokenOf } from "../http/authenticate.ts";
import { handle, type Route } from "../http/mount.ts";
import { assertMayTry, noteFailure, noteSuccess } from "./attempts.ts";
import * as contract from "./contract.ts";
import { closeSession, SESSION_COOKIE, SESSION_LIFE } from "./session.ts";
import { signIn } from "./sign-in.ts";

export function sessionRoutes({ db, publicUrl }: { db: Db; publicUrl: string | null }): Route[] {
  function cookie(value: string, maxAge: number, ownOrigin: string): string {
    const secure = (publicUrl ?? ownOrigin).startsWith("https:");
    return stringifySetCookie({
      name: SESSION_COOKIE,
      value,
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure,
      maxAge,
    });
  }
  return [
    handle(contract.signIn, async ({ body, ip, ownOrigin, setHeader }) => {
      assertMayTry(ip, body.email);
      // Noted before the check, so that tries side by side count too.
      noteFailure(ip, body.email);
      const { moderator, token } = await signIn(db, body);
      noteSuccess(ip, body.email);
      setHeader("set-cookie", cookie(token, SESSION_LIFE / 1_000, ownOrigin));
      return { moderator };
    }),
    handle(contract.whoAmI, async ({ moderator: { siteIds: _, ...moderator } }) => ({ moderator })),
    handle(contract.signOut, async ({ headers, ownOrigin, setHeader }) => {
      const token = tokenOf(headers.cookie);
      if (token) await closeSession(db, token);
      setHeader("set-cookie", cookie("", 0, ownOrigin));
      return undefined;
    }),
  ];
}
