import { Button, NumberInput, PasswordInput, Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SiteScorer } from "../../server/scoring/contract.ts";
import type { Draft } from "./draft.ts";
import css from "./scorers-page.module.css";

interface Props {
  draft: Draft;
  /** As saved; undefined for one that is new. */
  saved: SiteScorer | undefined;
  set: (part: Partial<Draft>) => void;
}

/** Where a scorer elsewhere is asked, with which key, how long and how often. */
export function Limits({ draft, saved, set }: Props) {
  const { t } = useTranslation();
  const keyed = draft.key ? true : saved?.key === "own" && draft.key === undefined;
  return (
    <div className={css.limits}>
      {draft.kind === "http" && (
        <>
          <TextInput
            label={t("scorers.limits.name")}
            description={t("scorers.limits.nameHint")}
            maxLength={30}
            disabled={saved !== undefined}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            className={css.whole}
            label={t("scorers.limits.address")}
            description={t("scorers.limits.addressHint")}
            placeholder="https://scorer.example/v1alpha1/comments:analyze"
            required
            withAsterisk={false}
            value={draft.url ?? ""}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
        </>
      )}
      <div className={css.key}>
        <PasswordInput
          label={t("scorers.limits.key")}
          description={t(`scorers.limits.${keyWords(draft, saved)}`)}
          placeholder={t(keyed ? "scorers.limits.keep" : "scorers.limits.none")}
          autoComplete="off"
          maxLength={500}
          value={draft.key ?? ""}
          onChange={(event) => set({ key: event.currentTarget.value || (saved ? undefined : null) })}
        />
        {saved?.key === "own" && draft.key !== null && (
          <Button variant="subtle" size="compact-sm" onClick={() => set({ key: null, signed: false })}>
            {t("scorers.limits.takeOut")}
          </Button>
        )}
      </div>
      {draft.kind === "http" && (
        <Switch
          className={css.whole}
          label={t("scorers.limits.sign")}
          checked={draft.signed}
          disabled={!keyed}
          onChange={(event) => set({ signed: event.currentTarget.checked })}
        />
      )}
      <NumberInput
        label={t("scorers.limits.time")}
        placeholder={t("scorers.limits.asUsual")}
        suffix=" ms"
        min={50}
        max={10_000}
        step={100}
        allowDecimal={false}
        value={draft.timeoutMs ?? ""}
        onChange={(value) => set({ timeoutMs: typeof value === "number" ? value : null })}
      />
      <NumberInput
        label={t("scorers.limits.perSecond")}
        placeholder={t("scorers.limits.asUsual")}
        min={0.1}
        max={1_000}
        decimalScale={1}
        value={draft.perSecond ?? ""}
        onChange={(value) => set({ perSecond: typeof value === "number" ? value : null })}
      />
    </div>
  );
}

function keyWords(draft: Draft, saved: SiteScorer | undefined) {
  if (draft.key === null && saved?.key === "own") return "keyTakenOut";
  if (saved?.key === "own") return "keySet";
  return saved?.key === "installation" ? "keyOfInstallation" : "keyKept";
}
