import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { wilson } from "../../server/backtests/wilson.ts";
import { type Insights, TABLES } from "../../server/insights/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aHeldComment, aModerator, appealing, aSite, type Colleague, decided } from "../support/factories.ts";

/** One comment as it went: what the rules did, after how many minutes which person did what, and what judges of the sample said. */
interface Story {
  rules: "approved" | "held" | "rejected";
  rule?: string;
  version?: number;
  people?: "approved" | "rejected";
  /** Minutes it waited until then. */
  waited?: number;
  /** A person took back what the rule did. */
  undone?: boolean;
  unscored?: boolean;
  section?: string;
  verdicts?: ("approve" | "reject")[];
  judges?: number;
  hoursAgo?: number;
}

const many = (n: number, of: (i: number) => Story): Story[] => Array.from({ length: n }, (_, i) => of(i));
const insult = { rules: "held", rule: "score:INSULT", version: 1, section: "politics" } as const;
const links = { rules: "rejected", rule: "links", version: 2 } as const;
/** A hundred and fifty passed, forty were held, ten rejected; none of it in the last hours. */
const STORIES: Story[] = [
  ...many(24, (i) => ({ ...insult, people: "rejected", waited: i + 1 })),
  ...many(12, (i) => ({ ...insult, people: "approved", waited: i + 25 })),
  ...many(4, () => insult),
  { ...links, people: "approved" },
  ...many(3, () => ({ ...links, undone: true })),
  ...many(6, () => links),
  // Of the sample 35 were judged, 20 of them by two.
  ...many(10, () => ({ rules: "approved", verdicts: ["approve", "approve"] })),
  ...many(4, () => ({ rules: "approved", verdicts: ["reject", "reject"], people: "rejected" })),
  ...many(3, () => ({ rules: "approved", verdicts: ["approve", "reject"], people: "rejected" })),
  ...many(3, () => ({ rules: "approved", verdicts: ["reject", "approve"], people: "rejected" })),
  ...many(15, () => ({ rules: "approved", verdicts: ["approve"] })),
  ...many(5, () => ({ rules: "approved", verdicts: [] })),
  ...many(5, () => ({ rules: "approved", unscored: true, hoursAgo: 30 })),
  ...many(105, () => ({ rules: "approved", hoursAgo: 30 })),
];

let app: TestApp;
let ada: Colleague;
let zoe: Colleague;
beforeAll(async () => {
  app = await startApp();
  // Named so that nothing but the alphabet puts one before the other.
  zoe = await aModerator(app, { name: "Zoe" });
  ada = await aModerator(app, { name: "=Ada" });
  const planted = STORIES.map((story, n) => ({
    n,
    section: "local",
    version: null,
    hoursAgo: 5,
    waited: 600,
    undone: false,
    unscored: false,
    judges: (story.verdicts?.length ?? 1) === 2 ? 2 : 1,
    ...story,
  }));
  await app.db.query(
    `with p as materialized (select p.*, uuidv7(-make_interval(hours => "hoursAgo")) as id, gen_random_uuid() as decision, now() - make_interval(hours => "hoursAgo") as at
        from json_to_recordset($1::json) as p(n int, rules text, rule text, version int, people text, waited int, undone boolean, unscored boolean, section text, verdicts json, judges int, "hoursAgo" int)),
      a as (insert into articles (id, site_id, key, url, title, section) select gen_random_uuid(), $2, section, 'https://news.example/' || section, '+' || section, section
        from (select distinct section from p) s returning id, section),
      r as (insert into readers (id, site_id, kind, name) values (gen_random_uuid(), $2, 'guest', 'Ana') returning id),
      c as (insert into comments (id, site_id, article_id, reader_id, text, html, language, status, version, created_at)
        select p.id, $2, a.id, r.id, 'Number ' || n, '', 'en', coalesce(people, case when undone then 'approved' else rules end), 3, at from p join a using (section), r),
      s as (insert into scores (comment_id, revision, scorer, scores, unavailable, created_at)
        select id, 1, 'plain', case when not unscored then '{"TOXICITY": 0.5}'::jsonb end, case when unscored then 'timeout' end, at from p),
      d as (insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, matches, facts, created_at)
        select decision, id, $2, 1, case rules when 'approved' then 'approve' when 'held' then 'hold' else 'reject' end, 'pending', rules, 2, 'rules',
          case when rule is null then '[]' else jsonb_build_array(jsonb_build_object('rule', rule, 'name', '-' || rule, 'version', version, 'action', case rules when 'held' then 'hold' else 'reject' end)) end,
          jsonb_build_object('unscored', unscored), at from p),
      u as (insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, moderator_id, undo_of, created_at)
        select gen_random_uuid(), id, $2, 1, 'undo', rules, 'approved', 3, 'moderator', $3, decision, at + interval '1 hour' from p where undone),
      h as (insert into decisions (id, comment_id, site_id, revision, action, status_before, status, version, actor, moderator_id, reason, created_at, queued_at_before)
        select gen_random_uuid(), id, $2, 1, case people when 'approved' then 'approve' else 'reject' end, rules, people, 3, 'moderator', case n % 2 when 0 then $3::uuid else $4::uuid end,
          case when people = 'rejected' then case when n < 20 then 'insult' else 'My own words.' end end, at + make_interval(mins => waited % 240), case when rules = 'held' then at end
        from p where people is not null),
      x as (insert into samples (comment_id, revision, site_id, created_at, judges) select id, 1, $2, at, judges from p where verdicts is not null)
    insert into judgements (id, comment_id, revision, site_id, moderator_id, verdict, created_at)
      select gen_random_uuid(), p.id, 1, $2, case v.i when 1 then $3::uuid else $4::uuid end, v.verdict, at + v.i * interval '1 minute'
      from p, json_array_elements_text(verdicts) with ordinality as v(verdict, i) where verdicts is not null`,
    [JSON.stringify(planted), app.site.id, zoe.id, ada.id],
  );
});
afterAll(() => app?.close());

const path = "/api/sites/demo/insights";
const insightsOf = async (period: string, zone = "Europe/Berlin"): Promise<Insights> => {
  const { status, body, text } = await app.owner.get<Insights>(`${path}?period=${period}&zone=${zone}`);
  expect([status, status === 200 ? "" : text]).toEqual([200, ""]);
  return body;
};
const sum = (counts: number[]): number => counts.reduce((all, n) => all + n, 0);
const shareOf = (hits: number, of: number) => ({
  share: hits / of,
  interval: wilson(hits, of),
  few: of < 30,
});

describe("a site's insights", () => {
  test("tell what was posted and what the rules did with it, by hour or by day", async () => {
    const week = await insightsOf("week");
    expect([week.unit, week.starts.length, week.from]).toEqual(["day", 7, week.starts[0]]);
    expect(sum(week.posted)).toBe(STORIES.length);
    expect(sum(week.automatic.approved)).toBe(150);
    expect(week.automatic.decided).toEqual(shareOf(160, 200));
    expect(week.scorers).toEqual({
      judged: 200,
      unscored: shareOf(5, 200),
      items: [{ scorer: "plain", answered: 195, failed: 5 }],
    });
    const day = await insightsOf("day");
    expect(day.posted).toHaveLength(24);
    // Five hours ago; what is older is not counted.
    expect(day.posted.flatMap((n, i) => (n > 0 ? [[i, n]] : []))).toEqual([[18, 90]]);
  });

  test("tell how long people took for what was held, and what still waits", async () => {
    const { decisions } = await insightsOf("week");
    // One waited for a minute, the next for two, and so on to thirty-six.
    expect(decisions).toMatchObject({ count: 36, p50Seconds: 18.5 * 60, p90Seconds: 32.5 * 60 });
    expect(sum(decisions.parts.map(({ count }) => count))).toBe(36);
    const held = await aHeldComment(app);
    const { queues } = await insightsOf("day");
    expect(queues.find(({ queue }) => queue === "held")).toMatchObject({ waiting: 1 });
    await decided(app.owner, held.id, "reject", { reason: "insult" });
  });

  test("tell how often people decided as each version of a rule did, and what was overturned", async () => {
    const { rules } = await insightsOf("week");
    const [first, second] = rules.filter(({ name }) => name.startsWith("-"));
    expect(first).toEqual({
      rule: "score:INSULT",
      name: "-score:INSULT",
      version: 1,
      action: "hold",
      matches: 40,
      agreed: 24,
      disagreed: 12,
      undecided: 4,
      precision: shareOf(24, 36),
      overturned: 0,
    });
    // A person published one, and undoing the rule three.
    expect(second).toMatchObject({
      rule: "links",
      version: 2,
      matches: 10,
      agreed: 0,
      disagreed: 1,
      undecided: 9,
      precision: { share: 0, few: true },
      overturned: 4,
    });
  });

  test("tell reasons, sections and articles", async () => {
    const { reasons, sections, articles } = await insightsOf("week");
    expect(reasons).toEqual([
      { reason: "insult", label: "Insult", people: 21, rules: 0 },
      // The rules' ten gave no reason of the site's, and three were taken back. People gave their own words.
      { reason: null, label: null, people: 14, rules: 7 },
    ]);
    expect(sections).toContainEqual({ section: "politics", posted: 40, approved: 12, held: 4, rejected: 24 });
    expect(articles).toContainEqual(
      expect.objectContaining({ title: "+politics", posted: 40, approved: 12, held: 4, rejected: 24 }),
    );
  });

  test("estimate from the blind sample what is missed, and how far moderators agree", async () => {
    const { samples } = await insightsOf("week");
    const { low, high } = wilson(7, 35) as { low: number; high: number };
    expect(samples).toEqual({
      approved: 150,
      drawn: 40,
      judged: 35,
      refused: 7,
      refusedShare: shareOf(7, 35),
      misses: { estimate: 30, low: Math.round(low * 150), high: Math.round(high * 150) },
      pairs: {
        bothApprove: 10,
        bothReject: 4,
        firstApproves: 3,
        firstRejects: 3,
        agreed: 0.7,
        // Both approve thirteen in twenty: by chance they would agree on 54.5 %.
        kappa: expect.closeTo(0.155 / 0.455, 6),
        interval: { low: expect.any(Number), high: expect.any(Number) },
        few: true,
      },
    });
  });

  test("tell who decided how many and when, by name alone", async () => {
    const { moderators } = await insightsOf("week");
    const [first, , last] = moderators;
    expect(moderators.map(({ name }) => name)).toEqual(["=Ada", "Owner", "Zoe"]);
    expect([first?.judged, last?.judged]).toEqual([20, 35]);
    expect(moderators.map(({ decided, parts }) => decided === sum(parts))).toEqual([true, true, true]);
    // Taking back is no decision.
    expect((first?.decided ?? 0) + (last?.decided ?? 0)).toBe(36 + 1 + 10);
  });

  test("tell what became of appeals", async () => {
    const comment = await aHeldComment(app, { name: "Contesting" });
    await decided(ada.client, comment.id, "reject");
    await appealing(app, comment);
    expect((await insightsOf("day")).appeals).toMatchObject({
      made: 1,
      waiting: 1,
      upheld: 0,
      overturned: 0,
    });
    const { body } = await app.owner.get<{ appeal: { id: string }; version: number }>(
      `/api/comments/${comment.id}`,
    );
    await zoe.client.post(`/api/appeals/${body.appeal.id}/judgements`, { verdict: "approve" });
    const outcome = { outcome: "overturned", version: body.version };
    expect((await zoe.client.post(`/api/appeals/${body.appeal.id}/decisions`, outcome)).status).toBe(201);
    expect((await insightsOf("day")).appeals).toMatchObject({
      waiting: 0,
      overturned: 1,
      overturnedShare: shareOf(1, 1),
    });
  });

  test("are empty, not wrong, where nothing happened", async () => {
    const site = await aSite(app, { slug: "quiet", name: "Quiet" });
    const { body } = await app.owner.get<Insights>(`/api/sites/${site.slug}/insights?period=month`);
    expect(body).toMatchObject({
      zone: "UTC",
      rules: [],
      moderators: [],
      decisions: { count: 0, p50Seconds: null },
      automatic: { decided: { share: null, interval: null, few: true } },
      samples: { judged: 0, misses: null, pairs: { kappa: null, few: true } },
    });
    expect(sum(body.posted)).toBe(0);
  });
});

describe("a table of them as a file", () => {
  const csvOf = async (table: string) => app.owner.get(`${path}/export?period=week&table=${table}`);

  test.each(TABLES)("%s is CSV with a head and its lines", async (table) => {
    const { status, headers, text } = await csvOf(table);
    expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8; header=present"]);
    expect(headers.get("content-disposition")).toContain(`demo-${table}-`);
    const [head, ...lines] = text.trim().split("\n");
    expect(head).toMatch(/^[a-zA-Z0-9,]+$/);
    expect(lines.length).toBeGreaterThan(0);
  });

  test("has nothing that a spreadsheet would run", async () => {
    expect((await csvOf("moderators")).text).toContain(",'=Ada,");
    expect((await csvOf("rules")).text).toContain(",'-links,2,reject,10,");
    expect((await csvOf("articles")).text).toContain(",'+politics,");
  });
});

test("insights are for owners, of a site that is theirs to see", async () => {
  const there = await aSite(app, { slug: "elsewhere", name: "Elsewhere" });
  const owner = await aModerator(app, { name: "Other", role: "owner", sites: [there] });
  for (const rest of ["", "/export?table=rules"]) {
    expect((await zoe.client.get(`${path}${rest}`)).status).toBe(403);
    expect((await app.reader.get(`${path}${rest}`)).status).toBe(401);
  }
  expect((await app.owner.get("/api/sites/nowhere/insights")).status).toBe(404);
  expect((await owner.client.get("/api/sites/elsewhere/insights")).status).toBe(200);
});

test.each(["Nowhere/Land", "+05:00", "UTC'; --", "x".repeat(80)])("the zone %p is refused", async (zone) => {
  const { status } = await app.owner.get(`${path}?zone=${encodeURIComponent(zone)}`);
  expect(status).toBe(400);
});
