import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { UnrecoverableError } from "bullmq";
import { until } from "../support/until.ts";
import { type Kind, type Parts, partsOn } from "./bullmq.ts";

let names = 0;
const aName = (): string => {
  names += 1;
  return `queue-${names}`;
};
const many = (count: number): { name: string; data: object }[] =>
  Array.from({ length: count }, (_, i) => ({ name: "job", data: { i } }));

/** What the application and its operators rely on, held to whichever back end keeps the queue. */
const kinds: Kind[] = ["postgres", "redis"];
const backends = await Promise.all(
  kinds.map(async (kind) => ({ kind, parts: (await partsOn(kind)) as Parts })),
);

for (const { kind, parts } of backends) {
  // partsOn has printed why there is no server.
  const here = parts ? describe : describe.skip;
  here(`on ${kind}`, () => {
    afterEach(() => parts.close());
    afterAll(() => parts.stop());

    test("a job is done once, and who waits for it gets its result", async () => {
      const name = aName();
      const [queue, events] = [parts.queue(name), await parts.events(name)];
      const done: unknown[] = [];
      await parts.worker(name, async (job) => {
        done.push(job.data);
        return job.data.x * 2;
      });
      const job = await queue.add("double", { x: 21 });
      expect(await job.waitUntilFinished(events, 10_000)).toBe(42);
      expect(done).toEqual([{ x: 21 }]);
    });

    test("an idle worker is woken by a new job, not by the clock", async () => {
      const name = aName();
      const queue = parts.queue(name);
      let done = 0;
      // Looking for work every half minute would miss this test's end.
      await parts.worker(name, async () => (done += 1), { drainDelay: 30 });
      for (let round = 1; round <= 3; round++) {
        await queue.add("job", {});
        await until("the job is done", () => done === round, 5);
      }
    });

    test("a job that fails is tried again, with a growing pause, until it succeeds", async () => {
      const name = aName();
      const queue = parts.queue(name);
      const tries: number[] = [];
      await parts.worker(name, async () => {
        tries.push(Date.now());
        if (tries.length < 3) throw new Error("not yet");
      });
      const job = await queue.add("job", {}, { attempts: 5, backoff: { type: "exponential", delay: 60 } });
      await until("it is completed", async () => (await job.getState()) === "completed");
      expect(tries).toHaveLength(3);
      expect((tries[1] as number) - (tries[0] as number)).toBeGreaterThanOrEqual(55);
      expect((tries[2] as number) - (tries[1] as number)).toBeGreaterThanOrEqual(115);
    });

    test("a job that can never succeed fails at the first try and is kept with its reason", async () => {
      const name = aName();
      const queue = parts.queue(name);
      await parts.worker(name, async () => {
        throw new UnrecoverableError("never");
      });
      const { id } = await queue.add("job", {}, { attempts: 5 });
      await until("it has failed", async () => (await queue.getFailedCount()) === 1);
      expect(await queue.getJob(id as string)).toMatchObject({ attemptsMade: 1, failedReason: "never" });
    });

    test("a delayed job is not done before its time", async () => {
      const name = aName();
      const queue = parts.queue(name);
      let done = 0;
      await parts.worker(name, async () => (done = Date.now()));
      const added = Date.now();
      await queue.add("job", {}, { delay: 300 });
      expect(await queue.getDelayedCount()).toBe(1);
      await until("it is done", () => done > 0);
      expect(done - added).toBeGreaterThanOrEqual(290);
    });

    test("urgent jobs come first", async () => {
      const name = aName();
      const queue = parts.queue(name);
      for (const priority of [10, 1, 5]) await queue.add(`job ${priority}`, {}, { priority });
      const order: string[] = [];
      await parts.worker(name, async (job) => order.push(job.name));
      await until("all are done", () => order.length === 3);
      expect(order).toEqual(["job 1", "job 5", "job 10"]);
    });

    test("a limit on the rate is kept", async () => {
      const name = aName();
      const queue = parts.queue(name);
      await queue.addBulk(many(9));
      const times: number[] = [];
      await parts.worker(name, async () => times.push(Date.now()), {
        limiter: { max: 3, duration: 300 },
        concurrency: 9,
      });
      await until("all are done", () => times.length === 9);
      expect((times[8] as number) - (times[0] as number)).toBeGreaterThanOrEqual(500);
    });

    test("a parent waits for its children and sees what they answered", async () => {
      const name = aName();
      let seen: unknown[] = [];
      await parts.worker(
        name,
        async (job) => {
          if (job.name !== "parent") return job.data.v;
          seen = Object.values(await job.getChildrenValues());
        },
        { concurrency: 3 },
      );
      const children = [1, 2, 3].map((v) => ({ name: "child", queueName: name, data: { v } }));
      await parts.flows().add({ name: "parent", queueName: name, children });
      await until("the parent has run", () => seen.length > 0);
      expect([...seen].sort()).toEqual([1, 2, 3]);
    });

    test("a parent fails with a child it cannot do without", async () => {
      const name = aName();
      const ran: string[] = [];
      await parts.worker(name, async (job) => {
        ran.push(job.name);
        if (job.name === "child") throw new Error("boom");
      });
      const { job } = await parts.flows().add({
        name: "parent",
        queueName: name,
        children: [{ name: "child", queueName: name, opts: { failParentOnFailure: true } }],
      });
      await until("the parent has failed", async () => (await job.getState()) === "failed");
      expect(ran).toEqual(["child"]);
    });

    test("a repeating job comes again and again until it is taken away", async () => {
      const name = aName();
      const queue = parts.queue(name);
      let ticks = 0;
      await parts.worker(name, async () => (ticks += 1));
      await queue.upsertJobScheduler("pulse", { every: 100 }, { name: "tick" });
      // Saying it again changes nothing.
      await queue.upsertJobScheduler("pulse", { every: 100 }, { name: "tick" });
      expect(await queue.getJobSchedulers()).toHaveLength(1);
      await until("it came four times", () => ticks >= 4);
      expect(await queue.removeJobScheduler("pulse")).toBe(true);
      expect(await queue.getJobSchedulers()).toEqual([]);
      await until("nothing is left", async () => {
        const { delayed, waiting, active } = await queue.getJobCounts("delayed", "waiting", "active");
        return !delayed && !waiting && !active;
      });
    });

    test("a job may come by the calendar", async () => {
      const name = aName();
      const queue = parts.queue(name);
      let ticks = 0;
      await parts.worker(name, async () => (ticks += 1));
      await queue.upsertJobScheduler("second", { pattern: "* * * * * *" }, { name: "tick" });
      await until("it came", () => ticks >= 1);
      await queue.removeJobScheduler("second");
    });

    test("what happens to jobs can be followed", async () => {
      const name = aName();
      const [queue, events] = [parts.queue(name), await parts.events(name)];
      const seen: string[] = [];
      for (const event of ["added", "active", "progress", "completed", "failed"] as const)
        events.on(event, () => seen.push(event));
      await parts.worker(name, async (job) => {
        if (job.name === "bad") throw new Error("no");
        await job.updateProgress(50);
      });
      await queue.add("good", {});
      await queue.add("bad", {});
      await until("both ended", () => seen.includes("completed") && seen.includes("failed"));
      expect(seen).toEqual(expect.arrayContaining(["added", "active", "progress"]));
    });

    test("a job whose worker died is done by another", async () => {
      const name = aName();
      const queue = parts.queue(name);
      await queue.add("job", {});
      const dead = await parts.worker(name, null, { lockDuration: 300, autorun: false });
      expect(await dead.getNextJob("its token")).toBeDefined();
      const done: (string | undefined)[] = [];
      const stalled: string[] = [];
      const worker = await parts.worker(name, async (job) => done.push(job.id), {
        lockDuration: 300,
        stalledInterval: 200,
      });
      worker.on("stalled", (id) => stalled.push(id));
      await until("another has done it", () => done.length === 1);
      expect(stalled).toEqual(done);
    });

    test("a queue that is paused keeps its jobs until it goes on", async () => {
      const name = aName();
      const queue = parts.queue(name);
      const done: number[] = [];
      await queue.pause();
      await parts.worker(name, async (job) => done.push(job.data.i));
      await queue.addBulk(many(3));
      expect(await queue.isPaused()).toBe(true);
      // PostgreSQL counts them apart, as a kind its types do not name; Redis among those that wait.
      const { waiting = 0, paused = 0 } = await queue.getJobCounts("waiting", "paused" as "waiting");
      expect(waiting + paused).toBe(3);
      expect(done).toEqual([]);
      await queue.resume();
      await until("all are done", () => done.length === 3);
      expect(done).toEqual([0, 1, 2]);
    });

    test("the same job is not added twice, and finished ones are forgotten", async () => {
      const name = aName();
      const queue = parts.queue(name);
      const [first, second] = [
        await queue.add("job", {}, { deduplication: { id: "one" } }),
        await queue.add("job", {}, { deduplication: { id: "one" } }),
      ];
      expect(second.id).toBe(first.id);
      await queue.addBulk([1, 2].map(() => ({ name: "job", data: {}, opts: { jobId: "mine" } })));
      expect(await queue.getWaitingCount()).toBe(2);
      let done = 0;
      await parts.worker(name, async () => (done += 1), { removeOnComplete: { count: 1 } });
      await until("both are done", () => done === 2);
      await until("one is remembered", async () => (await queue.getCompletedCount()) === 1);
    });

    test("a limit for all workers together is kept", async () => {
      const name = aName();
      const queue = parts.queue(name);
      await queue.setGlobalConcurrency(1);
      let [now, most, done] = [0, 0, 0];
      const work = async (): Promise<void> => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
        done += 1;
      };
      await parts.worker(name, work, { concurrency: 5 });
      await parts.worker(name, work, { concurrency: 5 });
      await queue.addBulk(many(8));
      await until("all are done", () => done === 8);
      expect(most).toBe(1);
    });

    test("a queue can be emptied and removed", async () => {
      const name = aName();
      const queue = parts.queue(name);
      await queue.addBulk(many(5));
      await queue.add("later", {}, { delay: 60_000 });
      await queue.drain();
      expect(await queue.getJobCounts("waiting", "delayed")).toEqual({ waiting: 0, delayed: 1 });
      await queue.drain(true);
      expect(await queue.getDelayedCount()).toBe(0);
      await queue.addBulk(many(5));
      await queue.obliterate({ force: true });
      expect(await queue.getWaitingCount()).toBe(0);
      await queue.addBulk(many(1));
      expect(await queue.getWaitingCount()).toBe(1);
    });
  });
}
