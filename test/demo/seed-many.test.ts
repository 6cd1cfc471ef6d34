import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { connect, type Db } from "../../server/db/pool.ts";
import { seedMany } from "../../server/demo/seed-many.ts";
import { recount } from "../../server/queues/changes.ts";
import { findAstray } from "../../server/queues/refresh.ts";
import { recountReaders } from "../../server/readers/changes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, queueOf } from "../support/factories.ts";

let app: TestApp;
let login: Db;
beforeAll(async () => {
  app = await startApp();
  login = connect(app.url, { max: 1, statementTimeout: 0 });
});
afterAll(async () => {
  await login.end();
  await app.close();
});

test("a site filled with made-up comments counts, shows and finds them as it does those of its readers", async () => {
  await aHeldComment(app);
  await expect(seedMany(app.db, { comments: 300, held: 30 })).rejects.toThrow(
    "The database's role may not load comments past its triggers. Use a superuser's DATABASE_URL, or the built-in database.",
  );
  const [word] = await seedMany(login, { comments: 300, held: 30 });
  const { items, counts } = await queueOf(app.owner, { limit: "100" });
  expect(items).toHaveLength(31);
  expect(counts.held).toBe(31);
  expect(await findAstray(app.db, 10)).toEqual([]);
  expect(await recount(app.db)).toBe(0);
  expect(await recountReaders(app.db)).toBe(0);
  const found = await app.owner.get<{ items: { text: string }[] }>(
    `/api/search?${new URLSearchParams({ q: word as string })}`,
  );
  expect(found.body.items[0]?.text.toLowerCase().split(/\W+/)).toContain(word);
  await expect(seedMany(login, { comments: 300, held: 30 })).rejects.toThrow("made-up comments already");
});
