import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { ExpressAdapter } from "@bull-board/express";
import type { Backend } from "./backend.ts";

/** bull-board's own pages over every job queue, for whoever may see them: the caller asks. Jobs carry ids and never a comment's text. */
export function jobsBoard(
  backend: Pick<Backend, "queues">,
  path: string,
): ReturnType<ExpressAdapter["getRouter"]> {
  const pages = new ExpressAdapter();
  pages.setBasePath(path);
  createBullBoard({
    queues: backend.queues.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: pages,
    options: { uiConfig: { boardTitle: "Replydesk jobs", hideRedisDetails: true } },
  });
  return pages.getRouter();
}
