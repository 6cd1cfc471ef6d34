import { NativeSelect, Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../app/section.tsx";
import { withUnit } from "../language/format.ts";
import { useWellness } from "./use-wellness.ts";

const MINUTES = [0, 20, 30, 45, 60, 90];

/** Where somebody chooses how to spare themselves. */
export function WellnessSection() {
  const { t } = useTranslation();
  const [{ blur, grey, breakMinutes }, change] = useWellness();
  return (
    <Section title={t("wellness.title")} about={t("wellness.about")}>
      <Stack gap="md">
        <Switch
          label={t("wellness.blur")}
          description={t("wellness.blurHint")}
          checked={blur}
          onChange={(event) => change({ blur: event.currentTarget.checked })}
        />
        <Switch
          label={t("wellness.grey")}
          description={t("wellness.greyHint")}
          checked={grey}
          onChange={(event) => change({ grey: event.currentTarget.checked })}
        />
        <NativeSelect
          label={t("wellness.breaks")}
          description={t("wellness.breaksHint")}
          maw={260}
          value={String(breakMinutes)}
          data={MINUTES.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t("wellness.never") : withUnit(minutes, "minute", "long"),
          }))}
          onChange={(event) => change({ breakMinutes: Number(event.currentTarget.value) })}
        />
      </Stack>
    </Section>
  );
}
