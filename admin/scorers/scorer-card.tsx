import { ActionIcon, Button, Select, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SiteScorer } from "../../server/scoring/contract.ts";
import { Icon } from "../app/icons.tsx";
import page from "../app/page.module.css";
import type { Draft } from "./draft.ts";
import { Health } from "./health.tsx";
import { Limits } from "./limits.tsx";
import css from "./scorers-page.module.css";
import { aboutOf, titleOf } from "./titles.ts";
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
  const { t } = useTranslation();
  const title = titleOf(draft);
  const [open, setOpen] = useState(saved === undefined);
  const [trying, setTrying] = useState(false);
  const elsewhere = draft.kind !== "installed";
  return (
    <section
      className={`${page.card} ${css.scorer}`}
      aria-label={title}
      data-off={!draft.enabled || undefined}
    >
      <div className={css.top}>
        <div className={css.order}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("scorers.up", { name: title })}
            disabled={first}
            onClick={() => move(-1)}
          >
            <Icon name="up" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("scorers.down", { name: title })}
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
            label={t(draft.enabled ? "app.on" : "app.off")}
            aria-label={t("scorers.ask", { name: title })}
            checked={draft.enabled}
            onChange={(event) => set({ enabled: event.currentTarget.checked })}
          />
          <Select
            aria-label={t("scorers.when", { name: title })}
            w={188}
            allowDeselect={false}
            disabled={!draft.enabled}
            data={[
              { value: "always", label: t("scorers.always") },
              { value: "fallback", label: t("scorers.fallback") },
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
            {t(open ? "scorers.hideLimits" : "scorers.showLimits")}
          </Button>
        )}
        {saved && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={trying}
            onClick={() => setTrying(!trying)}
          >
            {t("scorers.try.open")}
          </Button>
        )}
        {remove && (
          <Button type="button" variant="subtle" size="compact-sm" onClick={remove}>
            {t("app.remove")}
          </Button>
        )}
      </div>
      {elsewhere && open && <Limits draft={draft} saved={saved} set={set} />}
      {saved && trying && <TryIt site={site} name={draft.name} onDone={onTested} />}
    </section>
  );
}
