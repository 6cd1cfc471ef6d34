import { cpus, loadavg, release } from "node:os";
import { parseArgs } from "node:util";
import { benchBacktest } from "./backtest.ts";
import { benchDesk } from "./desk.ts";
import { benchLive } from "./live.ts";
import { allDecided, type Figures, measure, medians, percentile } from "./measure.ts";
import { startLoad } from "./processes.ts";
import { type Goal, goalLines, type Row, table } from "./report.ts";
import { benchRules } from "./rules.ts";
import { benchScorer, fuzzScorer } from "./scorer.ts";
import { benchScreen } from "./screen.ts";
import { benchSearch } from "./search.ts";
import { benchSections } from "./sections.ts";
import { withSeededServer } from "./seeded-server.ts";
import { benchSemantic } from "./semantic.ts";
import { type Stack, type Subject, startStack } from "./stack.ts";
import { benchWordLists } from "./word-lists.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    connections: { type: "string", default: "50" },
    /** Multiplies how many requests each measurement sends. */
    scale: { type: "string", default: "1" },
    /** One part alone: scorer, fuzz, semantic, words, rules, live, desk, search, sections, screen, backtest, or desk,search on one database. */
    only: { type: "string" },
    /** A folder with dev/, replay/ and hostile/ to measure the scorer on. */
    data: { type: "string" },
    /** For the desk and the search: how many comments, and how many of them wait. */
    comments: { type: "string", default: "100000" },
    held: { type: "string", default: "10000" },
    /** A folder that keeps their database for the next run. */
    keep: { type: "string" },
  },
});
const connections = Number(values.connections);
const many = (count: number): number => Math.round(count * Number(values.scale));

type Send = ReturnType<typeof startLoad>["send"];

const THREAD = "/api/sites/demo/comments?article=https%3A%2F%2Fbench.example%2Fstory-0&limit=200";
/** A measurement: its name, and one round of it. */
type Way = [name: string, round: (run: string) => Promise<Figures>];

const post = (port: number, count: number, run: string) => ({
  do: "post" as const,
  port,
  count,
  connections,
  run,
});

/** Leaves two hundred approved comments under one article and answers its ETag. */
async function fillThread({ port, db }: Subject): Promise<string> {
  await db.query(
    `update comments set status = 'approved' where id in (select id from comments where article_id =
      (select id from articles where url = 'https://bench.example/story-0') order by id limit 200)`,
  );
  const response = await fetch(`http://127.0.0.1:${port}${THREAD}`);
  const { items } = (await response.json()) as { items: unknown[] };
  if (items.length !== 200) throw new Error(`The thread has ${items.length} comments, not 200`);
  return response.headers.get("etag") as string;
}

function waysOf(stack: Stack, send: Send, etag: string): Way[] {
  const { bare, embedded, real } = stack;
  const accept = stack.post;
  const read = (headers: Record<string, string>) => () =>
    measure(send, accept, {
      do: "get",
      port: accept.port,
      count: many(2_000),
      connections,
      path: THREAD,
      headers,
    });
  const whole = (subject: Subject, count: number) => (run: string) =>
    measure(send, subject, post(subject.port, many(count), run), () => allDecided(subject));
  return [
    ["bare Express POST + INSERT", (run) => measure(send, bare, post(bare.port, many(2_000), run))],
    ["our POST", (run) => measure(send, accept, post(accept.port, many(2_000), run))],
    ["until decided, one process, built-in PostgreSQL", whole(embedded, 1_500)],
    ...(real ? [["until decided, server + workers, PostgreSQL + Redis", whole(real, 2_500)] as Way] : []),
    ["thread of 200", read({})],
    ["thread of 200, gzip", read({ "accept-encoding": "gzip" })],
    ["thread of 200, unchanged (304)", read({ "if-none-match": etag })],
  ];
}

/** Every process has loaded and compiled what it will use. */
async function warmUp(stack: Stack, send: Send): Promise<void> {
  for (const subject of [stack.bare, stack.post, stack.embedded, stack.real]) {
    if (subject) await send(post(subject.port, 2_500, "warm-up"));
  }
  for (const subject of [stack.embedded, stack.real]) if (subject) await allDecided(subject);
}

async function main(): Promise<void> {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Linux ${release()}, Node ${process.version}; load ${loadavg()[0]?.toFixed(1)} before the start\n`,
  );
  const load = startLoad();
  const stack = await startStack();
  try {
    await warmUp(stack, load.send);
    const ways = waysOf(stack, load.send, await fillThread(stack.post));
    const figures = new Map<string, Figures[]>(ways.map(([name]) => [name, []]));
    // Interleaved, so that what else the machine does falls on all alike.
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const [name, way] of ways) figures.get(name)?.push(await way(`round-${round}`));
    const rows = ways.map(([name]): Row => ({ name, ...medians(figures.get(name) as Figures[]) }));
    const bare = (rows[0] as Row).cpu;
    console.log(
      `${table(rows, bare)}\n\nMedians of ${values.rounds} rounds, ${connections} connections; CPU of all processes but the load generator.\n`,
    );

    const goals = goalsOf(rows, Boolean(stack.real));
    for (const [name, subject] of [
      ["one process", stack.embedded],
      ["server + workers", stack.real],
    ] as const) {
      if (!subject) continue;
      const { toSocket } = await load.send({
        do: "watch",
        port: subject.port,
        rate: 50,
        seconds: 10,
        run: "watch",
        cookies: [subject.cookie],
      });
      console.log(
        `POST to the moderator's socket at 50 a second, ${name}: p50 ${percentile(toSocket, 0.5).toFixed(1)} ms, p99 ${percentile(toSocket, 0.99).toFixed(1)} ms, ${toSocket.length} of 500 heard`,
      );
      goals.push(
        { what: `POST to socket, p50 ms, ${name}`, reached: percentile(toSocket, 0.5), goal: 25 },
        { what: `POST to socket, p99 ms, ${name}`, reached: percentile(toSocket, 0.99), goal: 100 },
      );
    }
    console.log(`\n${goalLines(goals)}`);
    if (!stack.real)
      console.log(
        "\nLeft out: PostgreSQL + Redis, because neither valkey-server nor redis-server is on PATH.",
      );
  } finally {
    load.stop();
    await stack.stop();
  }
}

function goalsOf(rows: readonly Row[], withServices: boolean): Goal[] {
  const [bare, accept, embedded] = rows as [Row, Row, Row];
  const real = withServices ? (rows[3] as Row) : null;
  const thread = rows.find(({ name }) => name === "thread of 200") as Row;
  return [
    { what: "our POST, CPU × bare", reached: accept.cpu / bare.cpu, goal: 0.75 },
    { what: "until decided, one process, CPU × bare", reached: embedded.cpu / bare.cpu, goal: 2 },
    { what: "until decided, one process, a second", reached: embedded.rate, goal: 300, atLeast: true },
    ...(real
      ? [
          { what: "until decided, server + workers, CPU × bare", reached: real.cpu / bare.cpu, goal: 2 },
          {
            what: "until decided, server + workers, a second",
            reached: real.rate,
            goal: 1_000,
            atLeast: true,
          },
        ]
      : []),
    { what: "thread of 200, CPU ms", reached: thread.cpu, goal: 0.35 },
  ];
}

const size = { comments: Number(values.comments), held: Number(values.held) };
if (values.only === "semantic") benchSemantic();
else if (values.only === "words") await benchWordLists();
else if (values.only === "rules") benchRules();
else if (values.only === "live") await benchLive();
else if (values.only === "search") await withSeededServer(size, benchSearch, values.keep);
else if (values.only === "backtest") await withSeededServer(size, benchBacktest, values.keep);
else if (values.only === "screen") await withSeededServer(size, benchScreen, values.keep);
else if (values.only === "sections") await withSeededServer(size, benchSections, values.keep);
else if (values.only === "desk") await withSeededServer(size, benchDesk, values.keep);
else if (values.only === "desk,search")
  await withSeededServer(
    size,
    async (server) => {
      await benchDesk(server);
      await benchSections(server);
      await benchSearch(server);
    },
    values.keep,
  );
else {
  if (values.only === undefined) await main();
  if (values.only !== "fuzz") await benchScorer(values.data);
  if (values.only !== "scorer") await fuzzScorer(values.data);
}
