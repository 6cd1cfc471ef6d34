import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Conversation } from "./conversation.ts";
import { FormFoot } from "./form-foot.tsx";
import { Left, MAX_TEXT } from "./left.tsx";
import type { Shown } from "./thread.ts";
import { words } from "./words.ts";
import { editComment } from "./write-comment.ts";

/** Changes one's own comment where it stands. */
export function EditForm({ talk, comment }: { talk: Conversation; comment: Shown }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(comment.text);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => field.current?.focus(), []);
  const close = () => talk.change({ editing: null, focus: comment.id });

  async function save(event: Event) {
    event.preventDefault();
    if (sending || text.length > MAX_TEXT) return;
    if (!text.trim()) return setProblem(words.writeFirst);
    if (text === comment.text) return close();
    setSending(true);
    setProblem("");
    const refused = await editComment(talk, comment, text);
    setSending(false);
    if (refused) setProblem(refused.message);
  }

  return (
    <form
      class="composer open"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save(event);
      }}
    >
      <label class="hidden" for={id}>
        {words.editing}
      </label>
      <textarea
        id={id}
        ref={field}
        dir="auto"
        rows={4}
        value={text}
        readOnly={sending}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Left text={text} />
      <FormFoot
        problem={problem}
        sending={sending}
        action={sending ? words.saving : words.save}
        onCancel={close}
      />
    </form>
  );
}
