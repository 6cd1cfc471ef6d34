import { ActionIcon, Button, Select, Switch } from "@mantine/core";
import { useState } from "react";
import type { SiteScorer } from "../../server/scoring/contract.ts";
import { Icon } from "../app/icons.tsx";
import { aboutOf, type Draft, titleOf } from "./draft.ts";
import { Health } from "./health.tsx";
import { Limits } from "./limits.tsx";
import css from "./scorers-page.module.css";
import { TryIt } from "./try-it.tsx";

interface Props {
  site: string;
  draft: Draft;
  saved: SiteScorer | undefined;
  first: boolean;
  last: boolean;
  set: (part: Partial<Draft>) => void;
  move: (by: -1 | 1) => void;
  /** null: it comes with the installation, so it can only be switched off. */
  remove: (() => void) | null;
  onTested: () => void;
}

/** One scorer: its place, whether and when it is asked, how it is. */
export function ScorerCard({ site, draft, saved, first, last, set, move, remove, onTested }: Props) {
  const title = titleOf(draft);
  const [open, setOpen] = useState(saved === undefined);
  const [trying, setTrying] = useState(false);
  const elsewhere = draft.kind !== "installed";
  return (
    <section className={css.scorer} aria-label={title} data-off={!draft.enabled || undefined}>
      <div className={css.top}>
        <div className={css.order}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${title} up`}
            disabled={first}
            onClick={() => move(-1)}
          >
            <Icon name="up" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${title} down`}
            disabled={last}
            onClick={() => move(1)}
          >
            <Icon name="down" />
          </ActionIcon>
        </div>
        <div className={css.what}>
          <h2>{title}</h2>
          <p>{aboutOf(draft)}</p>
          {saved && draft.enabled && <Health scorer={saved} />}
        </div>
        <div className={css.when}>
          <Switch
            label={draft.enabled ? "On" : "Off"}
            aria-label={`Ask ${title}`}
            checked={draft.enabled}
            onChange={(event) => set({ enabled: event.currentTarget.checked })}
          />
          <Select
            aria-label={`When ${title} is asked`}
            w={188}
            allowDeselect={false}
            disabled={!draft.enabled}
            data={[
              { value: "always", label: "Always asked" },
              { value: "fallback", label: "If none above answers" },
            ]}
            value={draft.use}
            onChange={(use) => set({ use: use === "fallback" ? "fallback" : "always" })}
          />
        </div>
      </div>
      <div className={css.actions}>
        {elsewhere && (
          <Button
            type="button"
            variant="subtle"
            size="compact-sm"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? "Hide key and limits" : "Key and limits"}
          </Button>
        )}
        {saved && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={trying}
            onClick={() => setTrying(!trying)}
          >
            Try it
          </Button>
        )}
        {remove && (
          <Button type="button" variant="subtle" size="compact-sm" onClick={remove}>
            Remove
          </Button>
        )}
      </div>
      {elsewhere && open && <Limits draft={draft} saved={saved} set={set} />}
      {saved && trying && <TryIt site={site} name={draft.name} onDone={onTested} />}
    </section>
  );
}
