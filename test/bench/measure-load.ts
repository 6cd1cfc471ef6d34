/** A process of its own: what reading the scorer's code, its first comment and the first ones with something to read past cost. */
const FIRST = [
  "The first comment.",
  "What an idi0t you are, f*ck off, you stuuupid moronn!!! 🖕",
  "You are a liar and a thief.",
] as const;

/** CPU ms since `began`, of all threads. */
function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e3;
}

const began = process.cpuUsage();
const { scoreText } = await import("../../server/scoring/local/local.ts");
const out = [cpuSince(began)];
for (const text of FIRST) {
  const start = process.cpuUsage();
  scoreText(text);
  out.push(cpuSince(start));
}
console.log(JSON.stringify(out));
