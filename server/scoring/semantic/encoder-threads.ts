import type { Worker } from "node:worker_threads";
import { log } from "../../log.ts";
import type { Answer, WorkerData } from "./worker.ts";

export interface EncoderThreads {
  /** Whether one answers now. */
  ready(): boolean;
  /** How many questions wait for an answer, whether or not somebody still waits for it. */
  waiting(): number;
  /** Log-odds of a text, or null: no thread is up, the one asked ended, or `patience` ms passed. */
  ask(text: string, patience: number): Promise<Float32Array | null>;
  /** Starts the threads unless they were; resolves when one answers or could not start. */
  start(): Promise<void>;
  /** Ends the threads; who still waits gets null. */
  stop(): Promise<void>;
}

interface Seat {
  worker: Worker | null;
  ready: boolean;
  waiting: Map<number, (numbers: Float32Array | null) => void>;
}

/** A thread that ends by itself starts again after this long, in ms; after each failure in a row twice as long, … */
const REST = 1_000;
/** … up to this. */
const LONGEST_REST = 60_000;

/**
 * Threads that hold an encoder each. A thread that ends by itself is logged and started again, its questions answered null.
 * `startThread` makes one.
 */
export function encoderThreads(
  count: number,
  data: WorkerData,
  startThread: (data: WorkerData) => Worker,
): EncoderThreads {
  const seats: Seat[] = Array.from({ length: count }, () => ({
    worker: null,
    ready: false,
    waiting: new Map(),
  }));
  let next = 0;
  let stopped = false;
  let started: Promise<void> | undefined;
  const rests = new Set<NodeJS.Timeout>();

  function occupy(seat: Seat, failures: number): Promise<void> {
    return new Promise((resolve) => {
      let worker: Worker;
      let lost = "It ended by itself";
      const end = (): void => {
        const wasReady = seat.ready;
        seat.worker = null;
        seat.ready = false;
        for (const answer of seat.waiting.values()) answer(null);
        seat.waiting.clear();
        resolve();
        if (stopped) return;
        const inARow = wasReady ? 0 : failures + 1;
        const rest = Math.min(LONGEST_REST, REST * 2 ** inARow);
        log.warn(
          { reason: lost, rest },
          "The semantic tier's thread ended; the local scorer answers alone until it is back",
        );
        const timer = setTimeout(() => {
          rests.delete(timer);
          void occupy(seat, inARow);
        }, rest);
        timer.unref();
        rests.add(timer);
      };
      try {
        worker = startThread(data);
      } catch (error) {
        lost = (error as Error).message;
        end();
        return;
      }
      seat.worker = worker;
      // A process that has nothing else to do may end.
      worker.unref();
      worker.on("message", (message: Answer | "ready") => {
        if (message === "ready") {
          seat.ready = true;
          resolve();
          return;
        }
        seat.waiting.get(message.id)?.(message.numbers);
        seat.waiting.delete(message.id);
      });
      worker.on("error", (error: Error) => {
        lost = error.message;
      });
      worker.on("exit", end);
    });
  }

  const waiting = (): number => seats.reduce((sum, seat) => sum + seat.waiting.size, 0);
  return {
    ready: () => seats.some((seat) => seat.ready),
    waiting,
    ask(text, patience) {
      const free = seats.filter(({ ready }) => ready).sort((a, b) => a.waiting.size - b.waiting.size)[0];
      if (free?.worker == null) return Promise.resolve(null);
      const { worker } = free;
      const id = next++;
      return new Promise((resolve) => {
        const late = setTimeout(() => resolve(null), patience);
        free.waiting.set(id, (numbers) => {
          clearTimeout(late);
          resolve(numbers);
        });
        worker.postMessage({ id, text });
      });
    },
    start() {
      started ??= Promise.all(seats.map((seat) => occupy(seat, 0))).then(() => {});
      return started;
    },
    async stop() {
      stopped = true;
      for (const timer of rests) clearTimeout(timer);
      await Promise.all(seats.map(({ worker }) => worker?.terminate()));
    },
  };
}
