import { Button } from "@mantine/core";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Site } from "../../server/sites/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { Message } from "../app/message.tsx";
import { pathOf } from "../app/place.ts";
import { BulkBar } from "../bulk/bulk-bar.tsx";
import { BulkDialogs } from "../bulk/bulk-dialogs.tsx";
import { useBulk } from "../bulk/use-bulk.ts";
import { useClaim } from "../claims/use-claim.ts";
import { ActionBar } from "../decide/action-bar.tsx";
import { decidedHere } from "../decide/decided-here.ts";
import { RejectForm } from "../decide/reject-form.tsx";
import { useDecide, type Verdict } from "../decide/use-decide.ts";
import { useSession } from "../session/use-session.ts";
import { useBlurred } from "../wellness/shown-text.ts";
import { Connection } from "./connection.tsx";
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

const PlotView = lazy(async () => ({ default: (await import("../plot/plot-view.tsx")).PlotView }));

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
  const [, go] = useLocation();
  const counts = useCounts(site);
  const whole = { queue: "held" as const, site };
  const bulk = useBulk(queue, whole);
  const { chosen } = bulk;
  const { decide, undo, asked } = useDecide(change, bulk.batches.undo);
  // In the list only what the person opened is being read, not what the list began with.
  const claim = useClaim(queue, me, mode === "focus" || (mode === "list" && queue.chosen));
  const blur = useBlurred(currentId);
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
  const toggleMode = () => onMode(mode === "focus" ? "list" : "focus");
  const showNew = () => change({ type: "show-fresh", decided: decidedHere() });
  const [next, previous] = [() => step(1), () => step(-1)];
  const inFocus = mode === "focus";
  const many = mode === "list" && chosen.ids.size > 0;
  const choose = (extend: boolean) => !inFocus && !gone && (() => chosen.toggle(entry.review.id, extend));
  useActions(
    {
      "comment.approve": many ? () => bulk.ask("approve") : !settled && (() => give({ action: "approve" })),
      "comment.reject": many ? () => bulk.ask("reject") : !settled && reject,
      "comment.choose": choose(false),
      "comment.chooseTo": choose(true),
      "list.chooseLoaded": !inFocus && waiting.length > 0 && chosen.chooseShown,
      "list.chooseAll": !inFocus && waiting.length > 0 && chosen.chooseAll,
      "list.hold": many && (() => bulk.ask("hold")),
      "list.chooseNone": many && chosen.clear,
      "comment.takeOver": claim.other && !gone && claim.takeOver,
      "comment.show": blur.able && blur.toggle,
      "comment.open": !inFocus && entry !== undefined && (() => onMode("focus")),
      "comment.next": next,
      "comment.previous": previous,
      "comment.nextInFocus": inFocus && next,
      "comment.previousInFocus": inFocus && previous,
      "comment.nextInList": !inFocus && next,
      "comment.previousInList": !inFocus && previous,
      "decision.undo": undo,
      "comment.reader":
        entry !== undefined && (() => go(pathOf(undefined, "readers", entry.review.reader.id))),
      "queue.mode": toggleMode,
      "queue.showNew": queue.fresh.length > 0 && showNew,
    },
    !choosing && bulk.asking === null,
  );

  const showSite = site === undefined && sites.length > 1;
  const inView = sites.filter((one) => site === undefined || one.slug === site);
  const reasons = sites.find((one) => one.slug === entry?.review.site.slug)?.settings.rejectReasons ?? [];
  const bar = many ? (
    <BulkBar
      count={chosen.all ? (counts?.held ?? chosen.ids.size) : chosen.ids.size}
      loaded={chosen.ids.size < waiting.length}
      total={!chosen.all && counts && counts.held > chosen.ids.size ? counts.held : null}
      onAct={bulk.ask}
      onLoaded={chosen.chooseShown}
      onAll={chosen.chooseAll}
      onClear={chosen.clear}
    />
  ) : choosing ? (
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
        onShowFresh={showNew}
        sort={sort}
        onSort={onSort}
        mode={mode}
        onMode={onMode}
        alsoHere={alsoHere(entries, me)}
        warning={<Connection queue={queue} />}
      />
      <BulkDialogs bulk={bulk} sites={inView} asked={asked} />
      {entry && mode === "focus" && (
        <FocusView entry={entry} showSite={showSite} onNext={() => step(1)}>
          {bar}
        </FocusView>
      )}
      {entries.length > 0 && mode === "list" && (
        <div className={css.listColumn}>
          <ListView
            queue={queue}
            chosen={chosen}
            me={me}
            showSite={showSite}
            onOpen={() => onMode("focus")}
          />
          <div className={css.spacer} />
          {bar}
        </div>
      )}
      {mode === "plot" && (
        <Suspense>
          <PlotView whole={whole} bulk={bulk} />
        </Suspense>
      )}
      {!entry && mode !== "plot" && <NothingToShow queue={queue} />}
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
