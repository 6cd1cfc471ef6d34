import { lazy, Suspense } from "react";
import type { Site } from "../../server/sites/contract.ts";
import type { AskedReason } from "../decide/undoable.ts";
import type { useBulk } from "./use-bulk.ts";
import { commonReasons } from "./what.ts";

const BatchDialog = lazy(async () => ({ default: (await import("./batch-dialog.tsx")).BatchDialog }));
const BatchPanel = lazy(async () => ({ default: (await import("./batch-panel.tsx")).BatchPanel }));
const UndoForm = lazy(async () => ({ default: (await import("../decide/undo-form.tsx")).UndoForm }));

interface Props {
  bulk: ReturnType<typeof useBulk>;
  /** Whose comments may be among those chosen. */
  sites: Site[];
  /** A single decision that is to be taken back late. */
  asked: AskedReason | null;
}

/** What is asked before many are decided or something is taken back late, and what became of the last batch. */
export function BulkDialogs({ bulk, sites, asked }: Props) {
  const why = asked ?? bulk.batches.asked;
  return (
    <Suspense>
      {bulk.batch && <BatchPanel key={bulk.batch.id} batch={bulk.batch} onUndo={bulk.batches.undo} />}
      {bulk.asking && (
        <BatchDialog
          {...bulk.asking}
          reasons={commonReasons(sites)}
          onDecide={bulk.decide}
          onClose={bulk.close}
        />
      )}
      {why && <UndoForm asked={why} />}
    </Suspense>
  );
}
