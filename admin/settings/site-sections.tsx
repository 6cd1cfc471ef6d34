import { NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import type { SectionsProps } from "./draft.ts";
import { RejectReasons } from "./reject-reasons.tsx";
import { Section } from "./section.tsx";

/** Sections on what readers are told and may do, and on the site itself. */
export function SiteSections({ draft, setDraft, set }: SectionsProps) {
  const { settings } = draft;
  return (
    <>
      <Section
        title="Reasons for rejecting"
        words="What moderators choose from, in this order, and what the reader is told."
      >
        <RejectReasons value={settings.rejectReasons} onChange={(rejectReasons) => set({ rejectReasons })} />
      </Section>

      <Section title="Writing">
        <Stack gap="md" mt="sm">
          <NumberInput
            label="Readers may edit for"
            description="0: not at all."
            suffix=" min"
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
            label="Longest comment"
            suffix=" characters"
            thousandSeparator=","
            maw={260}
            min={1}
            max={5_000}
            step={100}
            allowDecimal={false}
            value={settings.maxLength}
            onChange={(value) => typeof value === "number" && set({ maxLength: value })}
          />
          <NumberInput
            label="Replies nest this deep"
            description="Deeper ones join the last level."
            maw={260}
            min={0}
            max={10}
            allowDecimal={false}
            value={settings.maxDepth}
            onChange={(value) => typeof value === "number" && set({ maxDepth: value })}
          />
        </Stack>
      </Section>

      <Section title="Site">
        <Stack gap="md" mt="sm">
          <TextInput
            label="Name"
            maxLength={100}
            required
            withAsterisk={false}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Textarea
            label="Where comments may be embedded, one origin a line"
            description="Like https://news.example, without a path. A single * allows any page."
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
