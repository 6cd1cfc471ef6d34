import { useEffect, useRef, useState } from "preact/hooks";
import { CommentItem } from "./comment-item.tsx";
import { Composer } from "./composer.tsx";
import type { Conversation, State } from "./conversation.ts";
import { Featured } from "./featured.tsx";
import { arrivalWords, showArrivals } from "./follow-events.ts";
import { loadMore, loadThread, sortBy } from "./read-thread.ts";
import type { Shown, Sort } from "./thread.ts";
import { spoken, words } from "./words.ts";

function useConversation(talk: Conversation): State {
  const [state, follow] = useState(talk.state());
  useEffect(() => {
    follow(talk.state());
    return talk.subscribe(() => follow(talk.state()));
  }, [talk]);
  return state;
}

/** Whether a comment put in its place would push something that is on the screen. */
function wouldMove(root: HTMLElement, talk: Conversation, comment: Shown): boolean {
  const { sort, thread } = talk.state();
  if (thread.roots.length === 0) return false;
  const parent = comment.parentId && root.querySelector(`[data-id="${comment.parentId}"]`);
  const list = root.querySelector(".list")?.getBoundingClientRect();
  const last = comment.parentId ? thread.roots.at(-1) === comment.parentId : sort === "oldest";
  if (last || !list) return false;
  const place = parent ? parent.getBoundingClientRect().bottom : list.top;
  return place < innerHeight;
}

function Head({ talk, state }: { talk: Conversation; state: State }) {
  const { count } = state.thread;
  return (
    <div class="head">
      <h2>{state.phase === "ready" && count > 0 ? words.comments(count) : words.title}</h2>
      {count > 1 && (
        <label class="sort">
          <span>{words.sort}</span>
          <select
            value={state.sort}
            onChange={(event) => void sortBy(talk, event.currentTarget.value as Sort)}
          >
            {Object.entries(words.sorts).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function More({ talk }: { talk: Conversation }) {
  const [phase, setPhase] = useState<"" | "loading" | "failed">("");
  async function more() {
    setPhase("loading");
    setPhase((await loadMore(talk)) ? "" : "failed");
  }
  return (
    <p class="more">
      {phase === "failed" && <span role="alert">{words.failed} </span>}
      <button type="button" class="wide" aria-disabled={phase === "loading"} onClick={() => void more()}>
        {phase === "loading" ? `${words.loading}…` : phase === "failed" ? words.tryAgain : words.more}
      </button>
    </p>
  );
}

function List({ talk, state }: { talk: Conversation; state: State }) {
  const { thread, phase } = state;
  if (phase === "failed") {
    return (
      <p class="note" role="alert">
        {words.failed}{" "}
        <button type="button" class="plain" onClick={() => void loadThread(talk)}>
          {words.tryAgain}
        </button>
      </p>
    );
  }
  if (phase === "loading" && thread.roots.length === 0) {
    return (
      <div class="skeleton" role="status">
        <span class="hidden">{words.loading}</span>
        <i />
        <i />
        <i />
      </div>
    );
  }
  if (thread.roots.length === 0) return <p class="note">{words.empty}</p>;
  return (
    <ol class="list">
      {thread.roots.map((id) => (
        <CommentItem key={id} talk={talk} state={state} id={id} depth={0} />
      ))}
    </ol>
  );
}

export function App({ talk }: { talk: Conversation }) {
  const state = useConversation(talk);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    talk.wouldMove = (comment) => wouldMove(root.current!, talk, comment);
  }, [talk]);
  return (
    <section class="root" lang={spoken()} aria-label={words.title} ref={root}>
      <Head talk={talk} state={state} />
      <Composer talk={talk} parent={null} />
      <Featured comments={state.thread.featured} />
      <List talk={talk} state={state} />
      {state.phase === "ready" && state.thread.next && <More talk={talk} />}
      {state.arrivals.length > 0 && (
        <p class="arrivals">
          <button type="button" onClick={() => showArrivals(talk)}>
            {arrivalWords(state.arrivals)}
          </button>
        </p>
      )}
      <p class="hidden" aria-live="polite">
        {state.say}
      </p>
    </section>
  );
}
