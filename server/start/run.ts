import { type Config, readConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { databaseProblem } from "./database-problem.ts";

/** A stop that takes longer than this, in ms, ends the process all the same. */
const PATIENCE = 15_000;

/**
 * Runs a process from its settings to its end: what `start` hands to `stopping` is stopped in reverse order on Ctrl-C or SIGTERM, or when the
 * start fails. A refusal (AppError), or a database out of reach, is one message and exit code 1; anything else also shows where it came from.
 */
export async function run(
  start: (config: Config, stopping: (stop: () => Promise<unknown>) => void) => Promise<void>,
): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  let ending: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    const late = setTimeout(() => {
      log.error("Stopping took too long; ending now");
      process.exit(1);
    }, PATIENCE);
    for (const stop of stops.splice(0).reverse()) {
      await stop().catch((error: Error) =>
        log.error({ reason: error.message }, "A part did not stop cleanly"),
      );
    }
    clearTimeout(late);
  }

  function end(signal: NodeJS.Signals): void {
    if (ending !== undefined) {
      log.warn("Stopping already; press again only if it hangs");
      return;
    }
    log.info({ signal }, "Stopping");
    ending = stopAll().then(() => process.exit(0));
  }
  process.on("SIGINT", end);
  process.on("SIGTERM", end);

  try {
    const config = readConfig();
    log.level = config.logLevel;
    await start(config, (stop) => stops.push(stop));
  } catch (error) {
    if (ending !== undefined) return ending;
    const known = error instanceof AppError ? error : databaseProblem(error);
    process.stderr.write(`${known?.message ?? (error as Error).stack}\n`);
    await stopAll();
    process.exit(1);
  }
}
