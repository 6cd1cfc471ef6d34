import { Checkbox, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BatchReader } from "../../server/batches/contract.ts";
import type { ReaderCard } from "../../server/readers/contract.ts";
import { number } from "../language/format.ts";
import { untilOf } from "../readers/spans.ts";

/** What can be done about a comment's author in the same breath as rejecting it. */
const BESIDES = ["nothing", "warn", "mute", "suspendDay", "suspendWeek", "ban"] as const;
export type Besides = (typeof BESIDES)[number];

/** The sanction chosen, as the server takes it; its author reads the words of the rejection. */
export function sanctionOf(besides: Besides): BatchReader | undefined {
  switch (besides) {
    case "nothing":
      return undefined;
    case "suspendDay":
      return { action: "suspend", until: untilOf("day") };
    case "suspendWeek":
      return { action: "suspend", until: untilOf("week") };
    default:
      return { action: besides };
  }
}

/** What to do about whoever wrote what is rejected. */
export function BesidesSelect(props: {
  label: string;
  besides: Besides;
  onBesides: (besides: Besides) => void;
}) {
  const { t } = useTranslation();
  const label = (one: Besides): string =>
    one === "suspendDay" || one === "suspendWeek" ? t(`readers.besides.${one}`) : t(`readers.act.${one}`);
  return (
    <NativeSelect
      label={props.label}
      value={props.besides}
      onChange={(event) => props.onBesides(event.currentTarget.value as Besides)}
      // Enter sends the form, as it does from its other fields; the list opens by the space bar or an arrow.
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
      data={BESIDES.map((one) => ({ value: one, label: label(one) }))}
    />
  );
}

interface Props {
  reader: Pick<ReaderCard, "name" | "held">;
  besides: Besides;
  onBesides: (besides: Besides) => void;
  alsoWaiting: boolean;
  onAlsoWaiting: (also: boolean) => void;
}

export function BesidesFields({ reader, besides, onBesides, alsoWaiting, onAlsoWaiting }: Props) {
  const { t } = useTranslation();
  const { name } = reader;
  const others = reader.held - 1;
  return (
    <>
      <BesidesSelect label={t("readers.besides.label", { name })} besides={besides} onBesides={onBesides} />
      {others > 0 && (
        <Checkbox
          label={t("readers.besides.also", { name, all: number(others) })}
          checked={alsoWaiting}
          onChange={(event) => onAlsoWaiting(event.currentTarget.checked)}
        />
      )}
    </>
  );
}
