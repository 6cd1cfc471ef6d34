import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { APP_ROLE, appRole } from "../../server/db/app-role.ts";
import { migrate } from "../../server/db/migrate.ts";
import { openWhenMigrated } from "../../server/db/open-app.ts";
import { connect, type Db } from "../../server/db/pool.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase();
  db = connect(database.url, { max: 2, role: await appRole(database.url) });
});
afterAll(async () => {
  await db.end();
  await database.close();
});

test("the application works under its own role, which reads and writes but cannot change the audit log", async () => {
  const { rows } = await db.query<{ me: string }>("select current_user as me");
  expect(rows).toEqual([{ me: APP_ROLE }]);
  await db.query("select count(*) from comments");
  for (const table of ["events", "decisions"]) {
    await expect(db.query(`delete from ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
    await expect(db.query(`truncate ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
    await expect(db.query(`alter table ${table} disable trigger all`)).rejects.toThrow("must be owner");
  }
  await expect(db.query("update events set type = 'x'")).rejects.toThrow("permission denied");
});

test("who comes before the schema waits for it, and works under the role that came with it", async () => {
  const empty = await freshDatabase({ empty: true });
  const early = openWhenMigrated(empty.url, 2, 60);
  await migrate(empty.url);
  const opened = await early;
  const { rows } = await opened.query<{ me: string }>(
    "select current_user as me from installation right join (select 1) one on true",
  );
  expect(rows).toEqual([{ me: APP_ROLE }]);
  await opened.end();
  await empty.close();
});

test("where the login may not become the role, there is none", async () => {
  await database.db
    .query("create role replydesk_test_login login password 'a-test-password'")
    .catch(() => {});
  const url = new URL(database.url);
  url.username = "replydesk_test_login";
  url.password = "a-test-password";
  expect(await appRole(url.href)).toBeNull();
  await database.db.query("drop role replydesk_test_login");
});
