import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Api } from "./api.ts";
import type { Conversation } from "./conversation.ts";
import { FormFoot } from "./form-foot.tsx";
import { refreshOwn } from "./own-status.ts";
import type { Shown } from "./thread.ts";
import { untilTime, words } from "./words.ts";

interface Props {
  talk: Conversation;
  comment: Shown;
}

type Reasons = NonNullable<Awaited<ReturnType<Api["reportReasons"]>>["data"]>["items"];

/** Opens the form that speaks up: against somebody's comment, or against the refusal of one's own. */
export function ContestButton({ talk, comment, open }: Props & { open: boolean }) {
  return (
    <button
      type="button"
      class="plain"
      data-contest
      aria-expanded={open}
      aria-label={comment.mine ? undefined : words.reportOne(comment.name)}
      onClick={() => talk.change({ contesting: open ? null : comment.id })}
    >
      {comment.mine ? words.appeal : words.report}
    </button>
  );
}

interface FormProps {
  talk: Conversation;
  action: string;
  /** What is sent; a problem's words, or null once it is done. */
  send(form: FormData): Promise<string | null>;
  children: ComponentChildren;
}

function ContestForm({ talk, action, send, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  function close() {
    form.current?.closest("li")?.querySelector<HTMLElement>("[data-contest]")?.focus();
    talk.change({ contesting: null });
  }
  async function submit(event: Event) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setProblem("");
    const refused = await send(new FormData(form.current!));
    setSending(false);
    setProblem(refused ?? "");
  }
  return (
    <form
      ref={form}
      noValidate
      class="composer open"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      {children}
      <FormFoot
        problem={problem}
        sending={sending}
        action={sending ? words.sending : action}
        onCancel={close}
      />
    </form>
  );
}

function Appeal({ talk, comment }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { token, appealableUntil } = comment.mine!;
  async function send(form: FormData) {
    const text = `${form.get("text")}`.trim();
    if (!text) return words.writeFirst;
    const { problem } = await talk.api.appeal(comment.id, text, token);
    // Whoever appealed on another page meanwhile sees here how it stands.
    if (problem && problem.status !== 409) return problem.message;
    talk.change({ contesting: null, focus: comment.id, say: words.appealWaits });
    await refreshOwn(talk, comment.id);
    return null;
  }
  return (
    <ContestForm talk={talk} action={words.sendAppeal} send={send}>
      <label for={id}>{words.appealAsk}</label>
      <textarea
        id={id}
        ref={field}
        name="text"
        dir="auto"
        rows={4}
        maxLength={2_000}
        aria-describedby={`${id}-note`}
      />
      <p class="hint" id={`${id}-note`}>
        {appealableUntil && words.appealNote(untilTime(appealableUntil))}
      </p>
    </ContestForm>
  );
}

function Report({ talk, comment }: Props) {
  const id = useId();
  const first = useRef<HTMLFieldSetElement>(null);
  const [reasons, setReasons] = useState<Reasons>([]);
  const [thanks, setThanks] = useState(false);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    void talk.api.reportReasons().then(({ data, problem }) => {
      setReasons(data?.items ?? []);
      setFailed(problem?.message ?? "");
    });
  }, [talk.api]);
  useEffect(() => {
    if (reasons.length > 0) first.current?.querySelector<HTMLElement>("input:enabled")?.focus();
  }, [reasons]);
  const keyOf = (reason: string) => `${comment.id} ${reason}`;
  const { reported } = talk.state();
  async function send(form: FormData) {
    const reason = form.get("reason");
    if (typeof reason !== "string") return failed || words.chooseReason;
    const text = `${form.get("text")}`;
    const { problem } = await talk.api.report(comment.id, { reason, text }, talk.memory.token());
    if (problem) return problem.stopped ? words.noReports : problem.message;
    setThanks(true);
    talk.change({ reported: new Set(talk.state().reported).add(keyOf(reason)), say: words.reported });
    return null;
  }
  if (thanks)
    return (
      <p class="status" tabIndex={-1} ref={(element) => element?.focus()}>
        {words.reported}
      </p>
    );
  return (
    <ContestForm talk={talk} action={words.sendReport} send={send}>
      <fieldset ref={first}>
        <legend>{words.reportAsk}</legend>
        {failed && (
          <p class="problem" role="alert">
            {failed}
          </p>
        )}
        {reasons.map(({ id: reason, label }) => (
          <label key={reason} class="choice">
            <input type="radio" name="reason" value={reason} disabled={reported.has(keyOf(reason))} />
            <bdi>{label}</bdi>
            {reported.has(keyOf(reason)) && <i>({words.reportedFor})</i>}
          </label>
        ))}
      </fieldset>
      <label for={id}>{words.reportText}</label>
      <textarea id={id} name="text" dir="auto" rows={2} maxLength={1_000} />
    </ContestForm>
  );
}

export function Contest(props: Props) {
  return props.comment.mine ? <Appeal {...props} /> : <Report {...props} />;
}
