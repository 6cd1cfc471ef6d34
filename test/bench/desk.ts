import { percentile } from "./measure.ts";
import { type Goal, goalLines } from "./report.ts";
import type { SeededServer } from "./seeded-server.ts";

/** Times each question is asked. */
const ROUNDS = 200;
/** For those that count all that waits. */
const FEW_ROUNDS = 30;
/** So many in the beginning are not counted: plans are made and pages read for the first time. */
const WARM_UP = 20;

/** Measures the desk's questions, through HTTP and one at a time; prints p50 and p99 in ms. */
export const benchDesk = ({ port, cookie }: SeededServer): Promise<void> => ask(port, cookie);

interface Page {
  items: { id: string }[];
  next: string | null;
}

async function ask(port: number, cookie: string): Promise<void> {
  const call = async (path: string, init: RequestInit = {}): Promise<Page & { item?: { id: string } }> => {
    const headers = { cookie, "content-type": "application/json" };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? ({} as Page) : ((await response.json()) as Page);
  };
  const queue = (query: string) => async (): Promise<void> => void (await call(`/api/queue?${query}`));
  /** Reads on and on, as somebody who scrolls, and from the front again at the end. */
  const scrolling = (query: string) => {
    let after: string | null = null;
    return async (): Promise<void> => {
      after = (await call(`/api/queue?${query}${after ? `&after=${after}` : ""}`)).next;
    };
  };
  const goals: Goal[] = [];
  const time = async (
    what: string,
    goal: number | null,
    once: () => Promise<void>,
    rounds = ROUNDS,
  ): Promise<void> => {
    const took: number[] = [];
    for (let i = 0; i < WARM_UP + rounds; i += 1) {
      const from = performance.now();
      await once();
      if (i >= WARM_UP) took.push(performance.now() - from);
    }
    const [p50, p99] = [percentile(took, 0.5), percentile(took, 0.99)];
    console.log(
      `${what.padEnd(44)} p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms`,
    );
    if (goal) goals.push({ what: `${what}, p99 ms`, reached: p99, goal });
  };

  await time("counts (with one comment)", 20, queue("limit=1"));
  await time("queue page, 50, longest wait, counts", 20, queue("limit=50"));
  await time("queue page, 50, scrolling", 20, scrolling("limit=50"));
  await time("queue page, 50, by highest score", 20, queue("limit=50&sort=score"));
  await time("queue page, 50, by insult, scrolling", 20, scrolling("limit=50&sort=score&by=INSULT"));
  await time("queue page, 50, most reports", 20, queue("limit=50&sort=reports"));
  await time("queue page, 50, one section of forty", null, queue("limit=50&section=section-7"));
  await time("queue page, 50, a rule that held 1 in 1,000", null, queue("limit=50&rule=rare"));
  await time("claim the next, and let go", null, async () => {
    const { item } = await call("/api/queue/claims", { method: "POST", body: "{}" });
    await call(`/api/comments/${item?.id}/claim`, { method: "DELETE" });
  });
  await time("plot of all that waits", null, async () => void (await call("/api/queue/plot")), FEW_ROUNDS);
  const filter = { queue: "held", scores: [{ attribute: "TOXICITY", from: 0.9, to: 1 }] };
  const preview = { method: "POST", body: JSON.stringify({ filter }) };
  await time(
    "preview of a tenth of the scores",
    null,
    async () => void (await call("/api/batches/preview", preview)),
    FEW_ROUNDS,
  );
  console.log(`\n${goalLines(goals)}`);
}
