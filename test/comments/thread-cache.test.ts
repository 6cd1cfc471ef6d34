import { expect, test } from "@jest/globals";
import type { Thread } from "../../server/comments/contract.ts";
import { threadCache } from "../../server/comments/thread-cache.ts";
import type { Feed } from "../../server/events/feed.ts";

const silence: Feed = { subscribe: () => () => {}, onGap: () => () => {}, stop: async () => {} };

/** A cache, and how often each article's page of about a megabyte was made. */
function cacheOfMegabytes() {
  const cache = threadCache(silence);
  const made: Record<string, number> = {};
  const read = (article: string, query = "newest") =>
    cache.get(article, query, async () => {
      made[article] = (made[article] ?? 0) + 1;
      return { items: [{ text: "x".repeat(1_000_000) }], next: null, count: 1 } as unknown as Thread;
    });
  return { cache, made, read };
}

test("an article that changes all the time does not push the others out", async () => {
  const { cache, made, read } = cacheOfMegabytes();
  await read("quiet");
  for (let i = 0; i < 100; i++) {
    await read("busy");
    cache.forget("busy");
  }
  await read("quiet");
  expect(made).toEqual({ quiet: 1, busy: 100 });
});

test("when memory is full the articles go that nobody has read for longest", async () => {
  const { made, read } = cacheOfMegabytes();
  for (let i = 0; i < 100; i++) {
    await read("popular");
    await read(`once ${i}`);
  }
  await read("once 0");
  await read("once 99");
  expect(made).toMatchObject({ popular: 1, "once 0": 2, "once 99": 1 });
});

test("one article asked for in ever new ways does not outgrow the memory", async () => {
  const { made, read } = cacheOfMegabytes();
  for (let i = 0; i < 100; i++) await read("one", `${i}`);
  await read("one", "0");
  expect(made).toEqual({ one: 101 });
});
