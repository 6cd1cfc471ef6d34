import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WordList } from "../../server/word-lists/definition.ts";
import css from "./form.module.css";

interface Props {
  lists: readonly WordList[];
  /** The ids of the lists chosen. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Word lists to choose from; allowed ones exempt without being asked. */
export function ListChooser({ lists, value, onChange }: Props) {
  const { t } = useTranslation();
  const asked = lists.filter(({ kind }) => kind !== "allowed");
  const gone = value.filter((id) => !asked.some((list) => list.id === id));
  return (
    <Checkbox.Group aria-label={t("rules.condition.lists")} value={[...value]} onChange={onChange}>
      <div className={css.lists}>
        {asked.map(({ id, name, kind, size }) => (
          <Checkbox
            key={id}
            value={id}
            label={name}
            description={t(`rules.condition.listOf.${kind === "suspect" ? "suspect" : "banned"}`, {
              count: size,
            })}
          />
        ))}
        {gone.map((id) => (
          <Checkbox key={id} value={id} label={t("rules.condition.goneList")} />
        ))}
        {asked.length + gone.length === 0 && <span className="rd-muted">{t("rules.condition.noLists")}</span>}
      </div>
    </Checkbox.Group>
  );
}
