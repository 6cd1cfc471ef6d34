import { t } from "i18next";
import { useEffect, useRef } from "react";
import { readReview } from "../../server/reviews/contract.ts";
import { say } from "../app/notices.ts";
import { call } from "../client.ts";
import { statusNow } from "../decide/status-now.ts";
import { useWellness } from "../wellness/use-wellness.ts";
import type { Queue } from "./use-queue.ts";

/** Says aloud what changes on screen, and finds out what became of the comment being read when it leaves the queue. */
export function useQueueWatch({ entries, currentId, fresh, change, queue }: Queue): void {
  const current = entries.find((entry) => entry.review.id === currentId);
  const taken = current?.gone && current.review.queues.includes(queue) ? current.review.id : null;
  useEffect(() => {
    if (taken === null) return;
    call(readReview, { params: { id: taken }, query: { queue } }).then(
      (review) => {
        change({ type: "looked-up", review });
        if (!review.queues.includes(queue)) say(statusNow(review));
      },
      () => {},
    );
  }, [taken, change, queue]);

  const [{ blur }] = useWellness();
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (!current || said.current === current.review.id) return;
    const first = said.current === null;
    said.current = current.review.id;
    const { reader, text } = current.review;
    if (!first)
      say(
        blur ? t("queue.wroteBlurred", { name: reader.name }) : t("queue.wrote", { name: reader.name, text }),
      );
  }, [current, blur]);

  const n = fresh.length;
  useEffect(() => {
    if (n > 0) say(t("queue.saidFresh", { count: n }));
  }, [n]);
}
