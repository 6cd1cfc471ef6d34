import type { OwnComment, Thread as Page, PublicComment } from "../server/comments/contract.ts";

export type Sort = "newest" | "oldest" | "top";

/** What only the author knows of a comment. */
export interface Mine {
  token: string;
  status: OwnComment["status"];
  editableUntil: string;
  reason: string | null;
  featured: boolean;
  /** Until when the refusal can be contested; null when it cannot. */
  appealableUntil: string | null;
  appeal: OwnComment["appeal"];
}

export interface Shown {
  id: string;
  parentId: string | null;
  name: string;
  html: string;
  text: string;
  createdAt: string;
  editedAt: string | null;
  /** The site's moderators have put it on top of the thread. */
  featured: boolean;
  /** Its text is gone; its place and the replies to it stay. */
  removed: boolean;
  mine: Mine | null;
  /** Came while the page was open. */
  fresh: boolean;
}

/** The loaded part of a thread. Values are never changed, only replaced. */
export interface Thread {
  comments: ReadonlyMap<string, Shown>;
  roots: readonly string[];
  replies: ReadonlyMap<string, readonly string[]>;
  next: string | null;
  /** What stands on top of the thread, the latest first; each has its place below as well, loaded or not. */
  featured: readonly Shown[];
  /** Approved comments under the article, loaded or not. */
  count: number;
}

export const emptyThread: Thread = {
  comments: new Map(),
  roots: [],
  replies: new Map(),
  next: null,
  featured: [],
  count: 0,
};

export function fromPublic(comment: PublicComment): Shown {
  const { id, parentId, html, text, createdAt, editedAt, featured = false, removed = false } = comment;
  const name = comment.reader.name;
  return { id, parentId, name, html, text, createdAt, editedAt, featured, removed, mine: null, fresh: false };
}

export function fromOwn(comment: OwnComment, token: string): Shown {
  const { id, parentId, html, text, createdAt, editedAt, status, editableUntil, reason } = comment;
  const { appealableUntil, appeal, featured } = comment;
  const mine = { token, status, editableUntil, reason, featured, appealableUntil, appeal };
  return {
    id,
    parentId,
    name: comment.reader.name,
    html,
    text,
    createdAt,
    editedAt,
    featured,
    removed: false,
    mine,
    fresh: false,
  };
}

export function isPublic(comment: Shown | undefined): boolean {
  return comment !== undefined && !comment.removed && (!comment.mine || comment.mine.status === "approved");
}

/** Every comment of a page, parents before their replies. */
export function flat(items: readonly PublicComment[]): PublicComment[] {
  return items.flatMap((item) => [item, ...flat(item.replies ?? [])]);
}

/** Adds a page below what is loaded; what is known already is brought up to date where it stands. */
export function withPage(thread: Thread, page: Page): Thread {
  const comments = new Map(thread.comments);
  const replies = new Map(thread.replies);
  const roots = [...thread.roots];
  for (const item of flat(page.items)) {
    const known = comments.get(item.id);
    comments.set(item.id, { ...fromPublic(item), mine: known?.mine ?? null });
    if (known) continue;
    if (item.parentId === null) roots.push(item.id);
    else replies.set(item.parentId, [...(replies.get(item.parentId) ?? []), item.id]);
  }
  return { ...thread, comments, roots, replies, next: page.next, count: page.count };
}

/** What stands on top, up to date with this comment: what is no longer featured goes. Nothing comes, which would move what is being read. */
export function onTop({ featured }: Thread, id: string, comment?: Shown): readonly Shown[] {
  const stays = comment?.featured && isPublic(comment);
  return featured.flatMap((one) => (one.id !== id ? one : stays ? comment : []));
}

/** Whether a comment's place is in the loaded part: its parent is here, or no unloaded page lies before it. */
export function hasPlace(thread: Thread, comment: Shown, sort: Sort): boolean {
  if (comment.parentId) return thread.comments.has(comment.parentId);
  if (thread.next === null || sort === "top") return true;
  if (sort === "oldest") return false;
  const last = thread.comments.get(thread.roots.at(-1) ?? "");
  return !last || comment.createdAt > last.createdAt;
}

function rootPlace(thread: Thread, comment: Shown, sort: Sort): number {
  if (comment.mine || sort === "top") return 0;
  const after = (id: string) => {
    const other = thread.comments.get(id)!.createdAt;
    return sort === "newest" ? other < comment.createdAt : other > comment.createdAt;
  };
  const place = thread.roots.findIndex(after);
  return place < 0 ? thread.roots.length : place;
}

/** Puts a comment in its place, or brings it up to date where it stands. One's own top-level comment comes first. */
export function withComment(thread: Thread, comment: Shown, sort: Sort): Thread {
  const known = thread.comments.get(comment.id);
  const count = thread.count + Number(isPublic(comment)) - Number(isPublic(known));
  const comments = new Map(thread.comments).set(comment.id, comment);
  const featured = onTop(thread, comment.id, comment);
  if (known) return { ...thread, comments, featured, count };
  if (comment.parentId) {
    const siblings = [...(thread.replies.get(comment.parentId) ?? []), comment.id];
    const replies = new Map(thread.replies).set(comment.parentId, siblings);
    return { ...thread, comments, featured, count, replies };
  }
  return {
    ...thread,
    comments,
    featured,
    count,
    roots: thread.roots.toSpliced(rootPlace(thread, comment, sort), 0, comment.id),
  };
}

/** Takes a comment's text away; place and replies stay, so that nothing jumps. */
export function withoutText(thread: Thread, id: string): Thread {
  const known = thread.comments.get(id);
  if (!known || known.removed) return thread;
  const gone = { ...known, html: "", text: "", removed: true };
  return {
    ...thread,
    comments: new Map(thread.comments).set(id, gone),
    count: thread.count - Number(isPublic(known)),
  };
}

/** Takes a comment that nobody replied to out of sight. */
export function without(thread: Thread, id: string): Thread {
  const known = thread.comments.get(id);
  if (!known) return thread;
  const comments = new Map(thread.comments);
  comments.delete(id);
  const others = (ids: readonly string[]) => ids.filter((other) => other !== id);
  const replies = new Map([...thread.replies].map(([parent, ids]) => [parent, others(ids)]));
  return {
    ...thread,
    comments,
    replies,
    roots: others(thread.roots),
    count: thread.count - Number(isPublic(known)),
  };
}

/** Loaded comments that a fresh first page should hold and does not: they are no longer public. */
export function missingFrom(thread: Thread, page: Page, sort: Sort): string[] {
  const here = new Map(flat(page.items).map((item) => [item.id, item]));
  const last = page.items.at(-1)?.createdAt ?? "";
  const covered = ({ parentId, createdAt }: Shown) => {
    if (parentId) return here.has(parentId);
    if (page.next === null) return true;
    return sort === "newest" ? createdAt > last : sort === "oldest" && createdAt < last;
  };
  return [...thread.comments.values()]
    .filter((comment) => !comment.mine && isPublic(comment) && !here.has(comment.id) && covered(comment))
    .map((comment) => comment.id);
}
