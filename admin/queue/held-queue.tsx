import { Button } from "@mantine/core";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "../../server/sites/contract.ts";
import { Late } from "../app/late.tsx";
import { Message } from "../app/message.tsx";
import { useKeys } from "../app/use-keys.ts";
import { useClaim } from "../claims/use-claim.ts";
import { ActionBar } from "../decide/action-bar.tsx";
import { decidedHere } from "../decide/decided-here.ts";
import { RejectForm } from "../decide/reject-form.tsx";
import { useDecide, type Verdict } from "../decide/use-decide.ts";
import { useLiveState } from "../live/use-live.ts";
import { useSession } from "../session/use-session.ts";
import { FocusView } from "./focus-view.tsx";
import css from "./held-page.module.css";
import { ListView } from "./list-view.tsx";
import { takenBy } from "./queue-state.ts";
import type { Entry } from "./reconcile.ts";
import type { Sort } from "./sort.ts";
import { Toolbar } from "./toolbar.tsx";
import { useCounts } from "./use-counts.ts";
import { useDeepLink } from "./use-deep-link.ts";
import type { Mode } from "./use-mode.ts";
import { useQueue } from "./use-queue.ts";
import { useQueueWatch } from "./use-queue-watch.ts";
import { Waiting } from "./waiting.tsx";

const UndoForm = lazy(async () => ({ default: (await import("../decide/undo-form.tsx")).UndoForm }));

/** A gap shorter than this, in milliseconds, is no reason to trouble anybody. */
const LOST_MS = 5_000;

interface Props {
  site: string | undefined;
  sites: Site[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  mode: Mode;
  onMode: (mode: Mode) => void;
}

export function HeldQueue({ site, sites, sort, onSort, mode, onMode }: Props) {
  const { t } = useTranslation();
  const me = useSession().moderator?.id ?? null;
  const queue = useQueue(site, sort, me);
  const { entries, currentId, change } = queue;
  const { decide, undo, asked } = useDecide(change);
  const claim = useClaim(queue, me, mode === "focus");
  const counts = useCounts(site);
  const live = useLiveState();
  const offline = live === "offline";
  const [rejecting, setRejecting] = useState<string | null>(null);
  useDeepLink(queue, site);
  useQueueWatch(queue);

  const waiting = entries.filter((entry) => !entry.gone);
  const at = entries.findIndex((entry) => entry.review.id === currentId);
  const entry = entries[at];
  const gone = !entry || entry.gone;
  const settled = gone || claim.other !== null;
  /** What has been typed stays in sight when somebody else decides meanwhile. */
  const choosing = rejecting !== null && rejecting === entry?.review.id;
  useEffect(() => {
    if (rejecting !== null && !choosing) setRejecting(null);
  }, [rejecting, choosing]);

  const give = (verdict: Verdict) => {
    if (!settled) decide(entry.review, at, verdict);
    if (choosing) afterChoosing("article, [data-pick][aria-current=true]");
  };
  /** Closes the choice of reasons and puts the focus where the person goes on. */
  const afterChoosing = (next: string) => {
    setRejecting(null);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(next)?.focus({ preventScroll: true }));
  };
  const step = (by: 1 | -1) => change({ type: "step", by });
  const reject = () => {
    if (!settled) setRejecting(entry.review.id);
  };
  const once = (act: () => void) => (event: KeyboardEvent) => {
    if (!event.repeat) act();
  };
  const toggleMode = () => onMode(mode === "focus" ? "list" : "focus");
  const forward = mode === "focus" ? "ArrowRight" : "ArrowDown";
  const back = mode === "focus" ? "ArrowLeft" : "ArrowUp";
  useKeys(
    {
      a: once(() => give({ action: "approve" })),
      r: once(reject),
      j: () => step(1),
      k: () => step(-1),
      t: once(() => claim.other && !gone && claim.takeOver()),
      [forward]: () => step(1),
      [back]: () => step(-1),
      l: once(toggleMode),
      ...(mode === "list" && entry ? { Enter: once(() => onMode("focus")) } : {}),
    },
    !choosing,
  );
  useKeys({ u: once(undo), "mod+z": once(undo) }, !choosing);

  const showSite = site === undefined && sites.length > 1;
  const reasons = sites.find((one) => one.slug === entry?.review.site.slug)?.settings.rejectReasons ?? [];
  const bar = choosing ? (
    <RejectForm
      key={entry.review.id}
      review={entry.review}
      reasons={reasons}
      settled={settled}
      onReject={give}
      onCancel={() => afterChoosing("[aria-keyshortcuts=R]")}
    />
  ) : (
    <ActionBar
      review={entry?.review ?? null}
      settled={settled}
      claim={gone ? null : claim}
      position={
        gone
          ? ""
          : t("queue.position", {
              at: waiting.indexOf(entry) + 1,
              all: Math.max(counts?.held ?? 0, waiting.length),
            })
      }
      onApprove={() => give({ action: "approve" })}
      onReject={reject}
      onStep={step}
      onUndo={undo}
    />
  );

  return (
    <div className={css.page}>
      <Toolbar
        count={counts?.held}
        fresh={queue.fresh.length}
        onShowFresh={() => change({ type: "show-fresh", decided: decidedHere() })}
        sort={sort}
        onSort={onSort}
        mode={mode}
        onMode={onMode}
        alsoHere={alsoHere(entries, me)}
      />
      {offline && (
        <div className={css.banner} role="status">
          {t("queue.offline")}
        </div>
      )}
      {live === "reconnecting" && (
        <Late ms={LOST_MS}>
          <div className={css.banner} role="status">
            {t("queue.lost")}
          </div>
        </Late>
      )}
      {!offline && live !== "reconnecting" && queue.error && !queue.loading && entries.length > 0 && (
        <div className={css.banner} role="status">
          {t("queue.notUpToDate", { problem: queue.error.message })}
          <Button size="compact-sm" variant="default" onClick={queue.retry}>
            {t("app.tryAgain")}
          </Button>
        </div>
      )}
      {entry && mode === "focus" && (
        <FocusView entry={entry} showSite={showSite} onNext={() => step(1)}>
          {bar}
        </FocusView>
      )}
      {entries.length > 0 && mode === "list" && (
        <div className={css.listColumn}>
          <ListView queue={queue} me={me} showSite={showSite} onOpen={() => onMode("focus")} />
          <div className={css.spacer} />
          {bar}
        </div>
      )}
      {asked && (
        <Suspense>
          <UndoForm asked={asked} />
        </Suspense>
      )}
      {!entry && <NothingToShow queue={queue} />}
    </div>
  );
}

/** The colleagues who are on something in this queue. */
function alsoHere(entries: Entry[], me: string | null): string {
  const names = entries.flatMap((entry) => takenBy(entry, me) ?? []);
  return [...new Set(names)].sort().join(", ");
}

function NothingToShow({ queue }: { queue: ReturnType<typeof useQueue> }) {
  const { t } = useTranslation();
  if (queue.error && queue.latest.length === 0) {
    return (
      <Message icon="cloudOff" title={t("queue.failed")} words={queue.error.message}>
        <Button onClick={queue.retry}>{t("app.tryAgain")}</Button>
      </Message>
    );
  }
  if (queue.loading || !queue.complete) return <Waiting />;
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
