import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { migrate, schemaState, waitForSchema } from "../../server/db/migrate.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase({ empty: true });
  folder = mkdtempSync(join(tmpdir(), "replydesk-migrations-"));
  file("0001-first.sql", "create table first (id int);\ninsert into first values (1);\n");
  file("0002-second.sql", "create table second (id int); select pg_sleep(0.05);");
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function file(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

test("migrations are applied once, in order, and are then nothing to do", async () => {
  expect(await migrate(database.url, folder)).toEqual(["0001-first.sql", "0002-second.sql"]);
  expect(await migrate(database.url, folder)).toEqual([]);
});

test("processes that migrate at once apply each file once", async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, folder)));
  expect(applied.flat().sort()).toEqual(["0001-first.sql", "0002-second.sql"]);
  const { rows } = await database.db.query("select * from first");
  expect(rows).toEqual([{ id: 1 }]);
});

test("a migration that fails leaves nothing of itself, keeps those before it, and can be mended", async () => {
  file("0003-third.sql", "create table third (id int); select 1/0;");
  await expect(migrate(database.url, folder)).rejects.toThrow("0003-third.sql failed: division by zero");
  expect(
    (await database.db.query("select to_regclass('third') as t, to_regclass('second')::text as s")).rows,
  ).toEqual([{ t: null, s: "second" }]);
  file("0003-third.sql", "create table third (id int);");
  expect(await migrate(database.url, folder)).toEqual(["0003-third.sql"]);
});

test("a file that changed after it was applied is refused by name", async () => {
  await migrate(database.url, folder);
  file("0001-first.sql", "create table first (id bigint);");
  await expect(migrate(database.url, folder)).rejects.toThrow(/0001-first\.sql has changed/);
  await expect(schemaState(database.db, folder)).rejects.toThrow(/0001-first\.sql has changed/);
});

test("Windows line ends are not a change", async () => {
  await migrate(database.url, folder);
  file("0001-first.sql", "create table first (id int);\r\ninsert into first values (1);\r\n");
  expect(await schemaState(database.db, folder)).toBe("current");
});

test("a schema is behind, current or ahead", async () => {
  expect(await schemaState(database.db, folder)).toBe("behind");
  await migrate(database.url, folder);
  expect(await schemaState(database.db, folder)).toBe("current");
  rmSync(join(folder, "0002-second.sql"));
  expect(await schemaState(database.db, folder)).toBe("ahead");
  await expect(migrate(database.url, folder)).rejects.toThrow(/newer version of Replydesk.*0002-second\.sql/);
  await expect(waitForSchema(database.db, 5, folder)).rejects.toThrow(/newer version/);
});

test("a process waits for another to migrate, and says what to do when nobody does", async () => {
  await expect(waitForSchema(database.db, 0, folder)).rejects.toThrow("npm run migrate");
  const waiting = waitForSchema(database.db, 15, folder);
  await migrate(database.url, folder);
  await waiting;
});

test("files must have a number of their own", async () => {
  file("0002-again.sql", "select 1;");
  await expect(migrate(database.url, folder)).rejects.toThrow(/0002-second\.sql must be named/);
});

test("the repository's migrations apply to an empty database and give the schema this version needs", async () => {
  expect((await migrate(database.url)).length).toBeGreaterThan(0);
  expect(await schemaState(database.db)).toBe("current");
});
