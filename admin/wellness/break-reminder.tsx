import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import css from "../app/notice-area.module.css";
import { withUnit } from "../language/format.ts";
import { breakDue } from "./breaks.ts";
import { remindLater, startAnew, useStretch } from "./stretch.ts";
import { useWellness } from "./use-wellness.ts";

/** Suggests a break to those who asked for it. It waits to be answered and is in nobody's way. */
export function BreakReminder() {
  const { t } = useTranslation();
  const [{ breakMinutes }] = useWellness();
  const minutes = breakDue(useStretch(), breakMinutes);
  if (minutes === null) return null;
  return (
    <div className={css.toast} role="status">
      <span>{t("wellness.due", { time: withUnit(minutes, "minute", "long") })}</span>
      <Button size="compact-sm" variant="default" onClick={() => remindLater()}>
        {t("wellness.later")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={startAnew}>
        {t("wellness.thanks")}
      </Button>
    </div>
  );
}
