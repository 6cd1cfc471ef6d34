import { AppError } from "../errors.ts";
import type { Moderator } from "../moderators/contract.ts";
import type { Review } from "../reviews/contract.ts";
import { type Api, detailOf, openApi } from "./api.ts";
import { type Ear, listenAt } from "./live.ts";

export interface Desk extends Ear {
  readonly headers: Record<string, string>;
  /** Owners may read the audit log. */
  readonly isOwner: boolean;
  signOut(): Promise<void>;
}

/** Signs in as a moderator and listens at the desk. Throws AppError("unauthenticated") with the server's words when it is refused. */
export async function openDesk(url: string, login: { email: string; password: string }): Promise<Desk> {
  const api = openApi([url], "");
  const answer = await api.ask<{ moderator: Moderator }>("POST", "/api/session", { body: login });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (answer.status !== 201 || !cookie)
    throw new AppError("unauthenticated", `The desk lets nobody in by that: ${detailOf(answer)}`);
  const headers = { cookie };
  const ear = await listenAt(`${url}/desk`, { cookie });
  return {
    ...ear,
    headers,
    isOwner: answer.body.moderator.role === "owner",
    async signOut() {
      ear.close();
      await api.ask("DELETE", "/api/session", { headers }).catch(() => {});
    },
  };
}

/** Why these comments wait: for each rule, how many it holds. One may be held by several rules. */
export async function whyHeld(
  api: Api,
  { headers }: Pick<Desk, "headers">,
  site: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const rules = new Map<string, number>();
  let found = 0;
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ queue: "held", site, sort: "newest", limit: "200" });
    if (after) query.set("after", after);
    const page: { status: number; body: { items: Review[]; next: string | null } } = await api.ask(
      "GET",
      `/api/queue?${query}`,
      { headers },
    );
    if (page.status !== 200) break;
    for (const { id, why } of page.body.items) {
      if (!ids.has(id)) continue;
      found += 1;
      for (const name of new Set(why.map((match) => match.name))) rules.set(name, (rules.get(name) ?? 0) + 1);
    }
    after = page.body.next;
  } while (after && found < ids.size);
  return rules;
}
