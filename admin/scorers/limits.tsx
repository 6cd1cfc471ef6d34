import { Button, NumberInput, PasswordInput, Switch, TextInput } from "@mantine/core";
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
  const keyed = draft.key ? true : saved?.key === "own" && draft.key === undefined;
  return (
    <div className={css.limits}>
      {draft.kind === "http" && (
        <>
          <TextInput
            label="Name"
            description="Rules and the desk call it so. Small letters, digits and hyphens."
            maxLength={30}
            disabled={saved !== undefined}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            className={css.whole}
            label="Address"
            description="Comments are posted here, in Perspective’s form."
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
          label="Key"
          description={keyWords(draft, saved)}
          placeholder={keyed ? "Leave empty to keep it" : "None"}
          autoComplete="off"
          maxLength={500}
          value={draft.key ?? ""}
          onChange={(event) => set({ key: event.currentTarget.value || (saved ? undefined : null) })}
        />
        {saved?.key === "own" && draft.key !== null && (
          <Button variant="subtle" size="compact-sm" onClick={() => set({ key: null, signed: false })}>
            Take the key out
          </Button>
        )}
      </div>
      {draft.kind === "http" && (
        <Switch
          className={css.whole}
          label="Sign with the key instead of sending it"
          checked={draft.signed}
          disabled={!keyed}
          onChange={(event) => set({ signed: event.currentTarget.checked })}
        />
      )}
      <NumberInput
        label="Time for everything"
        placeholder="As usual"
        suffix=" ms"
        min={50}
        max={10_000}
        step={100}
        allowDecimal={false}
        value={draft.timeoutMs ?? ""}
        onChange={(value) => set({ timeoutMs: typeof value === "number" ? value : null })}
      />
      <NumberInput
        label="Requests a second, each process"
        placeholder="As usual"
        min={0.1}
        max={1_000}
        decimalScale={1}
        value={draft.perSecond ?? ""}
        onChange={(value) => set({ perSecond: typeof value === "number" ? value : null })}
      />
    </div>
  );
}

function keyWords(draft: Draft, saved: SiteScorer | undefined): string {
  if (draft.key === null && saved?.key === "own") return "It is taken out when you save.";
  if (saved?.key === "own") return "One is set. It is kept encrypted and never shown.";
  if (saved?.key === "installation")
    return "The installation’s is used, with its limits, unless you enter your own.";
  return "Kept encrypted and never shown.";
}
