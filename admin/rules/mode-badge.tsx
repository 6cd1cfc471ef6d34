import { useTranslation } from "react-i18next";
import type { SiteRule } from "../../server/rules/contract.ts";
import { percent } from "../language/format.ts";
import css from "./rules.module.css";

export function ModeBadge({
  mode,
  canaryPercent,
  tripped,
}: Pick<SiteRule, "mode" | "canaryPercent" | "tripped">) {
  const { t } = useTranslation();
  if (tripped)
    return (
      <span className={css.badge} data-mode="tripped">
        {t("rules.tripped.badge")}
      </span>
    );
  return (
    <span className={css.badge} data-mode={mode}>
      {mode === "canary"
        ? t("rules.modeShare", { share: percent(canaryPercent / 100) })
        : t(`rules.mode.${mode}`)}
    </span>
  );
}
