import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { ReasonRows } from "./reason-rows.tsx";

type Reasons = SiteSettings["reportReasons"];

export function ReportReasons({ value, onChange }: { value: Reasons; onChange: (value: Reasons) => void }) {
  const { t } = useTranslation();
  return (
    <ReasonRows value={value} onChange={onChange} blank={(id) => ({ id, label: "" })} single>
      {(reason, i, edit) => (
        <TextInput
          aria-label={t("settings.reports.nth", { n: i + 1 })}
          placeholder={t("settings.reasons.label")}
          required
          maxLength={60}
          value={reason.label}
          onChange={(event) => edit({ label: event.currentTarget.value })}
        />
      )}
    </ReasonRows>
  );
}
