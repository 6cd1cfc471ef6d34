import type { AnyComment } from "./api.ts";
import type { Conversation } from "./conversation.ts";
import { fromOwn, fromPublic, type Shown, withComment, without } from "./thread.ts";
import { words } from "./words.ts";

/** How many of the reader's own comments under the article are asked for when the page opens. */
const MOST_ASKED = 20;

function asShown(data: AnyComment, token: string): Shown {
  return "editableUntil" in data ? fromOwn(data, token) : fromPublic(data);
}

function announce(before: Shown | undefined, after: Shown): string {
  const status = after.mine?.status;
  if (!before?.mine) return "";
  const outcome = after.mine?.appeal?.outcome;
  if (outcome && outcome !== before.mine.appeal?.outcome)
    return outcome === "upheld" ? words.appealUpheld : words.appealOverturned;
  if (after.mine?.featured && !before.mine.featured) return words.featuredYours;
  if (before.mine.status === status) return "";
  if (status === "approved") return words.published;
  if (status === "rejected") return words.notPublished(after.mine?.reason ?? null);
  return status === "held" ? words.saysAwaiting : "";
}

/** Asks how one's own comment stands and shows it where it belongs. One that no longer exists is forgotten. */
export async function refreshOwn(talk: Conversation, id: string): Promise<void> {
  const kept = talk.memory.find(id);
  if (!kept) return;
  const { data, problem } = await talk.api.comment(id, kept.token);
  if (problem) {
    if (problem.status === 404) {
      talk.memory.forget(id);
      talk.change({ thread: without(talk.state().thread, id) });
    }
    return;
  }
  if (data.status === "withdrawn") {
    talk.memory.forget(id);
    if (!talk.state().thread.comments.has(id)) return;
  }
  const { thread, sort } = talk.state();
  const before = thread.comments.get(id);
  const after = asShown(data, kept.token);
  // Counted by the server already when it came with the page or was approved before it was seen here.
  const counted = !before && after.mine?.status === "approved";
  const next = withComment(thread, after, sort);
  talk.change({
    thread: counted ? { ...next, count: thread.count } : next,
    say: announce(before, after) || talk.state().say,
  });
}

/** Asks for all of the reader's own comments under the article, the latest first. */
export async function refreshAllOwn(talk: Conversation): Promise<void> {
  const own = talk.memory.under(talk.article).slice(-MOST_ASKED);
  await Promise.all(own.map((kept) => refreshOwn(talk, kept.id)));
}
