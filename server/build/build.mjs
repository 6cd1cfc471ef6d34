// node server/build/build.mjs [--if-possible] [server] [desk] [widget]: builds the named parts, or all that are here.
// With --if-possible it succeeds, saying so, where the development packages are not installed.
import { createRequire } from "node:module";
import { isPart, presentParts } from "./parts.mjs";

const args = process.argv.slice(2);
const named = args.filter(isPart);
const parts = presentParts().filter((part) => named.length === 0 || named.includes(part));

function toolsAreInstalled() {
  const { resolve } = createRequire(import.meta.url);
  try {
    for (const tool of ["esbuild", "vite/package.json", "tsx"]) resolve(tool);
    return true;
  } catch {
    return false;
  }
}

if (!toolsAreInstalled()) {
  console.log(
    "Not built: the development packages are not installed. dist/ is used as it is; to build, run npm ci.",
  );
  process.exitCode = args.includes("--if-possible") ? 0 : 1;
} else {
  const started = performance.now();
  const { compile } = await import("./compile.mjs");
  const results = await Promise.allSettled(parts.map(compile));
  const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  for (const reason of failures) console.error(reason instanceof Error ? reason.message : reason);
  if (failures.length > 0) process.exitCode = 1;
  else console.log(`Built ${parts.join(", ")} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
