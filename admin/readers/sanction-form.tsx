import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReaderCard } from "../../server/readers/contract.ts";
import {
  MAX_WORDS,
  SANCTION_KINDS,
  type SanctionKind,
  sanctionReader,
  type TraceKind,
} from "../../server/sanctions/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { call } from "../client.ts";
import { newKey } from "../decide/key.ts";
import css from "./readers.module.css";
import { SPANS, type Span, untilOf } from "./spans.ts";

interface Props {
  reader: Pick<ReaderCard, "id" | "name">;
  /** By what newcomers may be stopped; empty for those who may not. */
  traces: TraceKind[];
  traceDays: number;
  onDone: () => void;
  onCancel: () => void;
}

/** What to do about a reader, for how long, and what they are told. */
export function SanctionForm({ reader, traces, traceDays, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<SanctionKind>("warn");
  const [span, setSpan] = useState<Span>("day");
  const [words, setWords] = useState("");
  const [reason, setReason] = useState("");
  const [newcomers, setNewcomers] = useState<TraceKind[]>([]);
  const [key] = useState(newKey);
  const { name } = reader;
  const spans = SPANS.filter((one) => kind !== "suspend" || one !== "ever");
  const told = kind === "warn" || kind === "suspend" || kind === "ban";
  const make = useMutation({
    mutationFn: () =>
      call(sanctionReader, {
        params: { id: reader.id },
        body: {
          kind,
          until: kind === "warn" ? undefined : untilOf(span),
          words: told ? words.trim() : undefined,
          reason: reason.trim() || undefined,
          newcomers: kind === "ban" && newcomers.length > 0 ? newcomers : undefined,
        },
        key,
      }),
    onSuccess: onDone,
  });
  const choose = (next: SanctionKind) => {
    setKind(next);
    setSpan(next === "suspend" ? "day" : "ever");
  };
  return (
    <form
      className={css.form}
      aria-label={t("readers.act.title", { name })}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <NativeSelect
        label={t("readers.act.kind")}
        description={t(`readers.kindAbout.${kind}`)}
        value={kind}
        onChange={(event) => choose(event.currentTarget.value as SanctionKind)}
        data={SANCTION_KINDS.map((one) => ({ value: one, label: t(`readers.act.${one}`) }))}
      />
      {kind !== "warn" && (
        <NativeSelect
          label={t("readers.act.until")}
          value={span}
          onChange={(event) => setSpan(event.currentTarget.value as Span)}
          data={spans.map((one) => ({ value: one, label: t(`readers.span.${one}`) }))}
        />
      )}
      {told && (
        <Textarea
          label={t("readers.act.words", { name })}
          autosize
          minRows={2}
          maxLength={MAX_WORDS}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {kind === "ban" && traces.length > 0 && (
        <Checkbox.Group
          label={t("readers.act.newcomers", { days: traceDays })}
          description={t("readers.act.newcomersAbout")}
          value={newcomers}
          onChange={(value) => setNewcomers(value as TraceKind[])}
        >
          <Group gap="md" mt={8}>
            {traces.map((one) => (
              <Checkbox key={one} value={one} label={t(`readers.act.${one}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <TextInput
        label={t("readers.act.reason")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormError error={make.error} />
      <Group gap="sm">
        <Button type="submit" loading={make.isPending} disabled={told && words.trim() === ""}>
          {t(`readers.act.${kind}`)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("app.cancel")}
        </Button>
      </Group>
    </form>
  );
}
