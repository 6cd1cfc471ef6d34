/**
 * Runs `work` soon after it is asked for, at most once every `everyMs`, and never twice at a time: what is asked for
 * while it runs makes it run once more afterwards, so the last request is always answered by fresh work.
 */
export function coalesce(work: () => Promise<unknown>, everyMs: number): () => void {
  let running = false;
  let again = false;
  let last = 0;
  let asked = false;

  const run = async () => {
    asked = false;
    running = true;
    again = false;
    last = Date.now();
    try {
      await work();
    } catch {
      // What failed shows its own error; the next request tries again.
    } finally {
      running = false;
      if (again) ask();
    }
  };
  const ask = () => {
    if (running) again = true;
    else if (!asked) {
      asked = true;
      setTimeout(() => void run(), Math.max(0, last + everyMs - Date.now()));
    }
  };
  return ask;
}
