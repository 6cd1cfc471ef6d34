import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { createHead, readHead } from "./head.ts";
import { loadMeaning } from "./meaning.ts";

/** What the thread is started with: the package's folder, and the head's file, or null for the encoder's own numbers. */
export interface WorkerData {
  weights: string;
  head: string | null;
  /** Whether everything else goes first. */
  stepsBack: boolean;
}
export interface Question {
  id: number;
  text: string;
}
/** Six log-odds in the order of ATTRIBUTES, or without a head FEATURES numbers and 1 or 0 for a group named. */
export interface Answer {
  id: number;
  numbers: Float32Array;
}

/** Lets everything else go first: about a tenth of a busy core, and all of an idle one. Linux alone has a priority for each thread. */
function stepBack(): void {
  if (process.platform !== "linux") return;
  try {
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed, the bounded queue alone protects the rest.
  }
}

const port = parentPort;
if (port === null) throw new Error("server/scoring/semantic/worker.ts runs in a worker thread only.");
const { weights, head, stepsBack } = workerData as WorkerData;
if (stepsBack) stepBack();
const read = loadMeaning(weights);
const judge = head === null ? null : createHead(readHead(head));
port.on("message", ({ id, text }: Question) => {
  const { features, namesGroup } = read(text);
  const numbers = judge ? judge(features, namesGroup) : Float32Array.from([...features, Number(namesGroup)]);
  port.postMessage({ id, numbers } satisfies Answer);
});
port.postMessage("ready");
