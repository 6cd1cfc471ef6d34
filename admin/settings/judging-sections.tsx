import { NumberInput, Radio, Stack, Switch, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../app/section.tsx";
import { lines, type SectionsProps } from "./draft.ts";
import { LastChange } from "./last-change.tsx";
import { Thresholds } from "./thresholds.tsx";

/** Sections on how comments are judged. */
export function JudgingSections({ draft, setDraft, set }: SectionsProps) {
  const { t } = useTranslation();
  const { settings } = draft;
  const words = lines(draft.bannedWords).length;
  return (
    <>
      <Section title={t("settings.moderation.title")}>
        <Radio.Group
          aria-label={t("settings.moderation.title")}
          value={settings.moderation}
          onChange={(value) => set({ moderation: value === "pre" ? "pre" : "post" })}
        >
          <Stack gap="sm" mt="sm">
            <Radio
              value="post"
              label={t("settings.moderation.post")}
              description={t("settings.moderation.postHint")}
            />
            <Radio
              value="pre"
              label={t("settings.moderation.pre")}
              description={t("settings.moderation.preHint")}
            />
          </Stack>
        </Radio.Group>
        <LastChange of={["moderation"]} />
      </Section>

      <Section title={t("settings.scores.title")} about={t("settings.scores.about")}>
        <Thresholds value={settings.holdAt} onChange={(holdAt) => set({ holdAt })} />
        <LastChange of={["holdAt"]} />
      </Section>

      <Section title={t("settings.unscored.title")} about={t("settings.unscored.about")}>
        <Radio.Group
          aria-label={t("settings.unscored.title")}
          value={settings.whenUnscored}
          onChange={(value) => set({ whenUnscored: value as typeof settings.whenUnscored })}
        >
          <Stack gap="sm">
            <Radio value="hold" label={t("settings.unscored.hold")} />
            <Radio value="hold-new-readers" label={t("settings.unscored.holdNew")} />
            <Radio value="publish" label={t("settings.unscored.publish")} />
          </Stack>
        </Radio.Group>
        <LastChange of={["whenUnscored"]} />
      </Section>

      <Section title={t("settings.words.title")} about={t("settings.words.about")}>
        <Textarea
          label={t("settings.words.label")}
          description={words === 0 ? t("settings.words.none") : t("settings.words.entries", { count: words })}
          autosize
          minRows={4}
          maxRows={14}
          spellCheck={false}
          value={draft.bannedWords}
          onChange={(event) => setDraft({ ...draft, bannedWords: event.currentTarget.value })}
        />
        <Radio.Group
          mt="md"
          label={t("settings.words.action")}
          value={settings.bannedWordsAction}
          onChange={(value) => set({ bannedWordsAction: value === "reject" ? "reject" : "hold" })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="hold" label={t("settings.words.hold")} />
            <Radio value="reject" label={t("settings.words.reject")} />
          </Stack>
        </Radio.Group>
        <LastChange of={["bannedWords", "bannedWordsAction"]} />
      </Section>

      <Section title={t("settings.links.title")}>
        <Stack gap="md" mt="sm">
          <Switch
            label={t("settings.links.hold")}
            checked={settings.maxLinks !== null}
            onChange={(event) => set({ maxLinks: event.currentTarget.checked ? 2 : null })}
          />
          {settings.maxLinks !== null && (
            <NumberInput
              label={t("settings.links.most")}
              styles={{ wrapper: { maxWidth: 260 } }}
              min={0}
              max={100}
              allowDecimal={false}
              value={settings.maxLinks}
              onChange={(value) => typeof value === "number" && set({ maxLinks: value })}
            />
          )}
          <NumberInput
            label={t("settings.links.newReaders")}
            description={t("settings.links.newReadersHint")}
            styles={{ wrapper: { maxWidth: 260 } }}
            min={0}
            max={100}
            allowDecimal={false}
            value={settings.holdNewReaders}
            onChange={(value) => typeof value === "number" && set({ holdNewReaders: value })}
          />
        </Stack>
        <LastChange of={["maxLinks", "holdNewReaders"]} />
      </Section>

      <Section title={t("settings.second.title")}>
        <Switch
          mt="sm"
          label={t("settings.second.label")}
          description={t("settings.second.hint")}
          checked={settings.rulesNeedSecond}
          onChange={(event) => set({ rulesNeedSecond: event.currentTarget.checked })}
        />
        <LastChange of={["rulesNeedSecond"]} />
      </Section>
    </>
  );
}
