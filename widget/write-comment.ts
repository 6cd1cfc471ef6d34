import type { Answer, Problem } from "./api.ts";
import type { Conversation } from "./conversation.ts";
import { fromOwn, type Shown, withComment, without } from "./thread.ts";
import { words } from "./words.ts";

export interface Draft {
  parentId: string | null;
  text: string;
  name: string;
}

/** One try to post: the same draft tried again carries the same key, so it is never posted twice. */
export interface Attempt {
  draft: Draft;
  key: string;
}

export function attemptOf(draft: Draft, last: Attempt | null): Attempt {
  const same =
    last?.draft.text === draft.text &&
    last.draft.name === draft.name &&
    last.draft.parentId === draft.parentId;
  return same ? last : { draft, key: crypto.randomUUID() };
}

/** Posts, remembers that it is the reader's own, and shows it with its status. */
export async function postComment(talk: Conversation, { draft, key }: Attempt): Promise<Problem | null> {
  const { memory } = talk;
  // A token says who writes; another name is another reader.
  const token = draft.name === memory.name() ? memory.token() : null;
  const posting = talk.api.post({ ...draft, name: token ? null : draft.name }, key, token);
  talk.posting = posting;
  const { data, problem } = await posting;
  if (problem) {
    if (problem.status === 401) memory.dropToken();
    return problem.status === 401 ? { ...problem, again: true } : problem;
  }
  const { status, reason } = data;
  memory.remember(draft.name, { id: data.id, token: data.token, article: talk.article });
  if (!token) talk.identify();
  const { thread, sort } = talk.state();
  const said = { approved: words.published, rejected: words.notPublished(reason) } as Record<string, string>;
  talk.change({
    thread: withComment(thread, { ...fromOwn(data, data.token), fresh: true }, sort),
    replyingTo: null,
    focus: data.id,
    say: said[status] ?? words.saysAwaiting,
  });
  return null;
}

function applyOwn(
  talk: Conversation,
  token: string,
  answer: Answer<Parameters<typeof fromOwn>[0]>,
): Problem | null {
  if (answer.problem) return answer.problem;
  const { thread, sort } = talk.state();
  talk.change({
    thread: withComment(thread, fromOwn(answer.data, token), sort),
    editing: null,
    focus: answer.data.id,
  });
  return null;
}

/** Changes the text of one's own comment; it is judged anew. */
export async function editComment(
  talk: Conversation,
  { id, mine }: Shown,
  text: string,
): Promise<Problem | null> {
  return mine && applyOwn(talk, mine.token, await talk.api.edit(id, text, mine.token));
}

/** Takes one's own comment back. */
export async function withdrawComment(talk: Conversation, { id, mine }: Shown): Promise<Problem | null> {
  if (!mine) return null;
  const problem = applyOwn(talk, mine.token, await talk.api.withdraw(id, mine.token));
  if (problem) return problem;
  talk.memory.forget(id);
  talk.change({ say: words.withdrawn });
  return null;
}

/** Puts a comment that was not published, or was withdrawn, out of one's own sight. */
export function hideComment(talk: Conversation, id: string): void {
  talk.memory.forget(id);
  talk.change({ thread: without(talk.state().thread, id) });
}
