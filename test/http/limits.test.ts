import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "../support/app.ts";
import { clientAt } from "../support/client.ts";
import { bearer, posting } from "../support/factories.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { until } from "../support/until.ts";

let app: TestApp;
afterEach(() => app?.close());

async function post(times: number, address: string | null, via = app.reader): Promise<number[]> {
  const headers: Record<string, string> = address ? { "x-forwarded-for": address } : {};
  const answers = await Promise.all(Array.from({ length: times }, () => posting(app, { via, headers })));
  return answers.map(({ status }) => status).sort();
}

const counted = (statuses: number[]): Record<string, number> =>
  Object.fromEntries([201, 429].map((s) => [s, statuses.filter((x) => x === s).length]));

test("comments from this machine itself are not limited, whatever address they claim", async () => {
  app = await startApp({ workers: false });
  expect(counted(await post(70, null))).toEqual({ 201: 70, 429: 0 });
  expect(counted(await post(70, "203.0.113.7"))).toEqual({ 201: 70, 429: 0 });
});

test("behind a proxy an address may post sixty times a minute, is told when to come back, and takes nothing from others", async () => {
  app = await startApp({ workers: false, trustProxy: 1 });
  expect(counted(await post(65, "203.0.113.7"))).toEqual({ 201: 60, 429: 5 });
  const refused = await posting(app, { headers: { "x-forwarded-for": "203.0.113.7" } });
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ code: "rate_limited" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(counted(await post(3, "198.51.100.1"))).toEqual({ 201: 3, 429: 0 });
  // Only what the trusted proxy wrote counts, which is the last address.
  expect(counted(await post(1, "198.51.100.99, 203.0.113.7"))).toEqual({ 201: 0, 429: 1 });
});

test("addresses of one IPv6 network count together", async () => {
  app = await startApp({ workers: false, trustProxy: 1 });
  const some = await Promise.all([1, 2, 3, 4].map((n) => post(16, `2001:db8:1:1::${n}`)));
  expect(counted(some.flat())).toEqual({ 201: 60, 429: 4 });
});

test("edits count like comments", async () => {
  app = await startApp({ workers: false, trustProxy: 1 });
  const from = { "x-forwarded-for": "203.0.113.7" };
  const comment = (await posting(app, { headers: from })).body;
  const edits = await Promise.all(
    Array.from({ length: 62 }, (_, i) =>
      app.reader.patch(
        `/api/sites/demo/comments/${comment.id}`,
        { text: `Better ${i}` },
        { ...bearer(comment), ...from },
      ),
    ),
  );
  expect(edits.filter(({ status }) => status === 429)).toHaveLength(3);
});

const redis = (await startRedis()) as TestRedis;
const here = redis ? describe : describe.skip;

here("with Redis", () => {
  afterAll(() => redis.stop());

  test("several servers count together", async () => {
    app = await startApp({ workers: false, trustProxy: 1, redisUrl: redis.url });
    const other = clientAt(await app.startServer());
    for (const via of [app.reader, other]) {
      await until("it counts", async () =>
        (await posting(app, { via, headers: { "x-forwarded-for": "203.0.113.1" } })).headers.has("ratelimit"),
      );
    }
    // Neither server alone has reached the limit; a post that Redis was too slow to count passes.
    const some = await Promise.all([post(50, "203.0.113.8"), post(50, "203.0.113.8", other)]);
    expect(some.flat()).toContain(429);
  });

  test("comments are accepted while it is away, and counted again once it is back with nothing in memory", async () => {
    app = await startApp({ workers: false, trustProxy: 1, redisUrl: redis.url });
    expect(counted(await post(1, "203.0.113.9"))).toEqual({ 201: 1, 429: 0 });
    await redis.kill();
    expect(counted(await post(70, "203.0.113.9"))).toEqual({ 201: 70, 429: 0 });
    await redis.restart();
    await until("posts are limited again", async () => (await post(61, "203.0.113.9")).includes(429));
  });
});
