import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { updateWordList } from "../../server/word-lists/contract.ts";
import type { LineProblem } from "../../server/word-lists/definition.ts";
import { Icon } from "../app/icons.tsx";
import { SaveBar } from "../app/save-bar.tsx";
import { Section } from "../app/section.tsx";
import { call, isCallError } from "../client.ts";
import { LineProblems } from "./line-problems.tsx";
import tried from "./tried.module.css";
import type { ListDraft } from "./use-draft.ts";
import type { ListWithVersions } from "./use-lists.ts";
import { WouldChange } from "./would-change.tsx";

interface Props {
  site: string;
  list: ListWithVersions;
  facts: { name: string; language: string | null };
  draft: ListDraft;
  onSaved: (version: number) => void;
  onDiscard: () => void;
}

/** Keeps a list as its next version, and says what follows it at once. */
export function SaveList({ site, list, facts, draft, onSaved, onDiscard }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () =>
      call(updateWordList, {
        params: { site, id: list.id },
        body: { ...facts, text: draft.entries.join("\n"), format: "text", note, version: list.version },
      }),
    onSuccess: ({ version }) => onSaved(version),
  });
  const following = list.rules.filter(({ mode }) => mode === "live" || mode === "canary");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Section title={t("wordLists.save.title")}>
        <WouldChange added={draft.added} removed={draft.removed} />
        {following.map(({ id, name, rejects }) => (
          <p key={id} className={tried.doubt}>
            <Icon name="rule" />
            {t(rejects ? "wordLists.save.rejects" : "wordLists.save.follows", { name })}
          </p>
        ))}
        <LineProblems {...problemsOf(save.error)} />
        <TextInput
          mt="sm"
          label={t("wordLists.save.note")}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Section>
      <SaveBar save={save} onDiscard={onDiscard} />
    </form>
  );
}

function problemsOf(error: Error | null) {
  const given = isCallError(error) ? error.problem.problems : null;
  const problems = (Array.isArray(given) ? given : []) as LineProblem[];
  return { size: 0, errors: problems.length, warnings: 0, problems };
}
