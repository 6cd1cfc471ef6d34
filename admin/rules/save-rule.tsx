import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createRule, type SiteRule, updateRule } from "../../server/rules/contract.ts";
import { showToast } from "../app/notices.ts";
import { SaveBar } from "../app/save-bar.tsx";
import { call } from "../client.ts";
import css from "./aside.module.css";
import { type Draft, definitionOf, isComplete } from "./draft.ts";
import { EvenSo, examplesFail } from "./even-so.tsx";

interface Props {
  site: string;
  rule: SiteRule | null;
  draft: Draft;
  /** The check found what keeps it from being saved. */
  blocked: boolean;
  onSaved: (saved: SiteRule) => void;
  onDiscard: () => void;
}

/** Keeps a rule: a first version, or one more. */
export function SaveRule({ site, rule, draft, blocked, onSaved, onDiscard }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const ready = isComplete(draft) && !blocked && draft.name.trim() !== "" && draft.reason.trim() !== "";
  const save = useMutation({
    mutationFn: async (evenSo: boolean) => {
      if (!ready) throw new Error(t("rules.incomplete"));
      const definition = definitionOf(draft);
      return rule
        ? call(updateRule, {
            params: { site, id: rule.id },
            body: { definition, version: rule.version, note, evenSo },
          })
        : call(createRule, { params: { site }, body: { definition, note } });
    },
    onSuccess: (saved) => {
      const fellBack = rule !== null && saved.mode !== rule.mode;
      showToast(t(rule === null ? "rules.made" : fellBack ? "rules.fellBack" : "rules.saved"));
      onSaved(saved);
    },
  });
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(false);
      }}
    >
      {rule && (
        <TextInput
          label={t("rules.form.note")}
          mb="md"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <SaveBar save={examplesFail(save.error) ? { ...save, error: null } : save} onDiscard={onDiscard} />
      <EvenSo
        error={save.error}
        pending={save.isPending}
        onEvenSo={() => save.mutate(true)}
        onClose={save.reset}
      />
    </form>
  );
}
