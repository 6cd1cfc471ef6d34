import { useState } from "preact/hooks";
import { ContestButton } from "./contest.tsx";
import type { Conversation } from "./conversation.ts";
import { useNow } from "./moment.tsx";
import type { Mine, Shown } from "./thread.ts";
import { words } from "./words.ts";
import { hideComment, withdrawComment } from "./write-comment.ts";

/** How one's own comment stands, where that is not plain from its being there. */
export function OwnStatus({ mine }: { mine: Mine }) {
  const { appeal } = mine;
  if (mine.status === "approved" && mine.featured) return <p class="status">{words.featuredYours}</p>;
  if (mine.status === "approved" && appeal?.outcome === "overturned")
    return <p class="status">{words.appealOverturned}</p>;
  if (mine.status === "approved" || mine.status === "withdrawn") return null;
  if (mine.status === "rejected") {
    return (
      <p class="status refused">
        {words.notPublished(mine.reason)} <span>{words.onlyYou}</span>
        {appeal && <b>{appeal.outcome === "upheld" ? words.appealUpheld : words.appealWaits}</b>}
      </p>
    );
  }
  return (
    <p class="status">
      <b>{words.awaiting}</b> <span>{words.awaitingNote}</span>
    </p>
  );
}

function Withdraw({ talk, comment, onKeep }: { talk: Conversation; comment: Shown; onKeep(): void }) {
  const [problem, setProblem] = useState("");
  const [sending, setSending] = useState(false);
  async function withdraw() {
    if (sending) return;
    setSending(true);
    const refused = await withdrawComment(talk, comment);
    setSending(false);
    if (refused) setProblem(refused.message);
  }
  return (
    <>
      <span class="ask" role="alert">
        {problem || words.withdrawAsk}
      </span>
      <button
        type="button"
        class="plain"
        ref={(button) => button?.focus()}
        aria-disabled={sending}
        onClick={() => void withdraw()}
      >
        {words.withdraw}
      </button>
      <button type="button" class="plain" onClick={onKeep}>
        {words.keep}
      </button>
    </>
  );
}

export function OwnActions({ talk, comment, mine }: { talk: Conversation; comment: Shown; mine: Mine }) {
  const [asking, setAsking] = useState(false);
  const now = useNow();
  if (mine.status === "rejected" || mine.status === "withdrawn") {
    const { contesting } = talk.state();
    const may = mine.appealableUntil !== null && Date.parse(mine.appealableUntil) > now;
    return (
      <>
        {may && <ContestButton talk={talk} open={contesting === comment.id} comment={comment} />}
        <button type="button" class="plain" onClick={() => hideComment(talk, comment.id)}>
          {words.hide}
        </button>
      </>
    );
  }
  if (asking) return <Withdraw talk={talk} comment={comment} onKeep={() => setAsking(false)} />;
  return (
    <>
      {Date.parse(mine.editableUntil) > now && (
        <button type="button" class="plain" onClick={() => talk.change({ editing: comment.id })}>
          {words.edit}
        </button>
      )}
      <button type="button" class="plain" onClick={() => setAsking(true)}>
        {words.withdraw}
      </button>
    </>
  );
}
