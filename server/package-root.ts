import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of package.json, found upwards from this file: the same from the source and from dist/. */
export function packageRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, "package.json"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("package.json was not found above the program's files.");
  return packageRoot(parent);
}
