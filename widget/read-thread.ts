import type { Conversation } from "./conversation.ts";
import { arrive } from "./follow-events.ts";
import { refreshAllOwn } from "./own-status.ts";
import {
  emptyThread,
  flat,
  fromPublic,
  missingFrom,
  type Shown,
  type Sort,
  withComment,
  withoutText,
  withPage,
} from "./thread.ts";

/** Top-level comments a page; their replies come with them. */
const PAGE = 25;
const MOST = 200;

/** Loads the first page and the reader's own comments under the article. */
export async function loadThread(talk: Conversation): Promise<void> {
  const { sort } = talk.state();
  talk.change({ phase: "loading" });
  const { data } = await talk.api.thread(sort, PAGE, null);
  if (sort !== talk.state().sort) return;
  if (!data) return talk.change({ phase: "failed" });
  talk.change({
    phase: "ready",
    thread: { ...withPage(emptyThread, data), featured: data.featured.map(fromPublic) },
    arrivals: [],
  });
  await refreshAllOwn(talk);
}

/** Loads the next page below what is shown. False when it could not be loaded. */
export async function loadMore(talk: Conversation): Promise<boolean> {
  const { sort, thread } = talk.state();
  const { data } = await talk.api.thread(sort, PAGE, thread.next);
  if (!data || sort !== talk.state().sort) return data !== null;
  talk.change({ thread: withPage(talk.state().thread, data) });
  return true;
}

export async function sortBy(talk: Conversation, sort: Sort): Promise<void> {
  talk.change({ sort, replyingTo: null, editing: null, contesting: null });
  await loadThread(talk);
}

/** After a time without news: brings what is shown up to date and treats what is new like any arrival. */
export async function catchUp(talk: Conversation): Promise<void> {
  const { sort, thread, phase } = talk.state();
  if (phase !== "ready") return loadThread(talk);
  const { data } = await talk.api.thread(sort, Math.min(MOST, Math.max(PAGE, thread.roots.length)), null);
  if (!data || sort !== talk.state().sort) return;
  for (const id of missingFrom(talk.state().thread, data, sort)) {
    talk.change({ thread: withoutText(talk.state().thread, id) });
  }
  for (const item of flat(data.items)) {
    const known = talk.state().thread.comments.get(item.id);
    const same =
      known &&
      known.html === item.html &&
      known.removed === (item.removed ?? false) &&
      known.featured === (item.featured ?? false);
    if (same || known?.mine) continue;
    if (known) {
      talk.change({
        thread: withComment(talk.state().thread, { ...fromPublic(item), fresh: known.fresh }, sort),
      });
    } else if (!item.removed) arrive(talk, { ...fromPublic(item), fresh: true });
  }
  const now = talk.state().thread;
  const featured = data.featured
    .filter(({ id }) => now.featured.some((one) => one.id === id))
    .map(fromPublic);
  talk.change({ thread: { ...now, featured, count: data.count } });
  await refreshAllOwn(talk);
}

/** Shows the comment a permalink names and gives it the focus; one that is not loaded comes with those it answers. */
export async function showLinked(talk: Conversation, id: string): Promise<void> {
  const chain: Shown[] = [];
  let wanted: string | null = id;
  while (wanted && !talk.state().thread.comments.has(wanted)) {
    const { data } = await talk.api.comment(wanted, talk.memory.find(wanted)?.token);
    if (!data || !("depth" in data) || data.status !== "approved") break;
    chain.unshift(fromPublic(data));
    wanted = data.parentId;
  }
  for (const comment of chain) {
    const { thread, sort } = talk.state();
    const loaded = comment.parentId ? thread.comments.has(comment.parentId) : true;
    if (!loaded) continue;
    // It was counted already: only its place is new.
    talk.change({
      thread: { ...withComment(thread, comment, comment.parentId ? sort : "top"), count: thread.count },
    });
  }
  if (talk.state().thread.comments.has(id)) talk.change({ focus: id, collapsed: new Set() });
}
