import type { CommentEventType } from "../server/events/contract.ts";
import type { JobName, NewJob } from "./jobs.ts";

/** A comment's event as the relay reads it from the outbox. */
export interface Pending {
  eventId: string;
  type: CommentEventType;
  commentId: string;
}

/** What follows from what: the whole flow of the application on one page. Webhooks follow from every one of these, where a site has asked. */
export const FOLLOW_UP: Record<CommentEventType, JobName | null> = {
  "comment.posted": "moderate-comments",
  "comment.edited": "moderate-comments",
  "comment.held": null,
  "comment.approved": null,
  "comment.rejected": null,
  "comment.withdrawn": null,
  "comment.featured": null,
  "comment.unfeatured": null,
};

/** Comments judged by one job: one look at the database and one transaction for all of them. */
const COMMENTS_A_JOB = 50;

/** The jobs that follow from a batch of events, several comments to a job. Repeating a batch repeats its job ids, so a queue that has them keeps one. */
export function jobsFor(events: Pending[]): NewJob[] {
  const toModerate = events.filter((event) => FOLLOW_UP[event.type] === "moderate-comments");
  const jobs: NewJob[] = [];
  for (let i = 0; i < toModerate.length; i += COMMENTS_A_JOB) {
    const some = toModerate.slice(i, i + COMMENTS_A_JOB);
    jobs.push({
      name: "moderate-comments",
      payload: { commentIds: [...new Set(some.map((event) => event.commentId))] },
      id: `moderate-${some[0]?.eventId}-${some.length}`,
    });
  }
  return jobs;
}
