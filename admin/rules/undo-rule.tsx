import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../app/section.tsx";
import { BatchPanel } from "../bulk/batch-panel.tsx";
import { useShownBatch } from "../bulk/shown-batch.ts";
import { useBatch, useBatches } from "../bulk/use-batch.ts";
import { UndoForm } from "../decide/undo-form.tsx";
import { refetchQueue } from "../live/use-live.ts";
import css from "./aside.module.css";
import type { RuleWithVersions } from "./use-rules.ts";

const UndoDialog = lazy(async () => ({ default: (await import("./undo-dialog.tsx")).UndoDialog }));

/** The way back from what a rule has done, and how far that is. */
export function UndoRule({ site, rule }: { site: string; rule: RuleWithVersions }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const batch = useBatch(useShownBatch());
  const afterwards = useCallback(() => {
    void refetchQueue(queries);
    void queries.invalidateQueries({ queryKey: ["rule-undo"] });
  }, [queries]);
  const batches = useBatches(afterwards);
  return (
    <Section title={t("rules.undo.title")} about={t("rules.undo.about")}>
      <div className={css.acts}>
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {t("rules.undo.look")}
        </Button>
      </div>
      {batch && <BatchPanel key={batch.id} batch={batch} onUndo={batches.undo} />}
      <Suspense>
        {asking && (
          <UndoDialog
            site={site}
            rule={rule}
            onMade={(made) => batches.made(made)}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
      {batches.asked && <UndoForm asked={batches.asked} />}
    </Section>
  );
}
