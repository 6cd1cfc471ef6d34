import { cpuOf } from "./cpu.ts";
import type { Order, Report } from "./load.ts";
import type { Subject } from "./stack.ts";

export interface Figures {
  /** Requests, or comments decided, in a second. */
  rate: number;
  p50: number;
  p99: number;
  /** CPU, in ms, of one of them over all processes but the load generator. */
  cpu: number;
}

type Send = (order: Order) => Promise<Report>;

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Sends an order and waits for `settled`; what both took together is what it cost. */
export async function measure(
  send: Send,
  subject: Subject,
  order: Extract<Order, { count: number }>,
  settled: () => Promise<void> = async () => {},
): Promise<Figures> {
  const before = cpuOf(subject.pids);
  const began = performance.now();
  const { latencies, statuses } = await send(order);
  const refused = Object.entries(statuses).filter(([status]) => !/^(2..|304)$/.test(status));
  if (refused.length > 0) throw new Error(`Some requests were refused: ${JSON.stringify(statuses)}`);
  await settled();
  const seconds = (performance.now() - began) / 1_000;
  return {
    rate: order.count / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpu: (cpuOf(subject.pids) - before) / order.count,
  };
}

/** Resolves when no comment is pending any more. */
export async function allDecided({ db }: Subject): Promise<void> {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    const { rows } = await db.query("select from comments where status = 'pending' limit 1");
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("Some comments were not decided within a minute");
}

export function medians(rounds: readonly Figures[]): Figures {
  const of = (name: keyof Figures): number => median(rounds.map((round) => round[name]));
  return { rate: of("rate"), p50: of("p50"), p99: of("p99"), cpu: of("cpu") };
}
