import { Button, NativeSelect, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RuleDefinition, RuleFact } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { Icon } from "../app/icons.tsx";
import { Section } from "../app/section.tsx";
import { ConditionTree } from "./condition-tree.tsx";
import { type Draft, newKey } from "./draft.ts";
import css from "./form.module.css";
import { ListField } from "./list-field.tsx";
import type { Checked } from "./use-check.ts";

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  facts: readonly RuleFact[];
  checked: Checked;
  lists: readonly WordList[];
}

const ACTIONS = ["hold", "reject", "approve", "tag"] as const;
const WHEN_UNKNOWN = ["skip", "hold", "reject", "approve"] as const;

/** Everything a rule says, to be changed. */
export function RuleForm({ draft, onChange, facts, checked, lists }: Props) {
  const { t } = useTranslation();
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const tree = { facts, checked, lists };
  return (
    <>
      <Section title={t("rules.form.what")}>
        <Stack gap="md" mt="sm">
          <TextInput
            label={t("rules.form.name")}
            placeholder={t("rules.form.namePlaceholder")}
            maxLength={80}
            required
            withAsterisk={false}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t("rules.form.then")}
            description={t(`rules.does.${draft.then}`)}
            maw={340}
            value={draft.then}
            data={ACTIONS.map((value) => ({ value, label: t(`rules.then.${value}`) }))}
            onChange={(event) => set({ then: event.currentTarget.value as Draft["then"] })}
          />
          {(draft.then === "tag" || draft.tags.length > 0) && <TagsField draft={draft} set={set} />}
        </Stack>
      </Section>
      <Section title={t("rules.form.when")} about={t("rules.form.whenAbout")}>
        <ConditionTree {...tree} root={draft.when} mayBeEmpty={false} onChange={(when) => set({ when })} />
      </Section>
      <Section
        title={t("rules.form.unless")}
        about={t(draft.unless ? "rules.form.unlessAbout" : "rules.form.noUnless")}
      >
        {draft.unless ? (
          <ConditionTree
            {...tree}
            root={draft.unless}
            mayBeEmpty
            onChange={(unless) => set({ unless: unless.parts.length > 0 ? unless : null })}
          />
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => set({ unless: trustedReaders() })}
          >
            {t("rules.form.addUnless")}
          </Button>
        )}
      </Section>
      <Details draft={draft} set={set} />
    </>
  );
}

/** The exception that is wanted most, to begin with. */
const trustedReaders = (): NonNullable<Draft["unless"]> => ({
  key: newKey(),
  kind: "all",
  parts: [{ key: newKey(), fact: "reader.trusted", op: "=", value: true }],
});

interface DetailsProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
}

function Details({ draft, set }: DetailsProps) {
  const { t } = useTranslation();
  const [more, setMore] = useState(false);
  return (
    <Section title={t("rules.form.why")}>
      <Stack gap="md" mt="sm">
        <TextInput
          label={t("rules.form.reason")}
          description={t("rules.form.reasonHint")}
          maxLength={500}
          required
          withAsterisk={false}
          value={draft.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        {draft.then === "reject" && (
          <Textarea
            label={t("rules.form.words")}
            description={t("rules.form.wordsHint")}
            autosize
            minRows={2}
            maxLength={500}
            value={draft.words ?? ""}
            onChange={(event) => set({ words: event.currentTarget.value || null })}
          />
        )}
        <Button
          className={css.more}
          variant="subtle"
          size="compact-sm"
          aria-expanded={more}
          leftSection={<Icon name={more ? "up" : "down"} size={14} />}
          onClick={() => setMore(!more)}
        >
          {t(more ? "rules.form.hideMore" : "rules.form.showMore")}
        </Button>
        {more && <More draft={draft} set={set} />}
      </Stack>
    </Section>
  );
}

function More({ draft, set }: DetailsProps) {
  const { t } = useTranslation();
  const { scope } = draft;
  return (
    <>
      <NativeSelect
        label={t("rules.form.unknown")}
        description={t("rules.form.unknownHint")}
        maw={340}
        value={draft.whenUnknown}
        data={WHEN_UNKNOWN.map((value) => ({ value, label: t(`rules.unknown.${value}`) }))}
        onChange={(event) => set({ whenUnknown: event.currentTarget.value as RuleDefinition["whenUnknown"] })}
      />
      <ListField
        label={t("rules.form.sections")}
        description={t("rules.form.sectionsHint")}
        value={scope.sections ?? []}
        onChange={(sections) => set({ scope: { ...scope, sections: sections.length > 0 ? sections : null } })}
      />
      {draft.then !== "tag" && draft.tags.length === 0 && <TagsField draft={draft} set={set} />}
      <TextInput
        label={t("rules.form.policy")}
        description={t("rules.form.policyHint")}
        maxLength={200}
        value={draft.policy ?? ""}
        onChange={(event) => set({ policy: event.currentTarget.value || null })}
      />
      <NumberInput
        label={t("rules.form.priority")}
        description={t("rules.form.priorityHint")}
        maw={340}
        min={0}
        max={1_000}
        allowDecimal={false}
        value={draft.priority}
        onChange={(value) => typeof value === "number" && set({ priority: value })}
      />
      <Textarea
        label={t("rules.form.description")}
        autosize
        minRows={2}
        maxLength={500}
        value={draft.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
    </>
  );
}

function TagsField({ draft, set }: DetailsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(draft.tags.join(", "));
  return (
    <TextInput
      label={t("rules.form.tags")}
      description={t("rules.form.tagsHint")}
      maxLength={200}
      spellCheck={false}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const tags = currentTarget.value.split(/[\s,]+/).filter(Boolean);
        set({ tags: [...new Set(tags.map((tag) => tag.toLowerCase()))] });
      }}
    />
  );
}
