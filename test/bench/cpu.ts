import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts a process's time in ticks of this many ms, on every Linux that Node runs on. */
const TICK = 10;

interface Times {
  parent: number;
  /** Its own time and that of the children it has already buried, in ms. */
  ms: number;
}

function timesOf(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, ms: (utime + stime + cutime + cstime) * TICK };
  } catch {
    return null;
  }
}

/** CPU time, in ms, that these processes and everything they started have used so far; NaN where there is no /proc. */
export function cpuOf(roots: readonly number[]): number {
  if (process.platform !== "linux") return Number.NaN;
  const all = new Map<number, Times>();
  for (const name of readdirSync("/proc")) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null;
    if (times) all.set(Number(name), times);
  }
  const mine = new Set(roots);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, { parent }] of all) {
      if (mine.has(pid) || !mine.has(parent)) continue;
      mine.add(pid);
      grown = true;
    }
  }
  let sum = 0;
  for (const pid of mine) sum += all.get(pid)?.ms ?? 0;
  return sum;
}
