import type { z } from "zod";
import type { AuditEntry } from "../events/contract.ts";
import type { Answer, Api } from "./api.ts";
import type { Faults } from "./check.ts";
import type { Desk } from "./desk.ts";
import type { Accepted } from "./post-row.ts";

type Page = { items: z.infer<typeof AuditEntry>[]; next: string | null };

/**
 * Reads the site's audit log back to the run's first comment. Every accepted comment should have been posted once and decided once by the rules; comments
 * posted by the run's readers that nobody was answered with are stored twice. null when the log cannot be read.
 */
export async function auditRun(
  api: Api,
  { headers }: Pick<Desk, "headers">,
  site: string,
  accepted: readonly Accepted[],
): Promise<Pick<Faults, "decidedTwice" | "storedTwice"> | null> {
  const ids = new Set(accepted.map(({ comment }) => comment.id));
  const began = accepted.map(({ comment }) => comment.createdAt).sort()[0] ?? "";
  const decisions = new Map<string, number>();
  const posted: { id: string; reader: string }[] = [];
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ limit: "200", ...(after && { after }) });
    const page: Answer<Page> = await api.ask(
      "GET",
      `/api/sites/${encodeURIComponent(site)}/events?${query}`,
      { headers },
    );
    if (page.status !== 200) return null;
    for (const { type, commentId, actor, createdAt } of page.body.items) {
      if (commentId === null || createdAt < began) continue;
      if (type === "comment.posted") posted.push({ id: commentId, reader: actor });
      else if (actor === "rules") decisions.set(commentId, (decisions.get(commentId) ?? 0) + 1);
    }
    after = (page.body.items.at(-1)?.createdAt ?? "") >= began ? page.body.next : null;
  } while (after);
  const readers = new Set(posted.filter(({ id }) => ids.has(id)).map(({ reader }) => reader));
  return {
    decidedTwice: [...ids].filter((id) => (decisions.get(id) ?? 0) > 1),
    storedTwice: posted.filter(({ id, reader }) => !ids.has(id) && readers.has(reader)).map(({ id }) => id),
  };
}
