import { randomBytes } from "node:crypto";

/** The first owner of every installation that is measured. */
export const OWNER = { OWNER_EMAIL: "owner@bench.example", OWNER_PASSWORD: randomBytes(12).toString("hex") };

/** Signs the owner in; answers the cookie. */
export async function signIn(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: OWNER.OWNER_EMAIL, password: OWNER.OWNER_PASSWORD }),
  });
  return cookieOf(response);
}

/** The session's cookie that an answer sets. */
export function cookieOf(response: Response): string {
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`Signing in answered ${response.status}`);
  return cookie;
}
