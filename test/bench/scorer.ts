import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { packageRoot } from "../../server/package-root.ts";
import { median } from "./measure.ts";
import { goalLines } from "./report.ts";

const STARTS = 9;

/**
 * Measures the scorer as it ships, bundled, in a process of its own, and prints what it costs beside its peers. With `data`, a
 * folder that holds dev/ and replay/, on real comments and with everyone's AUC. Rejects when the measuring fails.
 */
export async function benchScorer(data: string | undefined): Promise<void> {
  await bundled("measure-load", async (file) => printLoad(file));
  await apart("measure-scorer", data);
}

/**
 * Fuzzes the scorer as it ships: 100,000 strings of every plane and kind and, with `data`, a folder that holds hostile/, each of its strings alone and
 * repeated to the longest text. Rejects when an answer is wrong.
 */
export const fuzzScorer = (data: string | undefined): Promise<void> => apart("measure-strange", data);

const apart = (program: string, data: string | undefined): Promise<void> =>
  bundled(program, async (file) => {
    const child = spawn(process.execPath, [file, ...(data === undefined ? [] : [data])], {
      stdio: "inherit",
    });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    if (code !== 0) throw new Error(`${program} ended with ${code}`);
  });

/** Bundles a program of this folder as the server is bundled, for as long as `run` needs it. */
async function bundled(program: string, run: (file: string) => Promise<void>): Promise<void> {
  const root = packageRoot();
  const folder = mkdtempSync(join(root, "dist", "bench-"));
  try {
    const outfile = join(folder, `${program}.mjs`);
    await build({
      entryPoints: [join(root, `test/bench/${program}.ts`)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "error",
    });
    await run(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Medians of several starts, each a new process. */
function printLoad(file: string): void {
  const starts = Array.from(
    { length: STARTS },
    () => JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" })) as number[],
  );
  const [code, first, disguised, next] = [0, 1, 2, 3].map((i) =>
    median(starts.map((start) => start[i] as number)),
  ) as [number, number, number, number];
  console.log(
    `\nThe scorer's start, CPU ms, medians of ${STARTS}: its code ${code.toFixed(1)}; model and first comment ${first.toFixed(1)}; the first disguised insult ${disguised.toFixed(1)}; the next ${next.toFixed(1)}`,
  );
  console.log(goalLines([{ what: "model and first comment, CPU ms", reached: first, goal: 20 }]));
}
