import { NumberInput, Radio, Select, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SEARCH_LANGUAGES, type SiteSettings } from "../../server/sites/settings.ts";
import { Section } from "../app/section.tsx";
import { languageName, separators } from "../language/format.ts";
import type { SectionsProps } from "./draft.ts";
import { FeatureWeights } from "./feature-weights.tsx";
import { LastChange } from "./last-change.tsx";
import { ReportReasons } from "./report-reasons.tsx";

type SearchLanguage = SiteSettings["searchLanguage"];

/** PostgreSQL names languages, browsers know them by code. */
const CODES: Record<Exclude<SearchLanguage, "simple">, string> = {
  arabic: "ar",
  danish: "da",
  dutch: "nl",
  english: "en",
  finnish: "fi",
  french: "fr",
  german: "de",
  greek: "el",
  hungarian: "hu",
  indonesian: "id",
  irish: "ga",
  italian: "it",
  norwegian: "no",
  portuguese: "pt",
  romanian: "ro",
  russian: "ru",
  spanish: "es",
  swedish: "sv",
  turkish: "tr",
};

/** Sections on reports, the blind sample, what is kept of readers, and search. */
export function ReaderSections({ draft, set }: SectionsProps) {
  const { t } = useTranslation();
  const { settings } = draft;
  return (
    <>
      <Section title={t("settings.reports.title")} about={t("settings.reports.about")}>
        <ReportReasons value={settings.reportReasons} onChange={(reportReasons) => set({ reportReasons })} />
        <NumberInput
          mt="md"
          label={t("settings.reports.enough")}
          description={t("settings.reports.enoughHint")}
          styles={{ wrapper: { maxWidth: 260 } }}
          {...separators()}
          min={1}
          max={1_000}
          allowDecimal={false}
          value={settings.reportsToQueue}
          onChange={(value) => typeof value === "number" && set({ reportsToQueue: value })}
        />
        <LastChange of={["reportReasons", "reportsToQueue"]} />
      </Section>

      <Section title={t("settings.sample.title")} about={t("settings.sample.about")}>
        <NumberInput
          label={t("settings.sample.share")}
          description={t("settings.sample.shareHint")}
          suffix={t("settings.sample.percent")}
          {...separators()}
          maw={260}
          min={0}
          max={100}
          decimalScale={1}
          value={Math.round(settings.auditShare * 1_000) / 10}
          onChange={(value) =>
            typeof value === "number" && set({ auditShare: Math.round(value * 10) / 1_000 })
          }
        />
        <NumberInput
          mt="md"
          label={t("settings.sample.second")}
          description={t("settings.sample.secondHint")}
          suffix={t("settings.sample.percent")}
          {...separators()}
          styles={{ wrapper: { maxWidth: 260 } }}
          min={0}
          max={100}
          allowDecimal={false}
          value={Math.round(settings.secondOpinionShare * 100)}
          onChange={(value) => typeof value === "number" && set({ secondOpinionShare: value / 100 })}
        />
        <LastChange of={["auditShare", "secondOpinionShare"]} />
      </Section>

      <Section title={t("settings.traces.title")} about={t("settings.traces.about")}>
        <Stack gap="md">
          <NumberInput
            label={t("settings.traces.days")}
            description={t("settings.traces.daysHint")}
            styles={{ wrapper: { maxWidth: 260 } }}
            min={0}
            max={365}
            allowDecimal={false}
            value={settings.traceDays}
            onChange={(value) => typeof value === "number" && set({ traceDays: value })}
          />
          <Radio.Group
            label={t("settings.traces.for")}
            value={settings.tracesFor}
            onChange={(value) => set({ tracesFor: value === "moderators" ? "moderators" : "owners" })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="owners" label={t("settings.traces.owners")} />
              <Radio value="moderators" label={t("settings.traces.moderators")} />
            </Stack>
          </Radio.Group>
        </Stack>
        <LastChange of={["traceDays", "tracesFor"]} />
      </Section>

      <Section title={t("settings.features.title")} about={t("settings.features.about")}>
        <FeatureWeights
          value={settings.featureWeights}
          onChange={(featureWeights) => set({ featureWeights })}
        />
        <LastChange of={["featureWeights"]} />
      </Section>

      <Section title={t("settings.search.title")}>
        <Select
          mt="sm"
          maw={320}
          label={t("settings.search.language")}
          description={t("settings.search.languageHint")}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false }}
          data={SEARCH_LANGUAGES.map((value) => ({
            value,
            label: value === "simple" ? t("settings.search.none") : languageName(CODES[value]),
          }))}
          value={settings.searchLanguage}
          onChange={(value) => value && set({ searchLanguage: value as SearchLanguage })}
        />
        <LastChange of={["searchLanguage"]} />
      </Section>
    </>
  );
}
