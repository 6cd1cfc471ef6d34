import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Site } from "../../server/sites/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { pathOf } from "../app/place.ts";
import { BulkDialogs } from "../bulk/bulk-dialogs.tsx";
import { useBulk } from "../bulk/use-bulk.ts";
import { useClaim } from "../claims/use-claim.ts";
import { ActionBar } from "../decide/action-bar.tsx";
import { escalateAct, sendBackAct, type Verdict, verdictAct } from "../decide/acts.ts";
import { decidedHere } from "../decide/decided-here.ts";
import { useJudgeFirst } from "../decide/judge-first.ts";
import { NoteForm } from "../decide/note-form.tsx";
import { RejectForm } from "../decide/reject-form.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { LatePlot } from "../plot/late-plot.tsx";
import { useSession } from "../session/use-session.ts";
import { useBlurred } from "../wellness/shown-text.ts";
import { alsoHere } from "./also-here.ts";
import { ChosenBar } from "./chosen-bar.tsx";
import { Connection } from "./connection.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FocusView } from "./focus-view.tsx";
import { ListView } from "./list-view.tsx";
import { type Filters, type Look, NARROWINGS } from "./look.ts";
import { mainActs } from "./main-acts.ts";
import { NothingToShow } from "./nothing-to-show.tsx";
import { isPlain, wholeOf } from "./plain.ts";
import css from "./queue-page.module.css";
import { StuckAppeals } from "./stuck-appeals.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useCounts } from "./use-counts.ts";
import { useDeepLink } from "./use-deep-link.ts";
import { useFeatureHere } from "./use-feature-here.ts";
import type { Mode } from "./use-mode.ts";
import { useQueue } from "./use-queue.ts";
import { useQueueWatch } from "./use-queue-watch.ts";

interface Props {
  look: Look;
  sites: Site[];
  onFilters: (filters: Filters) => void;
  mode: Mode;
  onMode: (mode: Mode) => void;
}

/** A queue, or the part of it that the filters leave. */
export function OpenQueue({ look, sites, onFilters, mode, onMode }: Props) {
  const { t } = useTranslation();
  const { site } = look;
  const { moderator } = useSession();
  const me = moderator?.id ?? null;
  const owner = moderator?.role === "owner";
  const queue = useQueue(look, me);
  const { entries, currentId, change } = queue;
  const [, go] = useLocation();
  const judgeFirst = useJudgeFirst(change);
  const counts = useCounts(site);
  const narrowed = NARROWINGS.some((name) => look.filters[name] !== undefined);
  const whole = wholeOf(look);
  const bulk = useBulk(queue, whole);
  const { chosen } = bulk;
  const { decide, undo, asked } = useDecide(look.queue, change, bulk.batches.undo);
  // In the list only what the person opened is being read, not what the list began with.
  const read = entries.find((one) => one.review.id === currentId)?.review;
  const acts = mainActs(look.queue, read, owner);
  const claim = useClaim(queue, me, acts.mine && (mode === "focus" || (mode === "list" && queue.chosen)));
  const blur = useBlurred(currentId);
  const [rejecting, setRejecting] = useState<string | null>(null);
  const [passing, setPassing] = useState<string | null>(null);
  useDeepLink(queue, look);
  useQueueWatch(queue);

  const waiting = entries.filter((entry) => !entry.gone);
  const at = entries.findIndex((entry) => entry.review.id === currentId);
  const entry = entries[at];
  const gone = !entry || entry.gone;
  const feature = useFeatureHere(look.queue, entry, change);
  const settled = gone || claim.other !== null || !acts.mine;
  const sure = entry?.review as NonNullable<typeof entry>["review"];
  /** What has been typed stays in sight when somebody else decides meanwhile. */
  const rejectingThis = rejecting !== null && rejecting === entry?.review.id;
  const passingThis = passing !== null && passing === entry?.review.id;
  const choosing = rejectingThis || passingThis;
  useEffect(() => {
    if (rejecting !== null && !rejectingThis) setRejecting(null);
    if (passing !== null && !passingThis) setPassing(null);
  }, [rejecting, rejectingThis, passing, passingThis]);

  const goOn = () => {
    if (choosing) afterChoosing("article, [data-pick][aria-current=true]");
  };
  /** In the list nothing is decided that one has scrolled away from: it comes back into sight first. */
  const sight = useRef(() => true);
  const seen = (act: () => void) => () => (mode !== "list" || sight.current()) && act();
  const give = (verdict: Verdict) => {
    if (!settled && acts.first) void judgeFirst(sure, verdict.action);
    else if (!settled) decide(sure, at, verdictAct(look.queue, sure, verdict));
    goOn();
  };
  const passOn = (note: string) => {
    if (!settled) decide(sure, at, acts.pass === "owner" ? escalateAct(sure, note) : sendBackAct(sure, note));
    goOn();
  };
  /** Closes the choice of reasons and puts the focus where the person goes on. */
  const afterChoosing = (next: string) => {
    setRejecting(null);
    setPassing(null);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(next)?.focus({ preventScroll: true }));
  };
  const step = (by: 1 | -1) => change({ type: "step", by });
  const approve = seen(() => give({ action: "approve" }));
  const reject = seen(() => {
    if (settled) return;
    if (acts.asksReason) setRejecting(sure.id);
    else give({ action: "reject" });
  });
  const pass = seen(() => {
    if (!settled) setPassing(sure.id);
  });
  const toggleMode = () => onMode(mode === "focus" ? "list" : "focus");
  const showNew = () => change({ type: "show-fresh", decided: decidedHere() });
  const [next, previous] = [() => step(1), () => step(-1)];
  const inFocus = mode === "focus";
  /** Many at once are decided on their own merits: not appeals and samples, which are judged blind; what waits for an owner only by one. */
  const able = isPlain(look.queue) && (look.queue !== "escalated" || owner);
  const many = able && mode === "list" && chosen.ids.size > 0;
  const all = narrowed ? waiting.length : Math.max(counts?.[look.queue] ?? 0, waiting.length);
  const position = (place: number) => t("queue.position", { at: place, all });
  const choose = (extend: boolean) => !inFocus && !gone && (() => chosen.toggle(entry.review.id, extend));
  useActions(
    {
      "comment.approve": many ? () => bulk.ask("approve") : !settled && approve,
      "comment.reject": many ? () => bulk.ask("reject") : !settled && reject,
      "comment.choose": able && choose(false),
      "comment.chooseTo": able && choose(true),
      "list.chooseLoaded": able && !inFocus && waiting.length > 0 && chosen.chooseShown,
      "list.chooseAll": able && !inFocus && waiting.length > 0 && chosen.chooseAll,
      "list.hold": many && (() => bulk.ask("hold")),
      "list.chooseNone": many && chosen.clear,
      "comment.escalate": !many && !settled && acts.pass === "owner" && pass,
      "comment.sendBack": !many && !settled && acts.pass === "queue" && pass,
      "comment.takeOver": claim.other && !gone && claim.takeOver,
      "comment.feature": !many && feature,
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
    <ChosenBar bulk={bulk} count={counts?.[look.queue]} narrowed={narrowed} loaded={waiting.length} />
  ) : passingThis ? (
    <NoteForm
      key={entry.review.id}
      to={acts.pass ?? "owner"}
      settled={settled}
      onSend={passOn}
      onCancel={() => afterChoosing(`[aria-keyshortcuts=${acts.pass === "queue" ? "S" : "E"}]`)}
    />
  ) : rejectingThis ? (
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
      position={!entry ? "" : gone ? t("comment.noLongerWaits") : position(waiting.indexOf(entry) + 1)}
      words={{ approve: t(`decide.${acts.words}.approve`), reject: t(`decide.${acts.words}.reject`) }}
      pass={acts.pass && { to: acts.pass, go: pass }}
      feature={feature}
      onApprove={approve}
      onReject={reject}
      onStep={step}
      onUndo={undo}
    />
  );
  const nothing = (
    <NothingToShow queue={queue} narrowed={narrowed} onAll={() => onFilters({ sort: look.filters.sort })} />
  );

  return (
    <div className={css.page}>
      <Toolbar
        queue={look.queue}
        count={counts?.[look.queue]}
        fresh={queue.fresh.length}
        onShowFresh={showNew}
        filters={look.filters}
        onFilters={onFilters}
        mode={mode}
        onMode={onMode}
        alsoHere={alsoHere(entries, me)}
        warning={<Connection queue={queue} />}
      />
      <BulkDialogs bulk={bulk} sites={inView} asked={asked} />
      <FilterBar look={look} sites={sites} reviews={queue.latest} onFilters={onFilters} />
      {look.queue === "appealed" && owner && <StuckAppeals count={counts?.stuckAppeals ?? 0} />}
      {entry && mode === "focus" && (
        <FocusView entry={entry} showSite={showSite} onNext={() => step(1)}>
          {bar}
        </FocusView>
      )}
      {entries.length > 0 && mode === "list" && (
        <div className={css.listColumn}>
          <ListView
            queue={queue}
            chosen={able ? chosen : null}
            me={me}
            showSite={showSite}
            onOpen={() => onMode("focus")}
            sight={sight}
          />
          <div className={css.spacer} />
          {bar}
        </div>
      )}
      {mode === "plot" && able && <LatePlot whole={whole} bulk={bulk} nothing={nothing} />}
      {mode === "list" && !isPlain(look.queue) && waiting.length > 0 && (
        <p className={css.oneByOne}>{t(`queue.oneByOne.${look.queue}`)}</p>
      )}
      {!entry && mode !== "plot" && nothing}
    </div>
  );
}
