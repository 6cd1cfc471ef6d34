import { Button, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Batch } from "../../server/batches/contract.ts";
import { previewRuleUndo, undoRule } from "../../server/rule-undos/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { call } from "../client.ts";
import { newKey } from "../decide/key.ts";
import css from "./aside.module.css";
import { UndoPreview } from "./undo-preview.tsx";
import type { RuleWithVersions } from "./use-rules.ts";

const PERIODS = ["all", "hour", "day", "week", "own"] as const;
type Period = (typeof PERIODS)[number];
const MINUTES: Partial<Record<Period, number>> = { hour: 60, day: 1_440, week: 10_080 };

interface Props {
  site: string;
  rule: RuleWithVersions;
  onMade: (batch: Batch) => void;
  onClose: () => void;
}

/** Chooses of which version and of which time, shows what that would change and what would stay, and asks why. */
export function UndoDialog({ site, rule, onMade, onClose }: Props) {
  const { t } = useTranslation();
  const [version, setVersion] = useState("");
  const [period, setPeriod] = useState<Period>("all");
  const [own, setOwn] = useState({ from: "", to: "" });
  const [opened] = useState(() => Date.now());
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [key, setKey] = useState(newKey);
  const params = { site, id: rule.id };
  const wish = {
    version: version === "" ? null : Number(version),
    ...(period === "own"
      ? { from: instant(own.from), to: instant(own.to) }
      : {
          from: MINUTES[period] ? new Date(opened - MINUTES[period] * 60_000).toISOString() : null,
          to: null,
        }),
  };
  const preview = useQuery({
    queryKey: ["rule-undo", site, rule.id, wish],
    queryFn: ({ signal }) => call(previewRuleUndo, { params, body: wish, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  const seen = preview.data;
  const ready = seen !== undefined && seen.count > 0 && reason.trim() !== "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setPending(true);
    setProblem(null);
    try {
      const body = { ...wish, to: seen.to, reason: reason.trim(), seen: { count: seen.count } };
      onMade(await call(undoRule, { params, body, key }));
      onClose();
    } catch (e) {
      setProblem(e as Error);
      setPending(false);
      setKey(newKey());
      void preview.refetch();
    }
  };

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("rules.undo.dialog", { name: rule.definition.name })}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {(rule.mode === "live" || rule.mode === "canary") && (
            <p className={css.hint}>{t("rules.undo.goesOn")}</p>
          )}
          <Group grow align="start">
            <NativeSelect
              label={t("rules.undo.period")}
              value={period}
              onChange={(event) => setPeriod(event.currentTarget.value as Period)}
              data={PERIODS.map((value) => ({ value, label: t(`rules.undo.periods.${value}`) }))}
            />
            {rule.versions.length > 1 && (
              <NativeSelect
                label={t("rules.undo.version")}
                value={version}
                onChange={(event) => setVersion(event.currentTarget.value)}
                data={[
                  { value: "", label: t("rules.undo.everyVersion") },
                  ...rule.versions.map((one) => ({
                    value: `${one.version}`,
                    label: t("rules.version", { version: one.version }),
                  })),
                ]}
              />
            )}
          </Group>
          {period === "own" && (
            <Group grow>
              {(["from", "to"] as const).map((end) => (
                <TextInput
                  key={end}
                  type="datetime-local"
                  label={t(`rules.undo.${end}`)}
                  value={own[end]}
                  onChange={({ currentTarget: { value } }) => setOwn((was) => ({ ...was, [end]: value }))}
                />
              ))}
            </Group>
          )}
          <UndoPreview query={preview} />
          <TextInput
            label={t("rules.undo.why")}
            description={t("rules.undo.whyHint")}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormError error={problem} />
        </Stack>
        <Group mt="md" gap="sm">
          <Button type="submit" loading={pending} aria-disabled={!ready} data-disabled={!ready || undefined}>
            {t("rules.undo.act", { count: seen?.count ?? 0 })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** What a field for date and time holds, in the viewer's zone, as an instant; null while it is empty. */
function instant(local: string): string | null {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
