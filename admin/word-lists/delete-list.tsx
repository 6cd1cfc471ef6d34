import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deleteWordList } from "../../server/word-lists/contract.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { Confirm } from "../app/confirm.tsx";
import { Icon } from "../app/icons.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import css from "./word-lists.module.css";

interface Props {
  site: string;
  list: WordList;
  onDeleted: () => void;
}

/** Deletes a list that no rule names; says otherwise what would break. */
export function DeleteList({ site, list, onDeleted }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { id, name, kind, rules } = list;
  const remove = useMutation({
    mutationFn: () => call(deleteWordList, { params: { site, id } }),
    onSuccess: () => {
      showToast(t("wordLists.deleted"));
      onDeleted();
    },
    onError: (error) => {
      setAsking(false);
      showProblem(error.message);
    },
  });
  if (rules.length > 0)
    return (
      <p className={css.meta}>
        {t("wordLists.inUse", { rules: rules.map((rule) => `“${rule.name}”`).join(", ") })}
      </p>
    );
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Icon name="trash" size={14} />}
        onClick={() => setAsking(true)}
      >
        {t("wordLists.delete")}
      </Button>
      <Confirm
        opened={asking}
        title={t("wordLists.deleteTitle", { name })}
        words={t(kind === "allowed" ? "wordLists.deleteAllowed" : "wordLists.deleteWords")}
        act={t("wordLists.delete")}
        pending={remove.isPending}
        onAct={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
