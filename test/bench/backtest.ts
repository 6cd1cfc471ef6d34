import { runNext } from "../../server/backtests/run.ts";
import { insertBacktest } from "../../server/backtests/store.ts";
import { connect } from "../../server/db/pool.ts";
import { newId } from "../../server/ids.ts";
import { RuleDefinition } from "../../server/rules/definition.ts";
import { percentile } from "./measure.ts";
import { goalLines } from "./report.ts";
import type { SeededServer } from "./seeded-server.ts";

const ROUNDS = 3;
/** For so many comments, in s. */
const GOAL = { seconds: 5, comments: 100_000 };

const score = { fact: "INSULT", op: ">=", value: "high" } as const;
const RULES = {
  "a score": score,
  "two scores, and newcomers": {
    all: [
      { any: [score, { fact: "TOXICITY", op: ">=", value: 0.7 }] },
      { fact: "reader.approved", op: "<", value: 3 },
    ],
  },
  "ten words": {
    fact: "text",
    op: "uses",
    value: ["ba", "den", "kor", "lin", "mo", "ras", "ter", "vel", "gon", "shi"],
  },
  "a pattern, of every comment": { fact: "text", op: "matches", value: "\\bbridge\\b.*\\bopen" },
} as const;

/** Decisions as they are now: by rules first, with the facts they were told, and then by people; scores as old as their decisions. */
const AS_DECIDED = `
  insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, created_at)
    select gen_random_uuid(), comment_id, site_id, 1, 'approve', 'pending', 'approved', 1, 'rules', created_at from decisions where actor = 'moderator';
  update decisions set facts = jsonb_build_object('unscored', false, 'links', 0, 'links.domains', '[]'::jsonb, 'bannedWords', 0, 'language', 'en', 'length', 240, 'capitals', 0.02,
    'emoji', 0, 'depth', 0, 'revision', 1, 'moderation', 'post', 'heldByPerson', false, 'article.section', 'section-1', 'article.ageHours', 7.25, 'reader.approved', version * 2,
    'reader.held', 0, 'reader.rejected', 0, 'reader.muted', false, 'reader.trusted', false, 'reader.ageHours', 800.5) where actor = 'rules';
  update scores s set created_at = d.created_at from decisions d where d.comment_id = s.comment_id and d.actor = 'rules'`;

/** Back-tests over all stored comments, run in this process as the workers run them. */
export async function benchBacktest({ db, url }: SeededServer): Promise<void> {
  await db.query(
    `set session_replication_role = replica; ${AS_DECIDED}; set session_replication_role = origin`,
  );
  await db.query("vacuum analyze");
  const pool = connect(url, { max: 10 });
  const { rows } = await db.query<{ site: string; owner: string; comments: number }>(
    `select (select id from sites limit 1) as site, (select id from moderators where role = 'owner' limit 1) as owner, (select count(*)::int from comments) as comments`,
  );
  const { site, owner, comments } = rows[0] as { site: string; owner: string; comments: number };
  const all: number[] = [];
  console.log("| rule | s, median | hits | comments a second |\n|---|---:|---:|---:|");
  for (const [name, when] of Object.entries(RULES)) {
    const definition = RuleDefinition.parse({ name, when, then: "hold", reason: "It asks for a look." });
    const times: number[] = [];
    let hits = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = newId();
      const now = new Date();
      await insertBacktest(pool, {
        id,
        siteId: site,
        ruleId: null,
        version: null,
        definition,
        postedFrom: null,
        postedTo: now,
        seed: 1,
        moderatorId: owner,
        createdAt: now,
      });
      const began = performance.now();
      await runNext(pool, new AbortController().signal);
      times.push((performance.now() - began) / 1_000);
      const read = await db.query<{ result: { hits: number; seen: number } }>(
        `select result from backtests where id = $1`,
        [id],
      );
      const result = read.rows[0]?.result;
      if (result?.seen !== comments) throw new Error(`It saw ${result?.seen} of ${comments} comments`);
      hits = result.hits;
    }
    const median = percentile(times, 0.5);
    all.push(median);
    console.log(`| ${name} | ${median.toFixed(2)} | ${hits} | ${Math.round(comments / median)} |`);
  }
  await pool.end();
  const goal = (GOAL.seconds * comments) / GOAL.comments;
  console.log(
    `\n${goalLines([{ what: `back-test of ${comments.toLocaleString("en")} comments, slowest rule, s`, reached: Math.max(...all), goal }])}`,
  );
}
