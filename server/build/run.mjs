// node server/build/run.mjs ENTRY [ARGS]: builds what is missing or older than its sources, then becomes
// dist/ENTRY.js in this same process, so that signals reach it. Nothing to build costs a few milliseconds.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST, isStale, presentParts, ROOT } from "./parts.mjs";

const [entry = ""] = process.argv.splice(2, 1);
const target = join(DIST, `${entry}.js`);
const showsPages = entry === "server/main" || entry === "server/server";
const stale = presentParts().filter((part) => (part === "server" || showsPages) && isStale(part));

if (stale.length > 0) {
  console.error(`Building ${stale.join(", ")} (the sources changed) …`);
  const build = [join(ROOT, "server/build/build.mjs"), "--if-possible", ...stale];
  const { status } = spawnSync(process.execPath, build, { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(1);
}
if (!existsSync(target)) {
  console.error(`dist/${entry}.js is missing. Run npm ci, then try again.`);
  process.exit(1);
}
// npm passes SIGTERM on to a shell that ends without telling us, and the server would run on, holding its port and data. Whoever
// started us without npm may well leave before us.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}
process.argv[1] = target;
await import(pathToFileURL(target).href);
