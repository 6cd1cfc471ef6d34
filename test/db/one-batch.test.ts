import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { migrate, migrationsFolder } from "../../server/db/migrate.ts";
import { newId } from "../../server/ids.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let before: string;
beforeAll(async () => {
  database = await freshDatabase({ empty: true });
  before = mkdtempSync(join(tmpdir(), "replydesk-before-"));
  for (const name of readdirSync(migrationsFolder()).filter((one) => one < "0014"))
    cpSync(join(migrationsFolder(), name), join(before, name));
});
afterAll(async () => {
  rmSync(before, { recursive: true });
  await database.close();
});

test("what was decided beside a decision becomes a batch with its items, and so does what took it back", async () => {
  const { db, url } = database;
  await migrate(url, before);
  const [ada, ben, first, other, claimed, changed] = Array.from({ length: 6 }, newId) as string[];
  const [rejected, beside, bens, undone, undoneBeside] = Array.from({ length: 5 }, newId) as string[];
  const client = await db.connect();
  // Only what the migration reads, without all that such rows refer to.
  await client.query(`set session_replication_role = replica`);
  await client.query(
    `insert into moderators (id, email, name, role, password_hash, created_at) values ($1, 'a@example.org', 'Ada', 'owner', '', now()), ($2, 'b@example.org', 'Ben', 'owner', '', now())`,
    [ada, ben],
  );
  for (const id of [first, other, claimed, changed])
    await client.query(
      `insert into comments (id, site_id, article_id, reader_id, text, html, status, version, revision, created_at) values ($1, $1, $1, $1, 'x', 'x', 'held', 2, 1, now())`,
      [id],
    );
  const decision = (
    id: unknown,
    comment: unknown,
    action: string,
    version: number,
    by: unknown,
    of: unknown = null,
  ) =>
    client.query(
      `insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, moderator_id, reason, matches, undo_of, created_at)
       values ($1, $2, $2, 1, $3, 'held', 'rejected', $4, 'moderator', $5, 'spam', '[]', $6, now())`,
      [id, comment, action, version, by, of],
    );
  await decision(bens, changed, "approve", 3, ben);
  await decision(rejected, first, "reject", 3, ada);
  await decision(beside, other, "reject", 3, ada);
  await decision(undone, first, "undo", 4, ada, rejected);
  await decision(undoneBeside, other, "undo", 4, ada, beside);
  const kept = (decisionId: unknown, outcomes: object[], left: number) =>
    client.query(`insert into decided_beside values ($1, $2, $3)`, [
      decisionId,
      JSON.stringify(outcomes),
      left,
    ]);
  await kept(
    rejected,
    [
      { commentId: other, outcome: "decided", by: null, decisionId: beside },
      { commentId: claimed, outcome: "claimed", by: "Ben", decisionId: null },
      { commentId: changed, outcome: "changed", by: "Ben", decisionId: null },
    ],
    7,
  );
  await kept(undone, [{ commentId: other, outcome: "decided", by: null, decisionId: undoneBeside }], 0);
  client.release(true);

  await migrate(url);
  const { rows } = await db.query(
    `select b.action, b.reason, b.total, b.more, b.beside, b.finished_at is not null as finished, u.beside as "undoOf",
       (select json_agg(json_build_array(comment_id, outcome, version, undone_id, decision_id, moderator_id) order by outcome desc)
          from batch_items i where i.batch_id = b.id) as items
     from batches b left join batches u on u.id = b.undo_of order by b.total desc`,
  );
  expect(rows).toEqual([
    {
      action: "reject",
      reason: "spam",
      total: 3,
      more: 7,
      beside: rejected,
      finished: true,
      undoOf: null,
      items: [
        [other, "decided", 2, null, beside, null],
        [claimed, "claimed", 2, null, null, ben],
        [changed, "changed", 3, null, bens, null],
      ],
    },
    {
      action: "undo",
      reason: "spam",
      total: 1,
      more: 0,
      beside: undone,
      finished: true,
      undoOf: rejected,
      items: [[other, "decided", 3, beside, undoneBeside, null]],
    },
  ]);
});
