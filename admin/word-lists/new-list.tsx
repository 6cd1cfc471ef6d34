import { NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createWordList } from "../../server/word-lists/contract.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { NewForm } from "../app/new-form.tsx";
import { call } from "../client.ts";
import { ListFields } from "./list-fields.tsx";
import { KINDS } from "./use-lists.ts";

interface Props {
  site: string;
  onCancel: () => void;
  onMade: (list: WordList) => void;
}

/** Makes a list without entries, to be filled on its own page. */
export function NewList({ site, onCancel, onMade }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<WordList["kind"]>("banned");
  const [facts, setFacts] = useState<{ name: string; language: string | null }>({ name: "", language: null });
  const make = useMutation({
    mutationFn: () => call(createWordList, { params: { site }, body: { ...facts, kind, text: "" } }),
    onSuccess: onMade,
  });
  return (
    <NewForm
      title={t("wordLists.newTitle")}
      submit={t("wordLists.make")}
      make={make}
      incomplete={facts.name.trim() === ""}
      onCancel={onCancel}
    >
      <NativeSelect
        label={t("wordLists.fields.kind")}
        description={t(`wordLists.kindAbout.${kind}`)}
        maw={340}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`wordLists.kind.${value}`) }))}
        onChange={(event) => setKind(event.currentTarget.value as WordList["kind"])}
      />
      <ListFields value={facts} onChange={setFacts} />
    </NewForm>
  );
}
