import { Button } from "@mantine/core";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import type { Found } from "../../server/search/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { CommentCard } from "../comment/comment-card.tsx";
import { Key } from "../decide/action-bar.tsx";
import { RejectForm } from "../decide/reject-form.tsx";
import rowCss from "../queue/list-view.module.css";
import { FoundRow } from "./found-row.tsx";
import { History } from "./history.tsx";
import css from "./search-page.module.css";
import { useDecideFound } from "./use-decide-found.ts";

const UndoForm = lazy(async () => ({ default: (await import("../decide/undo-form.tsx")).UndoForm }));

interface Props {
  found: Found[];
  sites: Site[];
  showSite: boolean;
  /** Reads one anew, where it stands. */
  refresh: (id: string) => Promise<Review>;
  /** What is shown is of the search before; the next answer is on its way. */
  stale: boolean;
}

/** What was found. One at a time opens where it stands, with its history and what can be done. */
export function FoundList({ found, sites, showSite, refresh, stale }: Props) {
  const { t } = useTranslation();
  const [currentId, setCurrent] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const { decide, undo, asked } = useDecideFound(refresh);
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
  useActions(
    {
      "comment.approve": current !== undefined && !settled && approve,
      "comment.reject": current !== undefined && !settled && reject,
      "comment.next": () => step(1),
      "comment.previous": () => step(-1),
      "comment.nextInList": () => step(1),
      "comment.previousInList": () => step(-1),
      "decision.undo": undo,
      "decision.close": open && (() => setOpen(false)),
    },
    !rejecting,
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
                onPick={pick}
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
                    </div>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {asked && (
        <Suspense>
          <UndoForm asked={asked} />
        </Suspense>
      )}
    </>
  );
}
