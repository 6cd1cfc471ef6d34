// How each part is built: the server and the workers by esbuild, the desk by Vite, the widget by its own script.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ageOfSources, DIST, ROOT, stamp } from "./parts.mjs";

/** Every file that a command or a thread starts from. Each becomes dist/<same path>.js; what they share goes to dist/chunks. */
function entryPoints() {
  const commands = existsSync(join(ROOT, "server/cli"))
    ? readdirSync(join(ROOT, "server/cli")).filter(
        (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
      )
    : [];
  return [
    "server/main.ts",
    "server/server.ts",
    "workers/main.ts",
    "server/scoring/semantic/worker.ts",
    ...commands.map((name) => `server/cli/${name}`),
  ].filter((path) => existsSync(join(ROOT, path)));
}

/** Packages stay in node_modules. Files read at run time (migrations, the model) stay in the source tree: find them
 * by walking up to package.json, which works from server/ and from dist/ alike.
 * @returns {import("esbuild").BuildOptions} */
export function serverOptions() {
  return {
    absWorkingDir: ROOT,
    entryPoints: entryPoints(),
    outdir: "dist",
    outbase: ".",
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
  };
}

/** Writes whole files only, by rename, because another process may be starting from dist/ right now. */
async function buildServer() {
  const { build } = await import("esbuild");
  const options = serverOptions();
  if (/** @type {string[]} */ (options.entryPoints).length === 0) return;
  const { outputFiles } = await build({ ...options, write: false });
  const written = new Set();
  for (const file of outputFiles) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(`${file.path}.${process.pid}`, file.contents);
    renameSync(`${file.path}.${process.pid}`, file.path);
    written.add(relative(DIST, file.path));
  }
  for (const folder of ["server", "workers", "chunks"]) {
    if (!existsSync(join(DIST, folder))) continue;
    for (const name of readdirSync(join(DIST, folder), { recursive: true, encoding: "utf8" })) {
      const path = join(folder, name);
      if (/\.js(\.map)?$/.test(path) && !written.has(path)) rmSync(join(DIST, path), { force: true });
    }
  }
}

/** @returns {import("vite").InlineConfig} */
export function deskOptions() {
  return {
    root: join(ROOT, "admin"),
    base: "/desk/",
    configFile: join(ROOT, "admin/vite.config.ts"),
    build: { outDir: join(DIST, "admin"), emptyOutDir: true, reportCompressedSize: false },
    logLevel: "warn",
  };
}

async function buildDesk() {
  const { build } = await import("vite");
  await build(deskOptions());
}

/** The widget's own script writes dist/widget. */
async function buildWidget() {
  const script = spawn(process.execPath, ["--import", "tsx", "widget/build.ts"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const [code] = await once(script, "exit");
  if (code !== 0) throw new Error("widget/build.ts failed; its message is above.");
}

const BUILDERS = { server: buildServer, desk: buildDesk, widget: buildWidget };

/** Builds one part and notes what it was built from.
 * @param {import("./parts.mjs").Part} part */
export async function compile(part) {
  const age = ageOfSources(part);
  await BUILDERS[part]();
  stamp(part, age);
}
