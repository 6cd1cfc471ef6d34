import { openSession, SESSION_COOKIE } from "../../server/moderators/session.ts";
import { cpuOf } from "./cpu.ts";
import { LISTENED } from "./desk-socket.ts";
import { allDecided, percentile } from "./measure.ts";
import { startLoad } from "./processes.ts";
import { type Subject, startStack } from "./stack.ts";

const DESKS = 200;
const RATE = 50;
const SECONDS = 20;

/** What so many moderators' open desks cost one server while comments come in: prints how late they hear of each, and CPU. */
export async function benchLive(): Promise<void> {
  const load = startLoad();
  const stack = await startStack();
  try {
    const subject = stack.real ?? stack.embedded;
    await load.send({ do: "post", port: subject.port, count: 1_000, connections: 20, run: "warm-up" });
    await allDecided(subject);
    const cookies = await moderators(subject, DESKS);
    for (const desks of [1, DESKS]) {
      const server = [subject.pids[0] as number];
      const before = { server: cpuOf(server), all: cpuOf(subject.pids) };
      const { toSocket, hints, seconds } = await load.send({
        do: "watch",
        port: subject.port,
        rate: RATE,
        seconds: SECONDS,
        run: `live-${desks}`,
        cookies: cookies.slice(0, desks),
      });
      const share = (ms: number): string => `${(ms / seconds / 10).toFixed(0)} %`;
      console.log(
        `${desks} desks, ${RATE} comments a second for ${SECONDS} s: POST to desk p50 ${percentile(toSocket, 0.5).toFixed(1)} ms, p99 ${percentile(toSocket, 0.99).toFixed(1)} ms (${((100 * toSocket.length) / (RATE * SECONDS * Math.ceil(desks / LISTENED))).toFixed(1)} % heard one by one); hints a desk ${Math.min(...hints)} to ${Math.max(...hints)}; CPU of the server${stack.real ? "" : ", workers and PostgreSQL"} ${share(cpuOf(server) - before.server)} of a core, of all ${share(cpuOf(subject.pids) - before.all)}`,
      );
    }
  } finally {
    load.stop();
    await stack.stop();
  }
}

/** Makes moderators of every site, signed in; answers their cookies. */
async function moderators({ db }: Subject, count: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with made as (
       insert into moderators (id, email, name, role, password_hash)
         select gen_random_uuid(), 'm' || n || '@bench.example', 'Moderator ' || n, 'moderator', '' from generate_series(1, $1) n returning id
     ), placed as (insert into moderator_sites (moderator_id, site_id) select made.id, s.id from made, sites s)
     select id from made`,
    [count],
  );
  const cookies: string[] = [];
  for (const { id } of rows) cookies.push(`${SESSION_COOKIE}=${await openSession(db, id)}`);
  return cookies;
}
