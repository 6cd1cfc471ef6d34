import { COMMENT_EVENTS } from "../../server/events/contract.ts";

/** What a webhook can be told of, in the desk's words. */
const NAMES: Record<(typeof COMMENT_EVENTS)[number], string> = {
  "comment.posted": "Posted",
  "comment.edited": "Edited",
  "comment.held": "Held",
  "comment.approved": "Approved",
  "comment.rejected": "Rejected",
  "comment.withdrawn": "Withdrawn",
};

export const EVENT_CHOICES = COMMENT_EVENTS.map((event) => ({ event, name: NAMES[event] }));

export function eventName(event: string): string {
  return EVENT_CHOICES.find((choice) => choice.event === event)?.name ?? event;
}
