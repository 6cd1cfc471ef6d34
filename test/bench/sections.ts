import { percentile } from "./measure.ts";
import { type Goal, goalLines } from "./report.ts";
import type { SeededServer } from "./seeded-server.ts";
import { cookieOf } from "./sign-in.ts";

const ROUNDS = 100;
/** So many in the beginning are not counted. */
const WARM_UP = 10;
/** Of the forty that the made-up articles are in; null: the owner, to compare. */
const SECTIONS = [null, 1, 20];

/** Measures what the desk asks most, as moderators of sections alone: through HTTP and one at a time; prints p50 and p99 in ms. */
export async function benchSections(server: SeededServer): Promise<void> {
  const goals: Goal[] = [];
  const usual = (n: number) => server.words[200 + ((n * 37) % 2_800)] as string;
  const misspelt = (word: string) => word.slice(0, 3) + word.slice(4, 5) + word.slice(3, 4) + word.slice(5);
  const asked: [what: string, goal: number, path: (n: number) => string][] = [
    ["counts (with one comment)", 20, () => "/api/queue?limit=1"],
    ["queue page, 50, longest wait, counts", 20, () => "/api/queue?limit=50"],
    ["queue page, 50, by highest score", 20, () => "/api/queue?limit=50&sort=score"],
    ["newest of all", 200, () => "/api/search"],
    ["a common word", 200, (n) => `/api/search?q=${server.words[(n * 7) % 40]}`],
    ["a usual word", 200, (n) => `/api/search?q=${usual(n)}`],
    ["a misspelt word", 200, (n) => `/api/search?q=${misspelt(server.words[5_000 + n * 37] as string)}`],
  ];
  for (const sections of SECTIONS) {
    const cookie = sections === null ? server.cookie : await aModeratorOf(server, sections);
    for (const [what, goal, path] of asked) {
      const took: number[] = [];
      for (let n = 0; n < WARM_UP + ROUNDS; n += 1) {
        const from = performance.now();
        const response = await fetch(`http://127.0.0.1:${server.port}${path(n)}`, { headers: { cookie } });
        const text = await response.text();
        if (!response.ok) throw new Error(`${path(n)} answered ${response.status}: ${text}`);
        if (n >= WARM_UP) took.push(performance.now() - from);
      }
      const [p50, p99] = [percentile(took, 0.5), percentile(took, 0.99)];
      const name = `${sections === null ? "all" : `${sections} of 40`}: ${what}`;
      console.log(
        `${name.padEnd(48)} p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms`,
      );
      goals.push({ what: `${name}, p99 ms`, reached: p99, goal });
    }
  }
  console.log(`\n${goalLines(goals)}`);
}

/** Invites somebody for so many sections of the made-up site; answers their cookie. */
async function aModeratorOf({ port, cookie, db }: SeededServer, count: number): Promise<string> {
  const { rows } = await db.query<{ site: string; section: string }>(
    `select s.slug as site, a.section from articles a join sites s on s.id = a.site_id
     where a.url like 'https://seed.example/%' group by 1, 2 order by 2 limit $1`,
    [count],
  );
  const post = (path: string, body: object, by?: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { ...(by && { cookie: by }), "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const email = `sections-${Date.now()}@seed.example`;
  const asked = { email, name: "Sam", role: "moderator", sites: [], sections: rows };
  const invited = await post("/api/invitations", asked, cookie);
  if (!invited.ok) throw new Error(`Inviting answered ${invited.status}: ${await invited.text()}`);
  const { link } = (await invited.json()) as { link: string };
  return cookieOf(
    await post("/api/invitation/accept", { token: link.split("#")[1], password: "a long enough password" }),
  );
}
