import { NumberInput, Radio, Stack, Switch, Textarea } from "@mantine/core";
import { lines, type SectionsProps } from "./draft.ts";
import { Section } from "./section.tsx";
import { Thresholds } from "./thresholds.tsx";

/** Sections on how comments are judged. */
export function JudgingSections({ draft, setDraft, set }: SectionsProps) {
  const { settings } = draft;
  const words = lines(draft.bannedWords).length;
  return (
    <>
      <Section title="Moderation">
        <Radio.Group
          aria-label="Moderation"
          value={settings.moderation}
          onChange={(value) => set({ moderation: value === "pre" ? "pre" : "post" })}
        >
          <Stack gap="sm" mt="sm">
            <Radio
              value="post"
              label="Publish at once"
              description="A comment appears unless one of the rules below holds it."
            />
            <Radio
              value="pre"
              label="Look at everything first"
              description="Nothing appears until a moderator has approved it."
            />
          </Stack>
        </Radio.Group>
      </Section>

      <Section
        title="Hold by score"
        words="A comment waits for a person when a score reaches its limit. The further left, the more is held. The dots divide low, medium, high and very high."
      >
        <Thresholds value={settings.holdAt} onChange={(holdAt) => set({ holdAt })} />
      </Section>

      <Section
        title="When nothing can score"
        words="A scorer may be slow or out of order. Such comments are marked as unscored on the desk."
      >
        <Radio.Group
          aria-label="When nothing can score"
          value={settings.whenUnscored}
          onChange={(value) => set({ whenUnscored: value as typeof settings.whenUnscored })}
        >
          <Stack gap="sm">
            <Radio value="hold" label="Hold it" />
            <Radio value="hold-new-readers" label="Hold it if the reader is new, else publish it" />
            <Radio value="publish" label="Publish it" />
          </Stack>
        </Radio.Group>
      </Section>

      <Section title="Words" words="A comment with one of these words or phrases is caught.">
        <Textarea
          label="Banned words and phrases, one a line"
          description={
            words === 0 ? "None yet." : words === 1 ? "One entry." : `${words.toLocaleString()} entries.`
          }
          autosize
          minRows={4}
          maxRows={14}
          spellCheck={false}
          value={draft.bannedWords}
          onChange={(event) => setDraft({ ...draft, bannedWords: event.currentTarget.value })}
        />
        <Radio.Group
          mt="md"
          label="A comment with a banned word is"
          value={settings.bannedWordsAction}
          onChange={(value) => set({ bannedWordsAction: value === "reject" ? "reject" : "hold" })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="hold" label="Held for a person" />
            <Radio value="reject" label="Rejected without a person" />
          </Stack>
        </Radio.Group>
      </Section>

      <Section title="Links and new readers">
        <Stack gap="md" mt="sm">
          <Switch
            label="Hold comments with many links"
            checked={settings.maxLinks !== null}
            onChange={(event) => set({ maxLinks: event.currentTarget.checked ? 2 : null })}
          />
          {settings.maxLinks !== null && (
            <NumberInput
              label="Hold when there are more links than"
              styles={{ wrapper: { maxWidth: 260 } }}
              min={0}
              max={100}
              allowDecimal={false}
              value={settings.maxLinks}
              onChange={(value) => typeof value === "number" && set({ maxLinks: value })}
            />
          )}
          <NumberInput
            label="Hold a new reader’s comments until this many are approved"
            description="0: new readers are treated like everybody else."
            styles={{ wrapper: { maxWidth: 260 } }}
            min={0}
            max={100}
            allowDecimal={false}
            value={settings.holdNewReaders}
            onChange={(value) => typeof value === "number" && set({ holdNewReaders: value })}
          />
        </Stack>
      </Section>
    </>
  );
}
