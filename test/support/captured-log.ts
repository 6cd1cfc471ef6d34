import type { Writable } from "node:stream";
import { pino } from "pino";
import { log } from "../../server/log.ts";

export interface CapturedLog {
  /** Every line that was logged, of every level. */
  text(): string;
  /** Lets the log go where it went before. */
  end(): void;
}

/** Takes what this process logs, as its lines would be written: hidden fields are hidden already. */
export function captureLog(): CapturedLog {
  const stream = (log as unknown as Record<symbol, Pick<Writable, "write">>)[pino.symbols.streamSym];
  if (!stream) throw new Error("The log has no stream.");
  const { write } = stream;
  const { level } = log;
  const lines: string[] = [];
  stream.write = (line: unknown) => lines.push(String(line)) > 0;
  log.level = "trace";
  return {
    text: () => lines.join(""),
    end() {
      stream.write = write;
      log.level = level;
    },
  };
}
