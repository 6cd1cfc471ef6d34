import { type Api, openApi } from "./api.ts";
import { articleKey, type Options } from "./options.ts";
import { openMemory, type Remembered } from "./own-comments.ts";
import { emptyThread, type Shown, type Sort, type Thread } from "./thread.ts";

export interface State {
  phase: "loading" | "ready" | "failed";
  thread: Thread;
  sort: Sort;
  /** Comments that came while reading and wait to be shown. */
  arrivals: readonly Shown[];
  /** The comment being answered, or edited; one form at a time below the first. */
  replyingTo: string | null;
  editing: string | null;
  /** The comment being reported, or one's own whose refusal is being contested. */
  contesting: string | null;
  /** What the reader has reported on this page: comment and reason. */
  reported: ReadonlySet<string>;
  collapsed: ReadonlySet<string>;
  /** What a screen reader is told next. */
  say: string;
  /** The comment that takes the focus once it is drawn. */
  focus: string | null;
}

/** One article's comments on one page: what is shown, and the ways to the server and to what is remembered. */
export interface Conversation {
  options: Options;
  article: string;
  api: Api;
  memory: Remembered;
  /** Unsent texts by the comment they answer ("" for none). They live in memory only. */
  drafts: Map<string, string>;
  state(): State;
  change(part: Partial<State>): void;
  subscribe(listener: () => void): () => void;
  /** Whether showing this comment now would move what is being read. The view answers. */
  wouldMove(comment: Shown): boolean;
  /** Tells the live connection who the reader is. Does nothing before it stands. */
  identify(): void;
  /** Settles when no post is on its way. Until then an event may speak of a comment not yet known to be one's own. */
  posting: Promise<unknown>;
}

export function openConversation(options: Options): Conversation {
  const listeners = new Set<() => void>();
  let state: State = {
    phase: "loading",
    thread: emptyThread,
    sort: "newest",
    arrivals: [],
    replyingTo: null,
    editing: null,
    contesting: null,
    reported: new Set(),
    collapsed: new Set(),
    say: "",
    focus: null,
  };
  return {
    options,
    article: articleKey(options.article),
    api: openApi(options),
    memory: openMemory(options.site),
    drafts: new Map(),
    state: () => state,
    change(part) {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wouldMove: () => false,
    identify: () => {},
    posting: Promise.resolve(),
  };
}
