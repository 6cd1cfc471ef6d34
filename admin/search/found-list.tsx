import { Button } from "@mantine/core";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import type { Found } from "../../server/search/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { BulkBar } from "../bulk/bulk-bar.tsx";
import { BulkDialogs } from "../bulk/bulk-dialogs.tsx";
import { useBulk } from "../bulk/use-bulk.ts";
import type { What } from "../bulk/what.ts";
import { CommentCard } from "../comment/comment-card.tsx";
import { Key } from "../decide/action-bar.tsx";
import { RejectForm } from "../decide/reject-form.tsx";
import { useFeature } from "../features/use-feature.ts";
import rowCss from "../queue/list-view.module.css";
import { FoundRow } from "./found-row.tsx";
import { History } from "./history.tsx";
import css from "./search-page.module.css";
import { useDecideFound } from "./use-decide-found.ts";

/** What is decided stays in the list and shows what became of it. */
const STAYS = (): void => {};

interface Props {
  found: Found[];
  sites: Site[];
  showSite: boolean;
  /** Reads one anew, where it stands. */
  refresh: (id: string) => Promise<Review>;
  /** The filter that means all that is found, also what is not loaded. */
  whole: Extract<What, { filter: unknown }>["filter"];
  /** There is more than is loaded. */
  more: boolean;
  /** What is shown is of the search before; the next answer is on its way. */
  stale: boolean;
}

/** What was found. One at a time opens where it stands, with its history and what can be done. */
export function FoundList({ found, sites, showSite, refresh, whole, more, stale }: Props) {
  const { t } = useTranslation();
  const [currentId, setCurrent] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const feature = useFeature(refresh);
  const { decide, undo, asked } = useDecideFound(refresh, (batch) => bulk.batches.undo(batch));
  const entries = useMemo(
    () => found.map((review) => ({ review, gone: review.status === "withdrawn" })),
    [found],
  );
  const bulk = useBulk({ entries, change: STAYS }, whole);
  const { chosen } = bulk;
  const many = chosen.ids.size > 0;
  const toggle = useRef(chosen.toggle);
  toggle.current = chosen.toggle;
  const choose = useCallback((id: string, extend: boolean) => toggle.current(id, extend), []);
  const at = found.findIndex(({ id }) => id === currentId);
  const current = found[at];

  const pick = useCallback(
    (id: string) => {
      setRejecting(false);
      setOpen((was) => id !== currentId || !was);
      setCurrent(id);
      // As it is now, not as it was when it was found.
      void refresh(id).catch(() => {});
    },
    [currentId, refresh],
  );
  const step = (by: 1 | -1) => {
    const next = found[at < 0 ? 0 : at + by];
    if (!next || rejecting) return;
    setCurrent(next.id);
    setOpen(false);
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>("[data-pick][aria-current=true]");
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    });
  };
  const settled = current === undefined || current.status === "withdrawn";
  const approve = () => {
    if (current && !settled && current.status !== "approved") void decide(current, { action: "approve" });
  };
  const reject = () => {
    if (!current || settled || current.status === "rejected") return;
    setOpen(true);
    setRejecting(true);
  };
  const hold = () => {
    if (current && !settled && current.status !== "held") void decide(current, { action: "hold" });
  };
  useActions(
    {
      "comment.approve": many ? () => bulk.ask("approve") : current !== undefined && !settled && approve,
      "comment.reject": many ? () => bulk.ask("reject") : current !== undefined && !settled && reject,
      "comment.hold": many ? () => bulk.ask("hold") : current !== undefined && !settled && hold,
      "comment.feature": !many && current?.status === "approved" && (() => feature(current)),
      "comment.choose": current !== undefined && !settled && (() => chosen.toggle(current.id, false)),
      "comment.chooseTo": current !== undefined && !settled && (() => chosen.toggle(current.id, true)),
      "list.chooseLoaded": found.length > 0 && chosen.chooseShown,
      "list.chooseAll": found.length > 0 && chosen.chooseAll,
      "list.chooseNone": many && chosen.clear,
      "comment.next": () => step(1),
      "comment.previous": () => step(-1),
      "comment.nextInList": () => step(1),
      "comment.previousInList": () => step(-1),
      "decision.undo": undo,
      "decision.close": !many && open && (() => setOpen(false)),
    },
    !rejecting && bulk.asking === null,
  );

  return (
    <>
      <ol className={`${rowCss.list} ${css.list}`} aria-label={t("search.results")} data-stale={stale}>
        {found.map((one) => {
          const isOpen = open && one.id === currentId;
          return (
            <li key={one.id}>
              <FoundRow
                found={one}
                current={one.id === currentId}
                open={isOpen}
                showSite={showSite}
                chosen={chosen.ids.has(one.id)}
                onPick={pick}
                onChoose={choose}
              />
              {isOpen && (
                <div className={css.opened}>
                  <CommentCard review={one} gone={false} showSite={showSite} onNext={() => step(1)} />
                  <History id={one.id} />
                  {rejecting ? (
                    <RejectForm
                      review={one}
                      reasons={sites.find(({ slug }) => slug === one.site.slug)?.settings.rejectReasons ?? []}
                      settled={settled}
                      onReject={(verdict) => {
                        setRejecting(false);
                        void decide(one, verdict);
                      }}
                      onCancel={() => setRejecting(false)}
                    />
                  ) : (
                    <div className={css.acts}>
                      <Button
                        disabled={settled || one.status === "approved"}
                        onClick={approve}
                        aria-keyshortcuts="A"
                      >
                        {t("decide.approve")}
                        <Key name="A" />
                      </Button>
                      <Button
                        variant="default"
                        disabled={settled || one.status === "rejected"}
                        onClick={reject}
                        aria-keyshortcuts="R"
                      >
                        {t("decide.reject")}
                        <Key name="R" />
                      </Button>
                      <Button
                        variant="subtle"
                        color="gray"
                        disabled={settled || one.status === "held"}
                        onClick={hold}
                        aria-keyshortcuts="Shift+H"
                      >
                        {t("bulk.hold")}
                        <Key name="⇧H" />
                      </Button>
                      {one.status === "approved" && (
                        <Button
                          variant="subtle"
                          color="gray"
                          onClick={() => feature(one)}
                          aria-keyshortcuts="F"
                        >
                          {t(one.featured ? "features.takeDown" : "features.feature")}
                          <Key name="F" />
                        </Button>
                      )}
                    </div>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {many && (
        <BulkBar
          count={chosen.all ? (more ? null : found.length) : chosen.ids.size}
          loaded={chosen.ids.size < entries.filter(({ gone }) => !gone).length}
          total={!chosen.all && more ? "fitting" : null}
          onAct={bulk.ask}
          onLoaded={chosen.chooseShown}
          onAll={chosen.chooseAll}
          onClear={chosen.clear}
        />
      )}
      <BulkDialogs bulk={bulk} sites={sites} asked={asked} />
    </>
  );
}
