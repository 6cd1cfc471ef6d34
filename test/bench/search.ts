import { percentile } from "./measure.ts";
import { goalLines } from "./report.ts";
import type { SeededServer } from "./seeded-server.ts";

/** Searches of each kind, and how many people search at the same moment. */
const EACH = 100;
const AT_ONCE = 2;
const DAY = 86_400_000;

/** Kinds of searches, each never twice the same. */
export function kindsOf(
  words: readonly string[],
  moderators: string[],
  articles: string[],
): Record<string, (n: number) => Record<string, string>> {
  const ranked = (from: number, to: number, n: number) => words[from + ((n * 37) % (to - from))] as string;
  const common = (n: number) => ranked(0, 40, n);
  const usual = (n: number) => ranked(200, 3_000, n);
  const rare = (n: number) => ranked(20_000, 50_000, n);
  const days = (n: number) => new Date(Date.now() - n * DAY).toISOString();
  return {
    "newest of all": (n) => ({ postedTo: days(n) }),
    "a common word": (n) => ({ q: common(n) }),
    "a usual word": (n) => ({ q: usual(n) }),
    "a rare word": (n) => ({ q: rare(n) }),
    "two usual words": (n) => ({ q: `${usual(n)} ${usual(n + 1)}` }),
    "a phrase of common words": (n) => ({ q: `"${common(n)} ${common(n + 3)}"` }),
    "a misspelt word": (n) => ({ q: swapped(ranked(5_000, 50_000, n)) }),
    "parts of a usual word": (n) => ({ q: `${usual(n).slice(0, 5)}*` }),
    "a usual word, by relevance": (n) => ({ q: usual(n), sort: "relevance" }),
    "a common word, by relevance": (n) => ({ q: common(n), sort: "relevance" }),
    "a usual word, rejected, one month": (n) => ({
      q: usual(n),
      status: "rejected",
      postedFrom: days(n + 30),
      postedTo: days(n),
    }),
    "a reader's name": (n) => ({
      reader: `${["Ana", "Ben", "Cleo"][n % 3]} ${String.fromCharCode(65 + (n % 26))}${n * 26}`,
    }),
    "a reader's first name": (n) => ({ reader: ["Ana", "Ben", "Cleo", "Dora", "Emil"][n % 5] as string }),
    "an article": (n) => ({ article: articles[n % articles.length] as string }),
    "a score range": (n) => ({ by: "THREAT", min: String(0.15 + n / 2_000), max: String(0.16 + n / 2_000) }),
    "what a moderator decided in a week": (n) => ({
      moderator: moderators[n % moderators.length] as string,
      decidedFrom: days(n + 7),
      decidedTo: days(n),
    }),
  };
}

/** Two neighbouring letters in the other order. */
const swapped = (word: string): string =>
  word.slice(0, 3) + word.slice(4, 5) + word.slice(3, 4) + word.slice(5);

/** Searches among many comments through the API, with the goal of 200 ms for 99 of 100. */
export async function benchSearch({ port, cookie, db, words }: SeededServer): Promise<void> {
  const idsOf = async (from: string): Promise<string[]> =>
    (await db.query<{ id: string }>(`select id from ${from} order by id`)).rows.map(({ id }) => id);
  const kinds = kindsOf(
    words,
    await idsOf("moderators where role = 'moderator'"),
    await idsOf("articles where url like 'https://seed.example/%'"),
  );
  const all: number[] = [];
  console.log("| | p50 ms | p99 ms | found |\n|---|---:|---:|---:|");
  for (const [kind, query] of Object.entries(kinds)) {
    const { times, found } = await searches(port, cookie, query);
    all.push(...times);
    console.log(
      `| ${kind} | ${percentile(times, 0.5).toFixed(0)} | ${percentile(times, 0.99).toFixed(0)} | ${found.toFixed(1)} |`,
    );
  }
  console.log(`| all | ${percentile(all, 0.5).toFixed(0)} | ${percentile(all, 0.99).toFixed(0)} | |\n`);
  console.log(
    `${EACH} of each, ${AT_ONCE} at a time, 50 a page; found: comments on the first page, on average.\n`,
  );
  console.log(goalLines([{ what: "search, p99 ms", reached: percentile(all, 0.99), goal: 200 }]));
}

async function searches(
  port: number,
  cookie: string,
  query: (n: number) => Record<string, string>,
): Promise<{ times: number[]; found: number }> {
  const times: number[] = [];
  let found = 0;
  let next = 0;
  const one = async (n: number, counts: boolean): Promise<void> => {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/api/search?${new URLSearchParams(query(n))}`, {
      headers: { cookie },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${JSON.stringify(query(n))} answered ${response.status}: ${text}`);
    if (!counts) return;
    times.push(performance.now() - began);
    found += (JSON.parse(text) as { items: unknown[] }).items.length;
  };
  // The first ones of a kind fill the caches.
  for (let n = 0; n < 3; n += 1) await one(EACH + n, false);
  const person = async (): Promise<void> => {
    while (next < EACH) await one(next++, true);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  return { times, found: found / EACH };
}
