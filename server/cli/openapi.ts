import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openApiDocument } from "../openapi.ts";
import { packageRoot } from "../package-root.ts";

/** npm run openapi: writes docs/openapi.json from the contracts. With --check: fails when the file is not what they say. */
const file = join(packageRoot(), "docs/openapi.json");
const document = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, document);
  console.log(`Wrote ${file}.`);
} else if (readOr(file) !== document) {
  console.error("docs/openapi.json is not what the contracts say. Run: npm run openapi");
  process.exitCode = 1;
}

function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
