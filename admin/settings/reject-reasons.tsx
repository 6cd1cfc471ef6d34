import { ActionIcon, Button, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { Icon } from "../app/icons.tsx";
import css from "./reject-reasons.module.css";

type Reasons = SiteSettings["rejectReasons"];

export function RejectReasons({ value, onChange }: { value: Reasons; onChange: (value: Reasons) => void }) {
  const { t } = useTranslation();
  const edit = (i: number, part: Partial<Reasons[number]>) =>
    onChange(value.map((reason, at) => (at === i ? { ...reason, ...part } : reason)));
  return (
    <>
      {value.map((reason, i) => (
        <div key={reason.id} className={css.reason}>
          <TextInput
            aria-label={t("settings.reasons.nth", { n: i + 1 })}
            placeholder={t("settings.reasons.label")}
            required
            maxLength={60}
            value={reason.label}
            onChange={(event) => edit(i, { label: event.currentTarget.value })}
          />
          <Textarea
            aria-label={t("settings.reasons.toldNth", { n: i + 1 })}
            placeholder={t("settings.reasons.told")}
            required
            autosize
            maxRows={4}
            maxLength={500}
            value={reason.words}
            onChange={(event) => edit(i, { words: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("settings.reasons.removeOne", { label: reason.label })}
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <Icon name="trash" size={18} />
          </ActionIcon>
        </div>
      ))}
      <Button
        mt="sm"
        variant="default"
        leftSection={<Icon name="plus" />}
        disabled={value.length >= 50}
        onClick={() => onChange([...value, { id: freeId(value), label: "", words: "" }])}
      >
        {t("settings.reasons.add")}
      </Button>
    </>
  );
}

function freeId(reasons: Reasons): string {
  let n = reasons.length + 1;
  while (reasons.some((reason) => reason.id === `reason-${n}`)) n += 1;
  return `reason-${n}`;
}
