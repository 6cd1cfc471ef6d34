import type { JobsOptions } from "bullmq";
import { z } from "zod";

const retry = (attempts: number, delay: number): JobsOptions => ({
  attempts,
  backoff: { type: "exponential", delay, jitter: 0.5 },
});

/** Finished jobs are forgotten: the database is the record. Failed ones stay a week, for whoever looks into them. */
const KEEP: JobsOptions = { removeOnComplete: true, removeOnFail: { age: 7 * 24 * 3_600, count: 10_000 } };

/** Every kind of work done later: what it is given (ids only; handlers read the present state), how it is retried, how many at once. */
export const JOBS = {
  "moderate-comments": {
    payload: z.object({ commentIds: z.array(z.uuid()).min(1).max(200) }),
    options: { ...retry(8, 500), ...KEEP },
    concurrency: 4,
  },
  "deliver-webhook": {
    payload: z.object({ deliveryId: z.uuid() }),
    // One try a job: the delivery itself remembers its attempts and when the next is due.
    options: { ...retry(3, 1_000), ...KEEP },
    concurrency: 20,
  },
} as const;

export type JobName = keyof typeof JOBS;
export type Payload<N extends JobName> = z.infer<(typeof JOBS)[N]["payload"]>;
export type NewJob = { [N in JobName]: { name: N; payload: Payload<N>; id?: string } }[JobName];
