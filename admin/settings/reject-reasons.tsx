import { Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { ReasonRows } from "./reason-rows.tsx";

type Reasons = SiteSettings["rejectReasons"];

export function RejectReasons({ value, onChange }: { value: Reasons; onChange: (value: Reasons) => void }) {
  const { t } = useTranslation();
  return (
    <ReasonRows value={value} onChange={onChange} blank={(id) => ({ id, label: "", words: "" })}>
      {(reason, i, edit) => (
        <>
          <TextInput
            aria-label={t("settings.reasons.nth", { n: i + 1 })}
            placeholder={t("settings.reasons.label")}
            required
            maxLength={60}
            value={reason.label}
            onChange={(event) => edit({ label: event.currentTarget.value })}
          />
          <Textarea
            aria-label={t("settings.reasons.toldNth", { n: i + 1 })}
            placeholder={t("settings.reasons.told")}
            required
            autosize
            maxRows={4}
            maxLength={500}
            value={reason.words}
            onChange={(event) => edit({ words: event.currentTarget.value })}
          />
        </>
      )}
    </ReasonRows>
  );
}
