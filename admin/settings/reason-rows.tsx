import { ActionIcon, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import css from "./reject-reasons.module.css";

interface Reason {
  id: string;
  label: string;
}

interface Props<R extends Reason> {
  value: R[];
  onChange: (value: R[]) => void;
  blank: (id: string) => R;
  /** One field a row, not two. */
  single?: boolean;
  children: (reason: R, i: number, edit: (part: Partial<R>) => void) => ReactNode;
}

/** An owner's reasons, a row each, to change, add to and take from; one has to stay. */
export function ReasonRows<R extends Reason>({ value, onChange, blank, single, children }: Props<R>) {
  const { t } = useTranslation();
  return (
    <>
      {value.map((reason, i) => (
        <div key={reason.id} className={single ? css.single : css.reason}>
          {children(reason, i, (part) =>
            onChange(value.map((one, at) => (at === i ? { ...one, ...part } : one))),
          )}
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
        onClick={() => onChange([...value, blank(freeId(value))])}
      >
        {t("settings.reasons.add")}
      </Button>
    </>
  );
}

function freeId(reasons: Reason[]): string {
  let n = reasons.length + 1;
  while (reasons.some((reason) => reason.id === `reason-${n}`)) n += 1;
  return `reason-${n}`;
}
