import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { BacktestRead, BacktestResult } from "../../server/backtests/contract.ts";
import { wilson } from "../../server/backtests/wilson.ts";
import { numbers } from "../../server/demo/numbers.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aModerator } from "../support/factories.ts";
import { until } from "../support/until.ts";

test("an interval holds the true share nineteen times in twenty", () => {
  const random = numbers(11);
  let held = 0;
  for (let i = 0; i < 4_000; i += 1) {
    const hits = Array.from({ length: 60 }, random).filter((value) => value < 0.8).length;
    const { low, high } = wilson(hits, 60) as { low: number; high: number };
    if (low <= 0.8 && 0.8 <= high) held += 1;
  }
  expect(held / 4_000).toBeGreaterThan(0.93);
  expect(held / 4_000).toBeLessThan(0.97);
});

/** What people do in truth: refuse this share of what scores high, and of the rest. */
const REFUSED = { high: 0.8, low: 0.04 };
const COMMENTS = 3_000;

interface Planted {
  n: number;
  score: number;
  /** Comments of a time before facts were kept. */
  old: boolean;
  approved: number;
  people: "approved" | "rejected" | null;
}

function plant(): Planted[] {
  const random = numbers(5);
  return Array.from({ length: COMMENTS }, (_, n) => {
    const score = Math.round(random() * 1e4) / 1e4;
    const refused = random() < (score >= 0.6 ? REFUSED.high : REFUSED.low);
    const looked = random() < 0.4;
    return {
      n,
      score,
      old: n < 300,
      approved: Math.floor(random() * 4),
      people: looked ? (refused ? "rejected" : "approved") : null,
    };
  });
}

let app: TestApp;
const planted = plant();
beforeAll(async () => {
  const none = {
    TOXICITY: null,
    SEVERE_TOXICITY: null,
    INSULT: null,
    PROFANITY: null,
    THREAT: null,
    IDENTITY_ATTACK: null,
  };
  app = await startApp({ settings: { holdAt: none } });
  const { id: moderator } = await aModerator(app);
  // One comment a minute, as two days of a site.
  await app.db.query(
    `with p as materialized (select *, uuidv7(-age) as id, now() - age as at from (select *, make_interval(mins => ${COMMENTS} - n) as age
          from json_to_recordset($1::json) as p(n int, score float8, old boolean, approved int, people text)) p),
      a as (insert into articles (id, site_id, key, url) values (gen_random_uuid(), $2, 'planted', 'https://news.example/planted') returning id),
      r as (insert into readers (id, site_id, kind, name) values (gen_random_uuid(), $2, 'guest', 'Ana') returning id),
      c as (insert into comments (id, site_id, article_id, reader_id, text, html, language, status, version, created_at)
        select p.id, $2, a.id, r.id, 'Number ' || n, '', 'en', coalesce(people, 'approved'), 2, at from p, a, r),
      s as (insert into scores (comment_id, revision, scorer, scores, created_at) select id, 1, 'plain', jsonb_build_object('TOXICITY', score), at from p),
      d as (insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, facts, created_at)
        select gen_random_uuid(), id, $2, 1, 'approve', 'pending', 'approved', 2, 'rules',
          case when not old then jsonb_build_object('reader.approved', approved, 'unscored', false, 'links', 0, 'bannedWords', 0, 'moderation', 'post', 'heldByPerson', false) end, at from p)
    insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, moderator_id, created_at)
      select gen_random_uuid(), id, $2, 1, case people when 'rejected' then 'reject' else 'approve' end, 'approved', people, 3, 'moderator', $3, at + interval '12 s'
      from p where people is not null`,
    [JSON.stringify(planted), app.site.id, moderator],
  );
});
afterAll(() => app?.close());

async function tested(when: object, then = "reject"): Promise<BacktestResult> {
  const definition = { name: "Planted", when, then, reason: "x", whenUnknown: "skip" };
  const path = "/api/sites/demo/backtests";
  const { body } = await app.owner.post<BacktestRead>(path, { definition });
  let result: BacktestResult | null = null;
  await until("the back-test has finished", async () => {
    result = (await app.owner.get<BacktestRead>(`${path}/${body.id}`)).body.result;
    return result !== null;
  });
  return result as unknown as BacktestResult;
}

const score = { fact: "TOXICITY", op: ">=", value: "high" };

test("the known precision of a rule lies within its interval, and every figure is what was planted", async () => {
  const result = await tested(score);
  const high = planted.filter((one) => one.score >= 0.6);
  const agreed = high.filter(({ people }) => people === "rejected").length;
  const disagreed = high.filter(({ people }) => people === "approved").length;
  expect(result).toMatchObject({
    seen: COMMENTS,
    hits: high.length,
    unknown: 0,
    withoutFacts: 300,
    people: { agreed, disagreed, undecided: high.length - agreed - disagreed, few: false },
    automatic: { approved: high.length, held: 0, rejected: 0, none: 0 },
    changes: { compared: COMMENTS - 300 },
  });
  const { low, high: up } = result.people.interval as { low: number; high: number };
  expect(low).toBeLessThan(REFUSED.high);
  expect(up).toBeGreaterThan(REFUSED.high);
  expect(up - low).toBeLessThan(0.1);
  // One a minute.
  expect(result.hitsADay).toBeCloseTo((high.length / COMMENTS) * 1_440, -1);
});

test("each threshold of the slider has the figures of a rule with that threshold", async () => {
  const [sweep] = (await tested(score)).thresholds;
  expect(sweep).toMatchObject({ path: "when", fact: "TOXICITY", op: ">=", value: 0.6 });
  for (const { threshold, hits, agreed, disagreed } of sweep?.steps ?? []) {
    const above = planted.filter((one) => one.score >= threshold);
    expect({ threshold, hits, agreed, disagreed }).toEqual({
      threshold,
      hits: above.length,
      agreed: above.filter(({ people }) => people === "rejected").length,
      disagreed: above.filter(({ people }) => people === "approved").length,
    });
  }
  expect(sweep?.steps).toHaveLength(19);
});

test("what hangs on facts that were not kept is unknown, and no hit", async () => {
  const { seen, hits, unknown, withoutFacts } = await tested({
    all: [score, { fact: "reader.approved", op: "<", value: 2 }],
  });
  const high = planted.filter((one) => one.score >= 0.6);
  expect({ seen, hits, unknown, withoutFacts }).toEqual({
    seen: COMMENTS,
    hits: high.filter(({ old, approved }) => !old && approved < 2).length,
    unknown: high.filter(({ old }) => old).length,
    withoutFacts: 300,
  });
});

test("likely misses are what people refused with the highest scores, likely false alarms what they published", async () => {
  const { likelyMisses, likelyFalseAlarms } = await tested(score);
  const missed = planted.filter((one) => one.score < 0.6 && one.people === "rejected");
  const wrong = planted.filter((one) => one.score >= 0.6 && one.people === "approved");
  const scores = (some: Planted[], up: boolean) =>
    some
      .map((one) => one.score)
      .sort((a, b) => (up ? b - a : a - b))
      .slice(0, 10);
  expect(likelyMisses.slice(0, 10).map((one) => one.score)).toEqual(scores(missed, true));
  expect(likelyFalseAlarms.map((one) => one.score)).toEqual(scores(wrong, false));
  expect(likelyMisses[0]?.because).toEqual([
    { path: "when", fact: "TOXICITY", seen: likelyMisses[0]?.score },
  ]);
});

test("a decision takes as long as between a moderator's decisions, as measured", async () => {
  const { work, changes, seen, days } = await tested(score, "hold");
  expect(work).toMatchObject({ measured: true, secondsEach: 120 });
  expect(changes.newlyHeld).toBeGreaterThan(500);
  // The three hundred of which it cannot be told are taken to be like the rest.
  const newlyHeld = (changes.newlyHeld * seen) / changes.compared;
  expect(work.minutesADay).toBeCloseTo((newlyHeld * 2) / days, -1);
});
