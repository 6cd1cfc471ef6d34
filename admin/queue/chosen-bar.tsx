import { BulkBar } from "../bulk/bulk-bar.tsx";
import type { useBulk } from "../bulk/use-bulk.ts";
import { totalOf } from "./plain.ts";

interface Props {
  bulk: ReturnType<typeof useBulk>;
  /** How many wait in the queue, of what filters leave or not; undefined: not known yet. */
  count: number | undefined;
  narrowed: boolean;
  /** How many are loaded and wait. */
  loaded: number;
}

/** What can be done with the comments chosen in a queue. */
export function ChosenBar({ bulk: { chosen, ask }, count, narrowed, loaded }: Props) {
  return (
    <BulkBar
      count={chosen.all ? (narrowed ? null : (count ?? null)) : chosen.ids.size}
      loaded={chosen.ids.size < loaded}
      total={chosen.all ? null : narrowed ? "fitting" : totalOf(count, chosen.ids.size)}
      onAct={ask}
      onLoaded={chosen.chooseShown}
      onAll={chosen.chooseAll}
      onClear={chosen.clear}
    />
  );
}
