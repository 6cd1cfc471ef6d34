import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Message } from "../app/message.tsx";
import { decidedHere } from "../decide/decided-here.ts";
import type { Queue } from "./use-queue.ts";
import { Waiting } from "./waiting.tsx";

interface Props {
  queue: Queue;
  /** Whether filters leave out a part of the queue. */
  narrowed: boolean;
  onAll: () => void;
}

/** In the place of comments where there are none: not yet, not with these filters, or none at all. */
export function NothingToShow({ queue, narrowed, onAll }: Props) {
  const { t } = useTranslation();
  if (queue.error && queue.latest.length === 0) {
    return (
      <Message icon="cloudOff" title={t("queue.failed")} words={queue.error.message}>
        <Button onClick={queue.retry}>{t("app.tryAgain")}</Button>
      </Message>
    );
  }
  if (queue.loading || !queue.complete) return <Waiting />;
  if (narrowed)
    return (
      <Message icon="filter" title={t("queue.noneFit")} words={t("queue.noneFitWords")}>
        <Button variant="default" onClick={onAll}>
          {t("queue.showAll")}
        </Button>
      </Message>
    );
  const mine = decidedHere().size;
  return (
    <Message
      good
      icon="check"
      title={t("queue.clear")}
      words={mine === 0 ? t("queue.clearWords") : t("queue.clearAfter", { count: mine })}
    />
  );
}
