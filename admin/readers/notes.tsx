import { Button, Group, Textarea } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addNote, deleteNote, editNote, MAX_NOTE, type Note } from "../../server/notes/contract.ts";
import { readTimeline } from "../../server/readers/contract.ts";
import { Confirm } from "../app/confirm.tsx";
import { FormError } from "../app/form-error.tsx";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import { NoteWords } from "./note-words.tsx";
import css from "./readers.module.css";

/** What colleagues wrote about a reader; one's own can be changed. */
export function Notes({ readerId, me }: { readerId: string; me: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ["timeline", readerId, "note", "notes"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(readTimeline, {
        params: { id: readerId },
        query: { show: "note", limit: 20, after: pageParam },
        signal,
      }),
    getNextPageParam: (answer) => answer.next ?? undefined,
  });
  const refresh = () => {
    for (const key of ["reader", "timeline", "review"]) void queries.invalidateQueries({ queryKey: [key] });
  };
  const notes = query.data?.pages.flatMap(({ items }) =>
    items.flatMap((entry) => (entry.kind === "note" ? [entry.note] : [])),
  );
  return (
    <Section title={t("readers.notes")}>
      {notes?.length === 0 && <p className="rd-muted">{t("readers.noNotes")}</p>}
      <ul className={css.plain}>
        {notes?.map((note) => (
          <li key={note.id}>
            <OneNote note={note} mine={note.moderator.id === me} onChanged={refresh} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" size="compact-sm" onClick={() => void query.fetchNextPage()}>
          {t("app.showMore")}
        </Button>
      )}
      <NoteForm
        submit={t("readers.addNote")}
        save={(text) => call(addNote, { params: { id: readerId }, body: { text } })}
        onSaved={refresh}
      />
    </Section>
  );
}

function OneNote({ note, mine, onChanged }: { note: Note; mine: boolean; onChanged: () => void }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => call(deleteNote, { params: { id: note.id } }),
    onSuccess: onChanged,
    onSettled: () => setAsking(false),
  });
  if (editing)
    return (
      <NoteForm
        text={note.text}
        submit={t("app.save")}
        save={(text) => call(editNote, { params: { id: note.id }, body: { text } })}
        onSaved={() => {
          setEditing(false);
          onChanged();
        }}
        onCancel={() => setEditing(false)}
      />
    );
  return (
    <>
      <NoteWords note={note} />
      {mine && (
        <Group gap="xs" mt={6}>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t("readers.editNote")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t("readers.deleteNote")}
          </Button>
        </Group>
      )}
      <FormError error={remove.error} />
      <Confirm
        opened={asking}
        title={t("readers.deleteAsk")}
        words={t("readers.deleteWords")}
        act={t("readers.deleteNote")}
        pending={remove.isPending}
        onAct={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function NoteForm(props: {
  text?: string;
  submit: string;
  save: (text: string) => Promise<unknown>;
  onSaved: () => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(props.text ?? "");
  const save = useMutation({
    mutationFn: () => props.save(text.trim()),
    onSuccess: () => {
      setText("");
      props.onSaved();
    },
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Textarea
        aria-label={t("readers.noteLabel")}
        placeholder={t("readers.noteLabel")}
        autosize
        minRows={2}
        maxLength={MAX_NOTE}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FormError error={save.error} />
      <Group gap="sm">
        <Button type="submit" variant="default" loading={save.isPending} disabled={text.trim() === ""}>
          {props.submit}
        </Button>
        {props.onCancel && (
          <Button variant="default" onClick={props.onCancel}>
            {t("app.cancel")}
          </Button>
        )}
      </Group>
    </form>
  );
}
