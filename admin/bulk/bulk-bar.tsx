import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import barCss from "../decide/action-bar.module.css";
import { Key } from "../decide/action-bar.tsx";
import css from "./bulk.module.css";
import type { BatchAction } from "./what.ts";

interface Props {
  /** How many are chosen; null: all that fit, however many those are. */
  count: number | null;
  /** Not all that are loaded are chosen. */
  loaded: boolean;
  /** How many there are in all, when they may be chosen as a whole and are not; `fitting`: nobody has counted what fits. */
  total: number | "fitting" | null;
  onAct: (action: BatchAction) => void;
  onLoaded: () => void;
  onAll: () => void;
  onClear: () => void;
}

/** What can be done with the chosen comments; it stands where the bar for one comment stood. */
export function BulkBar({ count, loaded, total, onAct, onLoaded, onAll, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <section className={`${barCss.bar} ${css.bar}`} aria-label={t("bulk.bar")}>
      <div className={barCss.row}>
        <Button
          className={barCss.decide}
          size="md"
          leftSection={<Icon name="check" size={18} />}
          onClick={() => onAct("approve")}
          aria-keyshortcuts="A"
        >
          {t("bulk.approve")}
          <Key name="A" />
        </Button>
        <Button
          className={barCss.decide}
          size="md"
          variant="default"
          leftSection={<Icon name="cross" size={18} />}
          onClick={() => onAct("reject")}
          aria-keyshortcuts="R"
        >
          {t("bulk.reject")}
          <Key name="R" />
        </Button>
        <Button className={barCss.pass} size="md" variant="subtle" color="gray" onClick={() => onAct("hold")}>
          {t("bulk.hold")}
        </Button>
        <div className={barCss.end}>
          <span className={css.count} role="status">
            {count === null ? t("bulk.chosenFitting") : t("bulk.chosen", { count })}
          </span>
          {loaded && (
            <Button size="compact-sm" variant="default" onClick={onLoaded}>
              {t("bulk.chooseLoaded")}
            </Button>
          )}
          {total !== null && (
            <Button size="compact-sm" variant="default" onClick={onAll}>
              {total === "fitting" ? t("bulk.chooseFitting") : t("bulk.chooseAll", { count: total })}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={onClear}
            aria-keyshortcuts="Escape"
          >
            {t("bulk.letGo")}
            <Key name="Esc" />
          </Button>
        </div>
      </div>
    </section>
  );
}
