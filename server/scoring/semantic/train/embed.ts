import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { FEATURES } from "../encoder.ts";
import { plainReading } from "../plain-reading.ts";
import { startThread } from "../thread.ts";
import type { Answer } from "../worker.ts";

/** FEATURES numbers a text, and whether it names a group. */
export interface Embedded {
  count: number;
  features: Float32Array;
  namesGroup: Uint8Array;
}

const CHUNK = 500;
const WIDTH = FEATURES + 1;
/** Part of every key: raise it when the encoder changes. How a text is read is in the key itself. */
const EDITION = 2;

/**
 * Sends texts through the encoder on several threads, some 13 ms each, and keeps the answers in `cache`, chunk by chunk, so that
 * an interrupted run goes on where it stopped.
 */
export async function embed(
  texts: readonly string[],
  {
    weights,
    cache,
    threads,
    say,
  }: { weights: string; cache: string; threads: number; say: (line: string) => void },
): Promise<Embedded> {
  mkdirSync(cache, { recursive: true });
  const chunks: { from: number; texts: string[]; file: string }[] = [];
  for (let from = 0; from < texts.length; from += CHUNK) {
    const some = texts.slice(from, from + CHUNK);
    chunks.push({ from, texts: some, file: join(cache, `${keyOf(some)}.f32`) });
  }
  const missing = chunks.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) say(`embedding ${missing.length} of ${chunks.length} chunks of ${CHUNK} texts`);
  const work = async (): Promise<void> => {
    if (missing.length === 0) return;
    const worker = startThread({ weights, head: null, stepsBack: false });
    for (let chunk = missing.shift(); chunk; chunk = missing.shift()) {
      const numbers = await ask(worker, chunk.texts);
      writeFileSync(`${chunk.file}.${process.pid}`, numbers);
      renameSync(`${chunk.file}.${process.pid}`, chunk.file);
      if (missing.length % 5 === 0) say(`${missing.length} chunks to go`);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: threads }, work));
  const features = new Float32Array(texts.length * FEATURES);
  const namesGroup = new Uint8Array(texts.length);
  for (const { from, texts: some, file } of chunks) {
    const bytes = readFileSync(file);
    const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, some.length * WIDTH);
    for (let i = 0; i < some.length; i++) {
      features.set(numbers.subarray(i * WIDTH, i * WIDTH + FEATURES), (from + i) * FEATURES);
      namesGroup[from + i] = numbers[i * WIDTH + FEATURES] as number;
    }
  }
  return { count: texts.length, features, namesGroup };
}

/** Texts that are read alike share their answers; a change of the normaliser asks the encoder again. */
export const keyOf = (texts: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify([EDITION, texts.map(plainReading)]))
    .digest("hex")
    .slice(0, 24);

function ask(worker: Worker, texts: readonly string[]): Promise<Float32Array> {
  const out = new Float32Array(texts.length * WIDTH);
  let left = texts.length;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off("message", hear);
      worker.off("error", reject);
    };
    const hear = (answer: Answer | "ready"): void => {
      if (answer === "ready") return;
      out.set(answer.numbers, answer.id * WIDTH);
      left -= 1;
      if (left > 0) return;
      settle();
      resolve(out);
    };
    worker.on("message", hear);
    worker.on("error", reject);
    texts.forEach((text, id) => {
      worker.postMessage({ id, text });
    });
  });
}
