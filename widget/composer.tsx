import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Problem } from "./api.ts";
import type { Conversation } from "./conversation.ts";
import { Left, MAX_TEXT } from "./left.tsx";
import type { Shown } from "./thread.ts";
import { words } from "./words.ts";
import { type Attempt, attemptOf, postComment } from "./write-comment.ts";

interface NameProps {
  name: string;
  known: boolean;
  /** The id of the sentence that says what is wrong with it. */
  problem: string | undefined;
  onName(name: string): void;
  onChange(): void;
}

function NameField({ name, known, problem, onName, onChange }: NameProps) {
  const id = useId();
  if (known) {
    return (
      <p class="as">
        {words.postingAs} <bdi>{name}</bdi>
        <button type="button" class="plain" onClick={onChange}>
          {words.change}
        </button>
      </p>
    );
  }
  return (
    <p class="as">
      <label for={id}>{words.name}</label>
      <input
        id={id}
        name="name"
        autocomplete="name"
        maxLength={60}
        dir="auto"
        required
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem}
        value={name}
        onInput={(event) => onName(event.currentTarget.value)}
      />
    </p>
  );
}

/** Where a comment is written: one line that opens on focus, or a reply's form under the comment it answers. */
export function Composer({ talk, parent }: { talk: Conversation; parent: Shown | null }) {
  const id = useId();
  const draftKey = parent?.id ?? "";
  const form = useRef<HTMLFormElement>(null);
  const last = useRef<Attempt | null>(null);
  const remembered = talk.memory.name();
  const [text, setText] = useState(talk.drafts.get(draftKey) ?? "");
  const [open, setOpen] = useState(parent !== null);
  const [name, setName] = useState(remembered ?? "");
  const [renaming, setRenaming] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const known = remembered !== null && !renaming;

  useEffect(() => {
    if (parent) form.current?.querySelector("textarea")?.focus();
  }, [parent]);

  function write(next: string) {
    setText(next);
    talk.drafts.set(draftKey, next);
  }

  function close() {
    setProblem(null);
    if (!parent) {
      setOpen(false);
      return;
    }
    const button = form.current?.closest("li")?.querySelector<HTMLElement>(`[data-reply="${parent.id}"]`);
    talk.change({ replyingTo: null });
    button?.focus();
  }

  function refuse(message: string, what: "textarea" | "input") {
    setProblem({ status: 400, message, again: false });
    form.current?.querySelector(what)?.focus();
  }

  async function send(event: Event) {
    event.preventDefault();
    const writer = known ? remembered : name.trim();
    if (sending || text.length > MAX_TEXT) return;
    if (!text.trim()) return refuse(words.writeFirst, "textarea");
    if (!writer) return refuse(words.nameFirst, "input");
    setSending(true);
    setProblem(null);
    if (problem?.warning) {
      const read = await talk.api.acknowledge(problem.warning, talk.memory.token());
      if (read.problem) {
        setSending(false);
        return setProblem(read.problem);
      }
    }
    last.current = attemptOf({ parentId: parent?.id ?? null, text, name: writer }, last.current);
    const refused = await postComment(talk, last.current);
    setSending(false);
    if (refused) return setProblem(refused);
    talk.drafts.delete(draftKey);
    last.current = null;
    setText("");
    setName(writer);
    setRenaming(false);
    setOpen(false);
  }

  const problemId = problem ? `${id}-problem` : undefined;
  const nameless = problem?.message === words.nameFirst;
  const label = parent ? words.yourReply(parent.name) : words.yourComment;
  const action = parent ? words.postReply : words.postComment;
  return (
    <form
      ref={form}
      noValidate
      class={open ? "composer open" : "composer"}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) close();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send(event);
      }}
    >
      <label class={open ? "" : "hidden"} for={id}>
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={open ? 4 : 1}
        placeholder={open ? "" : words.writeComment}
        value={text}
        readOnly={sending}
        aria-invalid={problem?.message === words.writeFirst ? true : undefined}
        aria-describedby={nameless ? undefined : problemId}
        onFocus={() => setOpen(true)}
        onInput={(event) => write(event.currentTarget.value)}
      />
      {open && (
        <>
          <Left text={text} />
          {problem && (
            <p class="problem" role="alert" id={problemId}>
              {problem.message}
            </p>
          )}
          <div class="foot">
            <NameField
              name={name}
              known={known}
              problem={nameless ? problemId : undefined}
              onName={setName}
              onChange={() => setRenaming(true)}
            />
            <div class="buttons">
              <button type="button" class="plain" onClick={close}>
                {words.cancel}
              </button>
              <button type="submit" class="main" aria-disabled={sending}>
                {sending
                  ? words.sending
                  : problem?.warning
                    ? words.readIt
                    : problem?.again
                      ? words.tryAgain
                      : action}
              </button>
            </div>
          </div>
        </>
      )}
    </form>
  );
}
