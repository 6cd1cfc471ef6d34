import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Late } from "../app/late.tsx";
import { useLiveState } from "../live/use-live.ts";
import css from "./connection.module.css";
import type { Queue } from "./use-queue.ts";

/** A gap shorter than this, in milliseconds, is no reason to trouble anybody. */
const LOST_MS = 5_000;

/** Says so when what is on screen may be out of date. It lies over the toolbar, so that nothing moves when it comes or goes. */
export function Connection({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const live = useLiveState();
  if (live === "offline") {
    return (
      <div className={css.warning} role="status">
        {t("queue.offline")}
      </div>
    );
  }
  if (live === "reconnecting") {
    return (
      <Late ms={LOST_MS}>
        <div className={css.warning} role="status">
          {t("queue.lost")}
        </div>
      </Late>
    );
  }
  if (!queue.error || queue.loading || queue.entries.length === 0) return null;
  return (
    <div className={css.warning} role="status">
      {t("queue.notUpToDate", { problem: queue.error.message })}
      <Button size="compact-sm" variant="default" onClick={queue.retry}>
        {t("app.tryAgain")}
      </Button>
    </div>
  );
}
