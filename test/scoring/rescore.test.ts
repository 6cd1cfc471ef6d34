import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SiteRule } from "../../server/rules/contract.ts";
import { mayKnow, type Scorer } from "../../server/scoring/scorer.ts";
import { siteScorers } from "../../server/scoring/site-scorers.ts";
import { type RescoreProgress, type RescoreWishes, rescoreStored } from "../../workers/rescore-stored.ts";
import { startApp, type TestApp } from "../support/app.ts";
import {
  aComment,
  aModerator,
  aPendingComment,
  aSite,
  decided,
  harmless,
  reviewOf,
  rude,
} from "../support/factories.ts";
import { startProgram } from "../support/program.ts";
import { plainScorer, silentScorer } from "../support/scorers.ts";
import { openSocket } from "../support/sockets.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ scorers: [plainScorer()] });
});
afterAll(() => app.close());

/** A later version of the plain scorer, which finds everything toxic. */
const stricter = (version = "2"): Scorer => ({
  name: "plain",
  score: async () => ({
    scorer: "plain",
    model: "plain",
    version,
    scores: { TOXICITY: 0.99, INSULT: 0.99 },
    spans: [],
  }),
});

async function rescore(
  scorer: Scorer,
  wishes: Partial<RescoreWishes> = {},
  pages = 1_000,
): Promise<RescoreProgress> {
  const sites = siteScorers(app.db, { installed: [scorer], secret: "x".repeat(32), allowPrivate: true });
  let last: RescoreProgress | undefined;
  for await (const progress of rescoreStored(app.db, sites, app.site, {
    since: null,
    scorers: [],
    decide: false,
    dryRun: false,
    ...wishes,
  })) {
    last = progress;
    pages -= 1;
    if (pages === 0) break;
  }
  return last as RescoreProgress;
}

async function scoresOf(id: string): Promise<string> {
  const { rows } = await app.db.query(
    `select model_version as version, scores->>'TOXICITY' as score from scores where comment_id = $1 order by model_version`,
    [id],
  );
  return rows.map(({ version, score }) => `${version}: ${score}`).join(", ");
}

const statuses = async (): Promise<string> =>
  JSON.stringify(
    (await app.db.query(`select id, status, version, queued_at from comments order by id`)).rows,
  );

test("a dry run tells what would change and keeps nothing", async () => {
  const { id } = await aComment(app);
  const progress = await rescore(stricter(), { dryRun: true });
  expect(progress).toMatchObject({
    seen: 1,
    total: 1,
    scored: 1,
    skipped: 0,
    newlyAbove: 1,
    noLongerAbove: 0,
  });
  expect(await scoresOf(id)).toBe("1: 0.02");
});

test("a new version's scores stand beside the old, are the ones that are shown, and change no status", async () => {
  const { id } = await aComment(app);
  await aComment(app, { text: rude() });
  const before = await statuses();
  await rescore(stricter());
  expect(await scoresOf(id)).toBe("1: 0.02, 2: 0.99");
  const review = await reviewOf(app.owner, id);
  expect(review).toMatchObject({ status: "approved", scores: { TOXICITY: 0.99 }, unscored: false });
  expect(review.scorers).toEqual([
    {
      scorer: "plain",
      model: "plain",
      version: "2",
      unavailable: null,
      scores: { TOXICITY: 0.99, INSULT: 0.99 },
      at: expect.any(String),
    },
  ]);
  expect(new Date(review.scorers[0]?.at ?? 0).getTime()).toBeGreaterThan(
    new Date(review.decision?.createdAt ?? 0).getTime(),
  );
  expect(await statuses()).toBe(before);
});

test("desks hear that they should read anew, those of another site do not, and a dry run tells nobody", async () => {
  await aComment(app);
  const mine = await openSocket(app.address, "/desk", {
    cookie: (await aModerator(app)).client.headers.cookie,
  });
  const other = await aSite(app);
  const theirs = await openSocket(app.address, "/desk", {
    cookie: (await aModerator(app, { sites: [other] })).client.headers.cookie,
  });
  await rescore(stricter("2.1"), { dryRun: true });
  expect(mine.events).toEqual([]);
  await rescore(stricter("2.1"));
  await mine.heard("queue.changed");
  expect(theirs.events).toEqual([]);
  mine.close();
  theirs.close();
});

test("a comment in a language that a scorer does not know is asked about once, and again when it has learned it", async () => {
  const { id } = await aComment(app, {
    text: "Ich finde, die Brücke hätte man schon vor zehn Jahren bauen müssen.",
  });
  const asked: (string | null)[] = [];
  const knowing = (version: string, languages: string[]): Scorer => ({
    name: "plain",
    languages,
    async score(_text, language) {
      asked.push(language);
      if (!mayKnow(this, language))
        return { scorer: "plain", unavailable: "Not in this language.", language: language ?? "" };
      return { scorer: "plain", model: "plain", version, scores: { TOXICITY: 0.5 }, spans: [] };
    },
  });
  await app.db.query(`delete from scores where comment_id = $1`, [id]);
  expect(await rescore(knowing("de-1", ["en"]))).toMatchObject({ unavailable: 1, otherLanguage: 0 });
  expect(asked.filter((language) => language === "de")).toHaveLength(1);
  expect(await rescore(knowing("de-2", ["en"]))).toMatchObject({ unavailable: 0, otherLanguage: 1 });
  expect(asked.filter((language) => language === "de")).toHaveLength(1);
  expect(await rescore(knowing("de-3", ["en", "de"]))).toMatchObject({ unavailable: 0, otherLanguage: 0 });
  expect(asked.filter((language) => language === "de")).toHaveLength(2);
  expect((await reviewOf(app.owner, id)).scores).toEqual({ TOXICITY: 0.5 });
});

test("a run that was stopped goes on where it was, and a second run finds nothing left to do", async () => {
  const { rows } = await app.db.query<{ n: number }>(`select count(*)::int as n from comments`);
  const total = rows[0]?.n;
  // Many, so that they are more than a page.
  const comments = await Promise.all(Array.from({ length: 230 }, () => aPendingComment(app)));
  await app.drain(60);
  const stopped = await rescore(stricter("3"), {}, 1);
  expect(stopped.scored).toBeLessThan(comments.length);
  const rest = await rescore(stricter("3"));
  expect(stopped.scored + rest.scored).toBe(comments.length + (total ?? 0));
  expect(await rescore(stricter("3"))).toMatchObject({ scored: 0, skipped: rest.total });
});

test("only comments posted since then, of the site asked for", async () => {
  const since = new Date();
  const { id } = await aComment(app);
  expect(await rescore(stricter("4"), { since })).toMatchObject({ total: 1, scored: 1 });
  expect(await scoresOf(id)).toContain("4: 0.99");
});

test("with decide the rules look again at what had no score, and at nothing else; a person's decision stands", async () => {
  await app.stopWorkers();
  await app.startWorkers([silentScorer()]);
  const toxic = {
    name: "Toxic",
    when: { fact: "TOXICITY", op: ">=", value: "high" },
    then: "hold",
    reason: "It is toxic.",
  };
  const { body: rule } = await app.owner.post<SiteRule>("/api/sites/demo/rules", { definition: toxic });
  await app.owner.post(`/api/sites/demo/rules/${rule.id}/mode`, { mode: "live", version: 1 });
  const waiting = await aComment(app);
  const refused = await aComment(app);
  const held = async () =>
    (await app.db.query(`select comment_id as id from rule_matches where rule_id = $1`, [rule.id])).rows;
  expect(await held()).toEqual(expect.arrayContaining([{ id: waiting.id }, { id: refused.id }]));
  await decided(app.owner, refused.id, "reject");
  await app.stopWorkers();
  const approved = await statuses();

  expect(await rescore(plainScorer(), { decide: false })).toMatchObject({ decided: 0 });
  expect(await statuses()).toBe(approved);
  await app.db.query(`delete from scores where comment_id = any($1)`, [[waiting.id, refused.id]]);
  await app.db.query(
    `insert into unscored (comment_id, site_id, revision, next_try_at) select id, site_id, revision, null from comments where id = any($1)`,
    [[waiting.id, refused.id]],
  );
  expect(await rescore(plainScorer(), { decide: true })).toMatchObject({ decided: 1 });
  expect((await reviewOf(app.owner, waiting.id)).status).toBe("approved");
  expect((await reviewOf(app.owner, refused.id)).status).toBe("rejected");
  // What the rule made of it without a score is replaced by what it makes of it now: nothing.
  expect(await held()).toEqual([{ id: refused.id }]);
  await app.owner.delete(`/api/sites/demo/rules/${rule.id}`);
});

test("a scorer that is away or unknown is told at the start", async () => {
  await expect(rescore(silentScorer())).rejects.toThrow("does not answer: It is away.");
  await expect(rescore(plainScorer(), { scorers: ["nobody"] })).rejects.toThrow('no scorer "nobody"');
});

test("the command works beside the servers and says what it did", async () => {
  const text = harmless();
  await app.startWorkers();
  const { id } = await aComment(app, { text });
  const run = startProgram(
    "server/cli/rescore.ts",
    { DATABASE_URL: app.url, SEMANTIC: "0" },
    { args: ["--site", "demo"] },
  );
  expect(await run.ended).toBe(0);
  expect(run.output()).toContain("comments scored, 0 had this version's score");
  const review = await reviewOf(app.owner, id);
  expect(review.scorers.map(({ scorer }) => scorer).sort()).toEqual(["local", "plain"]);
  const again = startProgram(
    "server/cli/rescore.ts",
    { DATABASE_URL: app.url, SEMANTIC: "0" },
    { args: ["--dry-run"] },
  );
  expect(await again.ended).toBe(0);
  expect(again.output()).toContain("demo: 0 comments scored, nothing kept");
});
