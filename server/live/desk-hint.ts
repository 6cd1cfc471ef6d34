import { COMMENT_EVENTS, type LiveEvent } from "../events/contract.ts";

const ABOUT_COMMENTS: ReadonlySet<string> = new Set(COMMENT_EVENTS);

/**
 * What desks are told of an event: which comment moved on and to which version, never to what nor by whom. A desk on which the comment is yet to be judged
 * blind hears the same as every other, and asks what it may know.
 */
export function deskHint({ status: _, statusBefore: __, actor, ...hint }: LiveEvent): LiveEvent {
  const byPerson = actor?.startsWith("moderator/") && ABOUT_COMMENTS.has(hint.type);
  return byPerson ? { ...hint, type: "comment.decided" } : hint;
}
