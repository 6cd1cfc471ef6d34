import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type PostedComment, STATUSES, type Status } from "../../server/comments/contract.ts";
import { type Db, inTransaction, type Queryable } from "../../server/db/pool.ts";
import { type Actor, decide, type Outcome, type Verdict } from "../../server/decisions/decide.ts";
import { nextStatus, statusAfterUndo, type Verb } from "../../server/decisions/transitions.ts";
import { findAstray } from "../../server/queues/refresh.ts";
import { recountReaders, sumReaderChanges } from "../../server/readers/changes.ts";
import { type ReaderFigures, readerFigures } from "../../server/readers/figures-store.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aModerator, aPendingComment, readerOf } from "../support/factories.ts";

let app: TestApp;
let moderator: Actor;
let regular: PostedComment;
beforeAll(async () => {
  app = await startApp({ workers: false });
  regular = await aPendingComment(app);
  moderator = { kind: "moderator", id: (await aModerator(app)).id };
});
afterAll(() => app.close());

interface Move {
  by: Actor["kind"];
  verb: Verb | "undo";
  /** How many versions behind the one who asks is. */
  behind: number;
}

const moves = fc.array(
  fc.record<Move>({
    by: fc.constantFrom("rules", "moderator", "reader"),
    verb: fc.constantFrom("approve", "hold", "reject", "withdraw", "resubmit", "undo"),
    behind: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constantFrom(1, 2, -1)),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Model {
  status: Status;
  version: number;
  last: { id: string; statusBefore: Status; queuedAtBefore: Date | null } | null;
}

const actorOf = (by: Actor["kind"]): Actor =>
  by === "moderator" ? moderator : by === "reader" ? { kind: "reader", id: moderator.kind } : { kind: by };

function verdictOf(move: Move, commentId: string, model: Model): Verdict {
  const undo = move.verb === "undo" && model.last ? { ...model.last, decisionId: model.last.id } : undefined;
  return {
    commentId,
    actor: actorOf(move.by),
    action: move.verb,
    seen: { version: model.version - move.behind },
    undo,
  };
}

function expected(move: Move, model: Model): Status | null {
  if (move.behind !== 0) return null;
  if (move.verb === "undo") return model.last && statusAfterUndo(model.last.statusBefore);
  return nextStatus(move.by, model.status, move.verb);
}

async function one(db: Db, verdict: Verdict): Promise<Outcome> {
  return (await inTransaction(db, (tx) => decide(tx, [verdict])))[0] as Outcome;
}

/** A reader's figures by what the tables hold today, each comment and each decision looked at. */
async function figuresOf(db: Queryable, readerId: string, since: Date): Promise<ReaderFigures> {
  const { rows } = await db.query<ReaderFigures>(
    `with own as (
        select c.status, c.created_at > $2 as recent, c.status = 'rejected' and coalesce((
          select d.actor = 'moderator' and d.created_at > $2 from decisions d
          where d.comment_id = c.id and d.action = 'reject' and d.id not in (select undo_of from decisions where undo_of is not null)
          order by d.version desc limit 1), false) as struck
        from comments c where c.reader_id = $1
      )
      select $1 as "readerId", (count(*) filter (where status = 'approved'))::int as approved, (count(*) filter (where status = 'held'))::int as held,
        (count(*) filter (where status = 'rejected'))::int as rejected, (count(*) filter (where struck))::int as strikes,
        (count(*) filter (where recent and status in ('approved', 'rejected')))::int as "recentDecided",
        (count(*) filter (where recent and status = 'rejected'))::int as "recentRejected"
      from own`,
    [readerId, since],
  );
  return rows[0] as ReaderFigures;
}

const NOTHING = { approved: 0, held: 0, rejected: 0, recentDecided: 0, recentRejected: 0, strikes: 0 };

/** Kept figures are what the tables say, of all times and of a moment ago, before and after changes are put together. */
async function expectCounted(commentId: string): Promise<void> {
  const { rows } = await app.db.query<{ id: string; at: Date }>(
    `select reader_id as id, coalesce((select d.created_at from decisions d where d.comment_id = c.id order by version limit 1), created_at) as at
     from comments c where id = $1`,
    [commentId],
  );
  const { id, at } = rows[0] as { id: string; at: Date };
  for (const since of [new Date(0), at]) {
    const due = await figuresOf(app.db, id, since);
    const kept = async () =>
      (await readerFigures(app.db, [id], since)).get(id) ?? { readerId: id, ...NOTHING };
    expect(await kept()).toEqual(due);
    await Promise.all([sumReaderChanges(app.db), sumReaderChanges(app.db)]);
    expect(await kept()).toEqual(due);
  }
}

/** What the database holds of a comment must tell one story: each decision starts where the one before ended, one version at a time. */
async function expectWhole(id: string): Promise<Model> {
  const { rows } = await app.db.query(
    `select status_before, status, version, (select array_agg(type order by id) from events where comment_id = $1) as events
     from decisions where comment_id = $1 order by version`,
    [id],
  );
  rows.forEach((row, i) => {
    expect(row).toMatchObject({ status_before: rows[i - 1]?.status ?? "pending", version: i + 2 });
  });
  const status: Status = rows.at(-1)?.status ?? "pending";
  const comment = (await app.db.query(`select status, version, queued_at from comments where id = $1`, [id]))
    .rows[0];
  expect(comment).toMatchObject({ status, version: rows.length + 1 });
  expect(comment.queued_at === null).toBe(status !== "held");
  expect(await findAstray(app.db, 10)).toEqual([]);
  await expectCounted(id);
  const types = rows.map((row) => (row.status === "pending" ? "comment.edited" : `comment.${row.status}`));
  if (rows[0]) expect(rows[0].events).toEqual(["comment.posted", ...types]);
  return { status, version: rows.length + 1, last: null };
}

test("whatever is asked in whatever order, a comment is where the transition table says", async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      const { id } = await aPendingComment(app, { as: regular });
      const model: Model = { status: "pending", version: 1, last: null };
      for (const move of sequence) {
        const outcome = await one(app.db, verdictOf(move, id, model));
        const status = expected(move, model);
        expect("decided" in outcome ? outcome.decided.status : null).toBe(status);
        if ("decided" in outcome)
          Object.assign(model, { status, version: model.version + 1, last: outcome.decided });
      }
      expect(await expectWhole(id)).toMatchObject({ status: model.status, version: model.version });
    }),
    { numRuns: 40 },
  );
});

test("whatever is asked at the same moment, one decision a version is made and the story stays whole", async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (together) => {
      const { id } = await aPendingComment(app);
      const model: Model = { status: "pending", version: 1, last: null };
      const outcomes = await Promise.all(together.map((move) => one(app.db, verdictOf(move, id, model))));
      const made = outcomes.filter((outcome) => "decided" in outcome);
      const possible = together.some((move) => expected(move, model) !== null);
      const ahead = together.some((move) => move.behind < 0);
      if (!ahead) expect(made).toHaveLength(possible ? 1 : 0);
      await expectWhole(id);
    }),
    { numRuns: 30 },
  );
});

test("one batch decides what it can and leaves its neighbours alone", async () => {
  const comments = await Promise.all(STATUSES.map(() => aPendingComment(app)));
  const [first, second, third] = comments as [
    PostedComment,
    PostedComment,
    PostedComment,
    ...PostedComment[],
  ];
  await one(app.db, { commentId: second.id, actor: moderator, action: "approve", seen: { version: 1 } });
  const outcomes = await inTransaction(app.db, (tx) =>
    decide(tx, [
      { commentId: first.id, actor: { kind: "rules" }, action: "hold", seen: { revision: 1 } },
      { commentId: second.id, actor: { kind: "rules" }, action: "hold", seen: { revision: 1 } },
      {
        commentId: "01890000-0000-7000-8000-000000000000",
        actor: { kind: "rules" },
        action: "hold",
        seen: { revision: 1 },
      },
      { commentId: third.id, actor: { kind: "rules" }, action: "hold", seen: { revision: 2 } },
    ]),
  );
  expect(outcomes.map((outcome) => ("decided" in outcome ? "decided" : outcome.refused))).toEqual([
    "decided",
    "refused",
    "missing",
    "stale",
  ]);
});

test("a comment that somebody approves or takes away past the application is counted all the same", async () => {
  const { id } = await aPendingComment(app);
  const reader = await readerOf(app, { id });
  await app.db.query("update comments set status = 'approved' where id = $1", [id]);
  await expectCounted(id);
  await app.db.query("delete from comments where id = $1", [id]);
  expect((await readerFigures(app.db, [reader], new Date(0))).get(reader)?.approved ?? 0).toBe(0);
});

test("readers' figures that were lost are counted again, once, whoever finds out", async () => {
  const { id } = await aPendingComment(app);
  await one(app.db, { commentId: id, actor: moderator, action: "reject", seen: { version: 1 } });
  expect(await recountReaders(app.db)).toBe(0);
  await app.db.query("delete from reader_changes where reader_id = $1", [await readerOf(app, { id })]);
  const mended = await Promise.all([recountReaders(app.db), recountReaders(app.db)]);
  expect(mended.sort()).toEqual([0, 1]);
  await expectCounted(id);
});
