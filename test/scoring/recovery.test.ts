import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Scorer } from "../../server/scoring/scorer.ts";
import { sweepUnscored } from "../../workers/sweep-unscored.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aComment,
  aPendingComment,
  bearer,
  type CommentWishes,
  decided,
  harmless,
  reviewOf,
  rude,
} from "../support/factories.ts";
import {
  everySite,
  plainScorer,
  silentScorer,
  type ThinkingScorer,
  thinkingScorer,
} from "../support/scorers.ts";
import { until } from "../support/until.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ scorers: [silentScorer()] });
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.db.query(`delete from unscored`);
  await app.settings({ whenUnscored: "hold", bannedWords: [], holdNewReaders: 0, moderation: "post" });
});

/** As if the pause before the next try were over. */
const due = () => app.db.query(`update unscored set next_try_at = now() where next_try_at is not null`);

async function sweep(...scorers: Scorer[]): Promise<number> {
  await due();
  return sweepUnscored(app.db, everySite(scorers));
}

async function story(id: string): Promise<string> {
  const { rows } = await app.db.query(
    `select actor, status from decisions where comment_id = $1 order by version`,
    [id],
  );
  return rows.map(({ actor, status }) => `${actor}: ${status}`).join(", ");
}

const left = async (): Promise<number> => (await app.db.query(`select from unscored`)).rowCount ?? 0;

describe("while no scorer answers", () => {
  test("a comment goes where the owner chose, and says that it is unscored and why", async () => {
    const known = await aComment(app);
    await decided(app.owner, known.id, "approve");
    for (const [whenUnscored, as, status] of [
      ["hold", undefined, "held"],
      ["hold", known, "held"],
      ["publish", undefined, "approved"],
      ["hold-new-readers", undefined, "held"],
      ["hold-new-readers", known, "approved"],
    ] as const) {
      await app.settings({ whenUnscored });
      const comment = await aComment(app, { as });
      expect(comment.status).toBe(status);
      expect(await reviewOf(app.owner, comment.id)).toMatchObject({
        unscored: true,
        scorers: [{ scorer: "silent", unavailable: "It is away." }],
        why: [{ rule: "unscored" }],
      });
    }
  });

  test("a sweep changes nothing but the time of the next try, and asks for one comment only", async () => {
    const comments = [await aComment(app), await aComment(app), await aComment(app)];
    const asked: string[] = [];
    const away: Scorer = {
      name: "silent",
      async score(text) {
        asked.push(text);
        return { scorer: "silent", unavailable: "It is still away." };
      },
    };
    expect(await sweep(away)).toBe(0);
    expect(asked).toHaveLength(1);
    for (const { id } of comments) expect(await story(id)).toBe("rules: held");
    const { rows } = await app.db.query(
      `select tries, next_try_at > now() as later from unscored order by tries`,
    );
    expect(rows.map(({ tries, later }) => [tries, later])).toEqual([
      [1, true],
      [1, true],
      [2, true],
    ]);
  });

  test("what a scorer will never score is not tried again until the site's scorers change", async () => {
    const { id } = await aComment(app);
    const never: Scorer = {
      name: "silent",
      score: async () => ({ scorer: "silent", unavailable: "It is too odd.", lasting: true }),
    };
    await sweep(never);
    const { rows } = await app.db.query(`select next_try_at from unscored where comment_id = $1`, [id]);
    expect(rows).toEqual([{ next_try_at: null }]);
    expect(await sweep(plainScorer())).toBe(0);
    await app.owner.put("/api/sites/demo/scorers", { scorers: [] });
    expect(await sweepUnscored(app.db, everySite([plainScorer()]))).toBe(1);
  });
});

describe("once a scorer answers again", () => {
  test("what was held only for want of a score is published or stays, with its new reasons and its place in the queue", async () => {
    const fine = await aComment(app);
    const bad = await aComment(app, { text: rude() });
    const { queuedAt } = await reviewOf(app.owner, bad.id);
    expect(await sweep(plainScorer())).toBe(2);
    expect(await reviewOf(app.owner, fine.id)).toMatchObject({
      status: "approved",
      unscored: false,
      scores: { TOXICITY: 0.02 },
    });
    expect(await reviewOf(app.owner, bad.id)).toMatchObject({
      status: "held",
      unscored: false,
      queuedAt,
      why: [{ rule: "score-toxicity" }, { rule: "score-insult" }],
    });
    expect(await story(bad.id)).toBe("rules: held, rules: held");
    expect(await left()).toBe(0);
  });

  test("what was published unscored is held where the rules say so now, and otherwise nothing is decided", async () => {
    await app.settings({ whenUnscored: "publish" });
    const fine = await aComment(app);
    const bad = await aComment(app, { text: rude() });
    expect([fine.status, bad.status]).toEqual(["approved", "approved"]);
    await sweep(plainScorer());
    expect(await story(fine.id)).toBe("rules: approved");
    expect(await story(bad.id)).toBe("rules: approved, rules: held");
    expect((await reviewOf(app.owner, fine.id)).scores.TOXICITY).toBe(0.02);
  });

  test("what was public is never refused without a person, whatever the rules say now", async () => {
    await app.settings({ whenUnscored: "publish" });
    const comment = await aComment(app, { text: "You numpty" });
    await app.settings({ bannedWords: ["numpty"], bannedWordsAction: "reject" });
    await sweep(plainScorer());
    expect(await story(comment.id)).toBe("rules: approved, rules: held");
  });

  test("what another rule held as well waits for a person, with its score", async () => {
    await app.settings({ moderation: "pre" });
    const comment = await aComment(app);
    await app.settings({ moderation: "post" });
    await sweep(plainScorer());
    expect(await story(comment.id)).toBe("rules: held");
    expect((await reviewOf(app.owner, comment.id)).unscored).toBe(false);
  });

  test("a comment is no part of its own reader's history", async () => {
    await app.settings({ whenUnscored: "publish", holdNewReaders: 0 });
    const comment = await aComment(app);
    await app.settings({ holdNewReaders: 1 });
    await sweep(plainScorer());
    expect(await story(comment.id)).toBe("rules: approved, rules: held");
    expect(await reviewOf(app.owner, comment.id)).toMatchObject({ why: [{ rule: "new-reader" }] });
  });

  test("an edited comment is left to its own job, a withdrawn one to itself", async () => {
    const gone = await aComment(app);
    await app.reader.delete(`/api/sites/demo/comments/${gone.id}`, undefined, bearer(gone));
    expect(await sweep(plainScorer())).toBe(0);
    expect(await left()).toBe(0);
    expect(await story(gone.id)).toBe("rules: held, reader: withdrawn");
  });

  test("three sweeps at once decide once", async () => {
    const { id } = await aComment(app);
    await due();
    const counts = await Promise.all([1, 2, 3].map(() => sweepUnscored(app.db, everySite([plainScorer()]))));
    expect(counts.sort()).toEqual([0, 0, 1]);
    expect(await story(id)).toBe("rules: held, rules: approved");
  });
});

describe("a person", () => {
  test.each(["approve", "reject", "hold"] as const)(
    "who chose to %s before the sweep is not overruled; the score is kept",
    async (action) => {
      const comment = await aComment(app, { text: rude() });
      const { status } = await decided(app.owner, comment.id, action);
      await sweep(plainScorer());
      expect(await story(comment.id)).toBe(`rules: held, moderator: ${status}`);
      expect((await reviewOf(app.owner, comment.id)).scores.TOXICITY).toBe(0.95);
      expect(await left()).toBe(0);
    },
  );

  test("who took the rules' decision back is not overruled", async () => {
    await app.settings({ whenUnscored: "publish" });
    const comment = await aComment(app);
    const { decision } = await reviewOf(app.owner, comment.id);
    await app.owner.post(`/api/decisions/${decision?.id}/undo`, { reason: "It names a neighbour." });
    await sweep(plainScorer());
    expect(await story(comment.id)).toBe("rules: approved, moderator: held");
  });

  test("who undid an own decision is not overruled", async () => {
    const comment = await aComment(app);
    const { id } = await decided(app.owner, comment.id, "reject");
    await app.owner.post(`/api/decisions/${id}/undo`);
    await sweep(plainScorer());
    expect(await story(comment.id)).toBe("rules: held, moderator: rejected, moderator: held");
  });

  describe("who decides while the sweep is asking", () => {
    const scorer: ThinkingScorer = thinkingScorer();
    beforeEach(() => scorer.think());
    afterEach(() => scorer.stopThinking());

    test.each([
      ["reject", harmless],
      ["approve", rude],
      ["hold", harmless],
    ] as const)("wins: %s", async (action, text) => {
      const wishes: CommentWishes = { text: text() };
      const comment = await aComment(app, wishes);
      await due();
      const sweeping = sweepUnscored(app.db, everySite([scorer]));
      await until("the scorer was asked", () => scorer.asked.includes(comment.text));
      const { status } = await decided(app.owner, comment.id, action);
      scorer.answer();
      expect(await sweeping).toBe(1);
      expect(await story(comment.id)).toBe(`rules: held, moderator: ${status}`);
      expect(await reviewOf(app.owner, comment.id)).toMatchObject({ status, unscored: false });
    });

    test("and an author who edits meanwhile has the new words judged, not the old", async () => {
      const comment = await aComment(app);
      await due();
      const sweeping = sweepUnscored(app.db, everySite([scorer]));
      await until("the scorer was asked", () => scorer.asked.includes(comment.text));
      await app.reader.patch(`/api/sites/demo/comments/${comment.id}`, { text: rude() }, bearer(comment));
      await app.drain();
      scorer.answer();
      await sweeping;
      expect(await story(comment.id)).toBe("rules: held, reader: pending, rules: held");
    });
  });

  test("of many persons and sweeps at the same moment, no sweep decides after a person", async () => {
    const comments = await Promise.all(Array.from({ length: 12 }, () => aPendingComment(app)));
    await app.drain();
    await due();
    await Promise.all([
      ...comments.map(async ({ id }, i) => {
        const { version } = await reviewOf(app.owner, id);
        await app.owner.post(`/api/comments/${id}/decisions`, {
          action: i % 2 ? "reject" : "hold",
          version,
        });
      }),
      sweepUnscored(app.db, everySite([plainScorer()])),
      sweepUnscored(app.db, everySite([plainScorer()])),
    ]);
    for (const { id } of comments)
      expect(await story(id)).toMatch(/^rules: held(, rules: approved)?(, moderator: (rejected|held))?$/);
  });
});
