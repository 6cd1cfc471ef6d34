import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { packageRoot } from "../../server/scoring/local/package-root.ts";

/**
 * Measures the scorer as it ships, bundled, in a process of its own, and prints what it costs beside its peers. With `data`, a
 * folder that holds dev/ and replay/, on real comments and with everyone's AUC. Rejects when the measuring fails.
 */
export const benchScorer = (data: string | undefined): Promise<void> => apart("measure-scorer", data);

/**
 * Fuzzes the scorer as it ships: 100,000 strings of every plane and kind and, with `data`, a folder that holds hostile/, each of its strings alone and
 * repeated to the longest text. Rejects when an answer is wrong.
 */
export const fuzzScorer = (data: string | undefined): Promise<void> => apart("measure-strange", data);

async function apart(program: string, data: string | undefined): Promise<void> {
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
    const child = spawn(process.execPath, [outfile, ...(data === undefined ? [] : [data])], {
      stdio: "inherit",
    });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    if (code !== 0) throw new Error(`${program} ended with ${code}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
