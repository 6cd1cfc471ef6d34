import { useEffect, useRef } from "preact/hooks";
import { Composer } from "./composer.tsx";
import { Contest, ContestButton } from "./contest.tsx";
import type { Conversation, State } from "./conversation.ts";
import { EditForm } from "./edit-form.tsx";
import { Moment } from "./moment.tsx";
import { OwnActions, OwnStatus } from "./own-actions.tsx";
import { safeHtml } from "./safe-html.ts";
import { isPublic, type Shown } from "./thread.ts";
import { words } from "./words.ts";

/** Replies deeper than this are not moved in any further; they name whom they answer instead. */
const DEEPEST_INDENT = 3;

interface Props {
  talk: Conversation;
  state: State;
  id: string;
  depth: number;
}

function Header({ comment, parent }: { comment: Shown; parent: Shown | undefined }) {
  return (
    <header>
      <bdi class="name">{comment.name}</bdi>
      {comment.mine && <span class="you">{words.you}</span>}
      {comment.featured && <span class="you pick">{words.featured}</span>}
      {parent && !parent.removed && <bdi class="to">{words.inReplyTo(parent.name)}</bdi>}
      <Moment id={comment.id} at={comment.createdAt} />
      {comment.editedAt && (
        <span class="meta">
          <Moment at={comment.editedAt} label={words.edited} />
        </span>
      )}
    </header>
  );
}

function Text({ html, text }: { html: string; text: string }) {
  const safe = safeHtml(html);
  if (safe === null) return <div class="text plain-text">{text}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server escapes a comment's html when it is written.
  return <div class="text" dir="auto" dangerouslySetInnerHTML={{ __html: safe as string }} />;
}

function Actions({ talk, state, comment }: { talk: Conversation; state: State; comment: Shown }) {
  const replies = state.thread.replies.get(comment.id)?.length ?? 0;
  const collapsed = state.collapsed.has(comment.id);
  function toggle() {
    const next = new Set(state.collapsed);
    if (!next.delete(comment.id)) next.add(comment.id);
    talk.change({ collapsed: next });
  }
  return (
    <div class="actions">
      {isPublic(comment) && (
        <button
          type="button"
          class="plain"
          data-reply={comment.id}
          aria-expanded={state.replyingTo === comment.id}
          aria-label={words.replyTo(comment.name)}
          onClick={() => talk.change({ replyingTo: state.replyingTo === comment.id ? null : comment.id })}
        >
          {words.reply}
        </button>
      )}
      {comment.mine && <OwnActions talk={talk} comment={comment} mine={comment.mine} />}
      {!comment.mine && isPublic(comment) && (
        <ContestButton talk={talk} open={state.contesting === comment.id} comment={comment} />
      )}
      {replies > 0 && (
        <button type="button" class="plain" aria-expanded={!collapsed} onClick={toggle}>
          {collapsed ? words.showReplies(replies) : words.hideReplies}
        </button>
      )}
    </div>
  );
}

function Body({ talk, state, comment }: { talk: Conversation; state: State; comment: Shown }) {
  if (comment.removed) return <p class="note">{words.removed}</p>;
  if (comment.mine?.status === "withdrawn") return <p class="note">{words.withdrawn}</p>;
  if (state.editing === comment.id) return <EditForm talk={talk} comment={comment} />;
  return (
    <>
      <Text html={comment.html} text={comment.text} />
      {comment.mine && <OwnStatus mine={comment.mine} />}
    </>
  );
}

/** A comment with everything under it. */
export function CommentItem({ talk, state, id, depth }: Props) {
  const article = useRef<HTMLElement>(null);
  const comment = state.thread.comments.get(id);
  const focused = state.focus === id;
  useEffect(() => {
    if (!focused || !article.current) return;
    talk.change({ focus: null });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    article.current.focus({ preventScroll: true });
    article.current.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }, [focused, talk]);
  if (!comment) return null;
  const parent = depth > DEEPEST_INDENT ? state.thread.comments.get(comment.parentId ?? "") : undefined;
  const replies = state.collapsed.has(id) ? [] : (state.thread.replies.get(id) ?? []);
  const waiting = comment.mine !== null && !isPublic(comment);
  const gone = comment.removed || comment.mine?.status === "withdrawn";
  return (
    <li data-id={id}>
      <article
        ref={article}
        tabIndex={-1}
        aria-label={comment.name}
        class={`comment${comment.fresh ? " fresh" : ""}${waiting ? " waiting" : ""}`}
      >
        {!gone && <Header comment={comment} parent={parent} />}
        <Body talk={talk} state={state} comment={comment} />
        {state.editing !== id && <Actions talk={talk} state={state} comment={comment} />}
      </article>
      {state.contesting === id && <Contest talk={talk} comment={comment} />}
      {state.replyingTo === id && <Composer talk={talk} parent={comment} />}
      {replies.length > 0 && (
        <ol class={depth < DEEPEST_INDENT ? "replies" : "replies level"}>
          {replies.map((reply) => (
            <CommentItem key={reply} talk={talk} state={state} id={reply} depth={depth + 1} />
          ))}
        </ol>
      )}
    </li>
  );
}
