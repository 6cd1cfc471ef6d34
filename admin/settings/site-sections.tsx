import { NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../app/section.tsx";
import { separators } from "../language/format.ts";
import type { SectionsProps } from "./draft.ts";
import { LastChange } from "./last-change.tsx";
import { RejectReasons } from "./reject-reasons.tsx";

/** Sections on what readers are told and may do, and on the site itself. */
export function SiteSections({ draft, setDraft, set }: SectionsProps) {
  const { t } = useTranslation();
  const { settings } = draft;
  return (
    <>
      <Section title={t("settings.reasons.title")} about={t("settings.reasons.about")}>
        <RejectReasons value={settings.rejectReasons} onChange={(rejectReasons) => set({ rejectReasons })} />
        <LastChange of={["rejectReasons"]} />
      </Section>

      <Section title={t("settings.writing.title")}>
        <Stack gap="md" mt="sm">
          <NumberInput
            label={t("settings.writing.edit")}
            description={t("settings.writing.editHint")}
            suffix={t("settings.writing.minutes")}
            maw={260}
            min={0}
            max={1_440}
            decimalScale={2}
            value={settings.editWindowSeconds / 60}
            onChange={(value) =>
              typeof value === "number" && set({ editWindowSeconds: Math.round(value * 60) })
            }
          />
          <NumberInput
            label={t("settings.writing.longest")}
            suffix={t("settings.writing.characters")}
            {...separators()}
            maw={260}
            min={1}
            max={5_000}
            step={100}
            allowDecimal={false}
            value={settings.maxLength}
            onChange={(value) => typeof value === "number" && set({ maxLength: value })}
          />
          <NumberInput
            label={t("settings.writing.depth")}
            description={t("settings.writing.depthHint")}
            maw={260}
            min={0}
            max={10}
            allowDecimal={false}
            value={settings.maxDepth}
            onChange={(value) => typeof value === "number" && set({ maxDepth: value })}
          />
        </Stack>
        <LastChange of={["editWindowSeconds", "maxLength", "maxDepth"]} />
      </Section>

      <Section title={t("settings.site.title")}>
        <Stack gap="md" mt="sm">
          <TextInput
            label={t("settings.site.name")}
            maxLength={100}
            required
            withAsterisk={false}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Textarea
            label={t("settings.site.origins")}
            description={t("settings.site.originsHint")}
            autosize
            minRows={2}
            maxRows={10}
            spellCheck={false}
            value={draft.origins}
            onChange={(event) => setDraft({ ...draft, origins: event.currentTarget.value })}
          />
        </Stack>
      </Section>
    </>
  );
}
