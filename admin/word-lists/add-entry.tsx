import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WordList } from "../../server/word-lists/definition.ts";
import { say } from "../app/notices.ts";
import { meaningOf } from "./meaning.ts";
import css from "./tried.module.css";
import { TriedEntry } from "./tried.tsx";
import type { ListDraft } from "./use-draft.ts";
import { Variants } from "./variants.tsx";

const LONGEST = 200;

interface Props {
  site: string;
  list: Pick<WordList, "id" | "version" | "kind" | "language">;
  draft: ListDraft;
}

/** Adds one word or phrase; while it is typed it is said what it stands for and what it would have caught. */
export function AddEntry({ site, list, draft }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const entry = typed.replace(/\s+/gu, " ").trim();
  const known = draft.entries.find((one) => one.toLowerCase() === entry.toLowerCase());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (entry === "" || known !== undefined) return;
        draft.add([entry]);
        say(t("wordLists.add.done", { entry }));
        setTyped("");
        field.current?.focus();
      }}
    >
      <div className={css.add}>
        <TextInput
          ref={field}
          label={t("wordLists.add.label")}
          placeholder={t("wordLists.add.placeholder")}
          description={entry === "" ? t("wordLists.add.hint") : meaningOf(entry)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          error={known !== undefined && t("wordLists.add.known", { entry: known })}
          maxLength={LONGEST}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={entry === "" || known !== undefined}>
          {t("wordLists.add.act")}
        </Button>
      </div>
      <TriedEntry site={site} list={list} entry={entry} />
      {list.kind !== "allowed" && (
        <Variants
          site={site}
          list={list}
          entry={entry}
          known={draft.entries}
          onPick={(word) => {
            setTyped(word);
            field.current?.focus();
          }}
        />
      )}
    </form>
  );
}
