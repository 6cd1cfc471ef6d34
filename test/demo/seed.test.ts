import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { joinEmbedded } from "../../server/db/embedded.ts";
import { connect } from "../../server/db/pool.ts";
import { DEMO_COMMENTS } from "../../server/demo/comments.ts";
import { withDemoLock } from "../../server/demo/store.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type Program, startProgram } from "../support/program.ts";
import { copyMadeFiles } from "../support/test-server.ts";
import { until } from "../support/until.ts";

// Each of these starts whole programs, some of them three one after another.
jest.setTimeout(180_000);
const ALL = DEMO_COMMENTS.length;
let app: TestApp | null = null;
let folder: string;
const running: Program[] = [];
// The second tier scores the same comments for seconds more.
const SEMANTIC = "0";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replydesk-seed-"));
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill("SIGTERM");
    await program.ended;
  }
  await app?.close();
  app = null;
  rmSync(folder, { recursive: true, force: true });
});

async function seed(env: Record<string, string>) {
  const program = startProgram("server/cli/seed.ts", { SEMANTIC, ...env });
  return { code: await program.ended, said: program.output().trim() };
}

async function stored({ db }: TestApp) {
  const { rows } = await db.query(
    `select c.id, c.text, c.status, c.parent_id as "parentId", a.url, c.reader_id as "readerId",
      (select count(*)::int from decisions d where d.comment_id = c.id) as decisions
     from comments c join articles a on a.id = c.article_id order by c.id`,
  );
  return rows;
}

test("on a database of one's own it fills the demo once, and then adds only what is missing", async () => {
  app = await startApp();
  const env = { DATABASE_URL: app.url, PUBLIC_URL: "https://comments.example" };
  expect(await seed(env)).toEqual({ code: 0, said: `Posted ${ALL} comments under the demo article.` });
  const first = await stored(app);
  expect(first).toHaveLength(ALL);
  for (const row of first) expect(row).toMatchObject({ decisions: 1, url: "https://comments.example/demo" });
  expect(new Set(first.map(({ readerId }) => readerId)).size).toBe(
    new Set(DEMO_COMMENTS.map((c) => c.name)).size,
  );

  expect(await seed(env)).toEqual({
    code: 0,
    said: `The demo is complete already: all its ${ALL} comments are there.`,
  });
  // Not approved any more, so nobody replies to it; still there, so nobody posts it again.
  const parent = first.find(({ text }) => text === DEMO_COMMENTS[0]?.text);
  await app.asLogin(`update comments set status = 'rejected' where id = $1`, [parent?.id]);
  const reply = first.find(({ parentId }) => parentId === parent?.id);
  await app.asLogin(
    `alter table decisions disable trigger user; delete from decisions where comment_id = '${reply?.id}';
     update comments set text = 'Other words.' where id = '${reply?.id}'`,
  );
  expect((await seed(env)).said).toBe(
    `Posted 1 comments under the demo article; the other ${ALL - 1} were there already.`,
  );
  const added = (await stored(app)).at(-1);
  expect(added).toMatchObject({ text: reply?.text, parentId: null, readerId: reply?.readerId });
});

test("beside other sites it makes the demo site", async () => {
  app = await startApp();
  await app.asLogin(`update sites set slug = 'ours'`);
  expect((await seed({ DATABASE_URL: app.url })).said).toBe(
    `Made the site “demo”. Posted ${ALL} comments under the demo article.`,
  );
});

test("where nothing judges comments it says so, and keeps what it posted", async () => {
  app = await startApp({ workers: false });
  const { code, said } = await seed({ DATABASE_URL: app.url });
  expect({ code, said }).toEqual({
    code: 1,
    said: "Nothing judges comments at the moment. Start workers (npm run workers), then run npm run seed again for the rest.",
  });
  await app.startWorkers();
  expect((await seed({ DATABASE_URL: app.url })).code).toBe(0);
  await app.drain();
  expect((await stored(app)).map(({ decisions }) => decisions)).toEqual(Array(ALL).fill(1));
});

test("two at once do not post twice", async () => {
  app = await startApp();
  const { url } = app;
  const { code, said } = await withDemoLock(app.db, () => seed({ DATABASE_URL: url }));
  expect({ code, said }).toEqual({
    code: 1,
    said: "The demo's comments are being added at this moment. Try again shortly.",
  });
});

test("on the built-in database it works whether Replydesk runs or not", async () => {
  copyMadeFiles(folder);
  const env = { DATA_DIR: folder, PORT: "0", SEMANTIC };
  expect(await seed(env)).toEqual({
    code: 0,
    said: `Made the site “demo”. Posted ${ALL} comments under the demo article.`,
  });
  const main = startProgram("server/main.ts", { ...env, LOG_LEVEL: "silent" });
  running.push(main);
  await main.says("Stop with Ctrl-C");
  expect(await seed(env)).toEqual({
    code: 0,
    said: `The demo is complete already: all its ${ALL} comments are there.`,
  });
});

test("a demo that a killed first start left unfinished is completed by the next", async () => {
  copyMadeFiles(folder);
  const env = { DATA_DIR: folder, PORT: "0", LOG_LEVEL: "silent", SEMANTIC };
  const first = startProgram("server/main.ts", env);
  await first.says("Stop with Ctrl-C");
  first.process.kill("SIGKILL");
  await first.ended;
  const next = startProgram("server/main.ts", env);
  running.push(next);
  await next.says("Stop with Ctrl-C");
  const db = connect(await joinEmbedded(folder), { max: 1 });
  const stored = async () =>
    (await db.query<{ n: number }>("select count(*)::int as n from comments")).rows[0]?.n;
  await until("the demo is complete", async () => (await stored()) === ALL, 60);
  await db.end();
});
