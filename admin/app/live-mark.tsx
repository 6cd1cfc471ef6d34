import { useLiveState } from "../live/use-live.ts";
import css from "./shell.module.css";

const WORDS = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  offline: "Offline",
} as const;

/** Whether what is on screen is kept up to date: as a word and as a shape. */
export function LiveMark() {
  const state = useLiveState();
  return (
    <div className={css.live} data-state={state} role="status" aria-label={`Connection: ${WORDS[state]}`}>
      <span className={css.shape} />
      {WORDS[state]}
    </div>
  );
}
