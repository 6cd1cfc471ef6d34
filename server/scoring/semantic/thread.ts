import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../package-root.ts";
import type { WorkerData } from "./worker.ts";

const FOLDER = ["server", "scoring", "semantic"];

/** A new thread with the encoder. It says "ready", then an Answer to every Question, in their order. */
export function startThread(workerData: WorkerData): Worker {
  const options = { workerData, name: "semantic" };
  if (import.meta.url.endsWith(".ts")) {
    const source = pathToFileURL(join(packageRoot(), ...FOLDER, "worker.ts")).href;
    // From source, as tests and benchmarks run: a thread does not inherit tsx.
    const start = `import("tsx/esm/api").then(({ register }) => (register(), import(${JSON.stringify(source)})))`;
    return new Worker(start, { ...options, eval: true });
  }
  const built = join(packageRoot(), "dist", ...FOLDER, "worker.js");
  if (!existsSync(built)) throw new Error(`${built} is missing. Build it with npm run build.`);
  return new Worker(built, options);
}
