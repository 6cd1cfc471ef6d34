import type { LiveEvent } from "../server/events/contract.ts";
import type { Conversation } from "./conversation.ts";
import { refreshOwn } from "./own-status.ts";
import { fromPublic, hasPlace, isPublic, onTop, type Shown, withComment, withoutText } from "./thread.ts";
import { words } from "./words.ts";

export function arrivalWords(arrivals: readonly Shown[]): string {
  const replies = arrivals.length > 0 && arrivals.every((comment) => comment.parentId !== null);
  return replies ? words.newReplies(arrivals.length) : words.newComments(arrivals.length);
}

function count(talk: Conversation, by: number): void {
  const { thread } = talk.state();
  talk.change({ thread: { ...thread, count: Math.max(0, thread.count + by) } });
}

/** Shows a new comment, or announces it where showing it would move what is being read. */
export function arrive(talk: Conversation, comment: Shown): void {
  const { thread, arrivals, sort } = talk.state();
  const pending = arrivals.some((other) => other.id === comment.parentId);
  if (pending || hasPlace(thread, comment, sort)) {
    if (!pending && !talk.wouldMove(comment)) {
      talk.change({ thread: withComment(thread, comment, sort) });
      return;
    }
    const waiting = [...arrivals, comment];
    talk.change({ arrivals: waiting, say: arrivalWords(waiting) });
  }
  count(talk, 1);
}

/** Puts all announced comments in their places; the first takes the focus. */
export function showArrivals(talk: Conversation): void {
  const { arrivals, sort, collapsed } = talk.state();
  let { thread } = talk.state();
  const open = new Set(collapsed);
  for (const comment of arrivals) {
    thread = withComment({ ...thread, count: thread.count - 1 }, comment, sort);
    if (comment.parentId) open.delete(comment.parentId);
  }
  talk.change({ thread, arrivals: [], collapsed: open, focus: arrivals[0]?.id ?? null, say: "" });
}

/** It may stand on top without its place below being loaded. */
function refreshTop(talk: Conversation, id: string, comment?: Shown): void {
  const { thread } = talk.state();
  talk.change({ thread: { ...thread, featured: onTop(thread, id, comment) } });
}

/** No longer public: its text goes at once. Readers hear of others' comments only if they were public. */
function leave(talk: Conversation, event: LiveEvent): void {
  const id = event.commentId!;
  refreshTop(talk, id);
  const { thread, arrivals } = talk.state();
  if (arrivals.some((comment) => comment.id === id)) {
    talk.change({ arrivals: arrivals.filter((comment) => comment.id !== id) });
    count(talk, -1);
  } else if (isPublic(thread.comments.get(id))) talk.change({ thread: withoutText(thread, id) });
  else if (!thread.comments.has(id)) count(talk, -1);
}

async function refreshOther(talk: Conversation, event: LiveEvent): Promise<void> {
  const id = event.commentId!;
  const { data, problem } = await talk.api.comment(id);
  if (problem?.status === 404 || (data && data.status !== "approved")) return leave(talk, event);
  if (!data || !("depth" in data)) return;
  const comment = { ...fromPublic(data), fresh: !/featured$/.test(event.type) };
  refreshTop(talk, id, comment);
  const { thread, arrivals, sort } = talk.state();
  if (thread.comments.has(id)) talk.change({ thread: withComment(thread, comment, sort) });
  else if (arrivals.some((other) => other.id === id)) {
    talk.change({ arrivals: arrivals.map((other) => (other.id === id ? comment : other)) });
  } else if (event.type === "comment.approved") arrive(talk, comment);
}

/** Follows one live event. Events are hints: what they name is asked for before it is shown. */
export async function followEvent(talk: Conversation, event: LiveEvent): Promise<void> {
  if (!event.commentId) return;
  await talk.posting;
  if (talk.memory.find(event.commentId)) return refreshOwn(talk, event.commentId);
  if (/(approved|edited|featured)$/.test(event.type)) return refreshOther(talk, event);
  if (["comment.rejected", "comment.withdrawn", "comment.held"].includes(event.type)) leave(talk, event);
}
