import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { openBackend } from "../../workers/backend.ts";
import type { NewJob } from "../../workers/jobs.ts";
import { relayBatch } from "../../workers/relay.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aComment, aPendingComment, harmless, posting, rude } from "../support/factories.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { thinkingScorer } from "../support/scorers.ts";
import { until } from "../support/until.ts";

const redis = (await startRedis()) as TestRedis;
// startRedis has printed why there is none.
const here = redis ? describe : describe.skip;

here("when Redis goes", () => {
  let app: TestApp;
  afterEach(() => app?.close());
  afterAll(() => redis.stop());

  const statuses = async (): Promise<Record<string, number>> => {
    const { rows } = await app.db.query<{ status: string; n: number }>(
      `select status, count(*)::int as n from comments group by status`,
    );
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  };
  const doubled = async (): Promise<number> => {
    const { rows } = await app.db.query(`select from decisions group by comment_id having count(*) > 1`);
    return rows.length;
  };

  test("the API still accepts, reads and decides, and everything is judged after it returns", async () => {
    app = await startApp({ redisUrl: redis.url });
    expect((await aComment(app)).status).toBe("approved");
    await redis.kill();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => posting(app, { text: i % 3 === 0 ? rude() : harmless() })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(201));
    expect(answers.map(({ body }) => body.status)).toEqual(Array(30).fill("pending"));
    expect((await app.reader.get("/readyz")).status).toBe(200);
    const first = answers[0]?.body.id as string;
    expect(
      (
        await app.owner.post(`/api/comments/${first}/decisions`, {
          action: "reject",
          version: 1,
          reason: "spam",
        })
      ).status,
    ).toBe(201);
    expect(await statuses()).toEqual({ approved: 1, pending: 29, rejected: 1 });
    await redis.restart();
    await app.drain(30);
    expect(await statuses()).toEqual({ approved: 21, held: 9, rejected: 1 });
    expect(await doubled()).toBe(0);
  });

  test("one that keeps the connection and says nothing is as good as gone", async () => {
    app = await startApp({ redisUrl: redis.url });
    expect((await aComment(app)).status).toBe("approved");
    const backend = await openBackend({ databaseUrl: app.url, redisUrl: redis.url, prefix: "{frozen}" });
    const job: NewJob = {
      name: "moderate-comments",
      payload: { commentIds: ["01890000-0000-7000-8000-000000000000"] },
    };
    await until("the queue takes a job", () =>
      backend.add([job]).then(
        () => true,
        () => false,
      ),
    );
    redis.freeze();
    await expect(backend.add([job])).rejects.toThrow();
    const comment = await aPendingComment(app);
    redis.thaw();
    await app.drain(30);
    expect((await app.reader.get(`/api/sites/demo/comments/${comment.id}`)).status).toBe(200);
    await backend.stop();
  });

  test("a comment whose job was being worked on when Redis was killed is decided once", async () => {
    const scorer = thinkingScorer();
    app = await startApp({ redisUrl: redis.url, scorers: [scorer] });
    await aPendingComment(app);
    await until("the scorer was asked", () => scorer.asked.length === 1);
    await redis.kill();
    scorer.stopThinking();
    await until("it is decided without Redis", async () => (await statuses()).approved === 1);
    await redis.restart();
    await app.drain(30);
    expect(await doubled()).toBe(0);
  });

  test("a process that starts while it is away accepts comments, and judges them once it comes", async () => {
    await redis.kill();
    app = await startApp({ redisUrl: redis.url });
    const answers = await Promise.all(Array.from({ length: 5 }, () => posting(app)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    await redis.restart();
    await app.drain(30);
    expect(await statuses()).toEqual({ approved: 5 });
  });

  test("a process stops in good time while it is away, whether it was ever there or not", async () => {
    for (const early of [true, false]) {
      if (early) await redis.kill();
      app = await startApp({ redisUrl: redis.url });
      if (!early) await redis.kill();
      await aPendingComment(app);
      const start = Date.now();
      await app.close();
      expect(Date.now() - start).toBeLessThan(8_000);
      await redis.restart();
    }
  });

  test("jobs that Redis forgot are handed over again", async () => {
    app = await startApp({ redisUrl: redis.url, workers: false });
    const backend = await openBackend({ databaseUrl: app.url, redisUrl: redis.url });
    await until("the queue answers", () =>
      backend.counts().then(
        () => true,
        () => false,
      ),
    );
    for (let i = 0; i < 5; i++) await aPendingComment(app);
    expect(await relayBatch(app.db, backend.add)).toBe(5);
    expect((await backend.counts()).waiting).toBeGreaterThan(0);
    const client = new Redis(redis.url);
    await client.flushall();
    await client.quit();
    await backend.stop();
    // As if they had waited for half a minute.
    await app.db.query(`update comments set created_at = created_at - interval '30 seconds'`);
    await app.startWorkers();
    await app.drain(30);
    expect(await statuses()).toEqual({ approved: 5 });
    expect(await doubled()).toBe(0);
  });
});

test("the relay leaves everything in the outbox when the queue takes nothing", async () => {
  const app = await startApp({ workers: false });
  await aPendingComment(app);
  await expect(relayBatch(app.db, () => Promise.reject(new Error("no queue")))).rejects.toThrow("no queue");
  expect((await app.db.query(`select from outbox`)).rowCount).toBe(1);
  await app.startWorkers();
  await app.drain();
  await app.close();
});
