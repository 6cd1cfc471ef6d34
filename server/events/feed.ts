import { listen } from "../db/listen.ts";
import { log } from "../log.ts";
import type { LiveEvent } from "./contract.ts";

/** The live events of every process, as this process hears them. */
export interface Feed {
  /** Calls `hear` with each event; returns how to stop. */
  subscribe(hear: (event: LiveEvent) => void): () => void;
  /** Calls `react` when events may have been missed: forget what they would have changed. */
  onGap(react: () => void): () => void;
  stop(): Promise<void>;
}

/** Listens to the live channel on a connection of its own. `url` must reach PostgreSQL itself, not a pooler in transaction mode. */
export async function startFeed(url: string): Promise<Feed> {
  const hearers = new Set<(event: LiveEvent) => void>();
  const reactors = new Set<() => void>();
  const listener = await listen(
    url,
    "live",
    (payload) => {
      for (const event of JSON.parse(payload) as LiveEvent[]) for (const hear of hearers) tell(hear, event);
    },
    () => {
      for (const react of reactors) react();
    },
  );
  return {
    subscribe: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    onGap: (react) => {
      reactors.add(react);
      return () => reactors.delete(react);
    },
    stop: () => listener.stop(),
  };
}

/** One hearer's failure must not silence the others. */
function tell(hear: (event: LiveEvent) => void, event: LiveEvent): void {
  try {
    hear(event);
  } catch (error) {
    log.error({ err: error, type: event.type }, "A listener to live events failed");
  }
}
