// Writes dist/widget/widget.js, which a site embeds, and dist/widget/widget-live.js, which it imports later from the
// same origin, like widget-words-de.js on German pages. All must be served to every origin (CORS for modules).
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin, transform } from "esbuild";

/** What a page pays before the live part loads, in bytes gzipped. */
const MAX_BYTES = 20_000;

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (path: string) => `${root}${path}`;

const cssAsText: Plugin = {
  name: "css-as-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

async function bundle(entry: string, format: "iife" | "esm", define: Record<string, string> = {}) {
  const result = await build({
    entryPoints: [at(entry)],
    bundle: true,
    write: false,
    format,
    define,
    minify: true,
    target: "es2022",
    platform: "browser",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    plugins: [cssAsText],
  });
  return result.outputFiles[0]!.contents;
}

async function write(name: string, code: Uint8Array): Promise<number> {
  await writeFile(at(`dist/widget/${name}`), code);
  const bytes = gzipSync(code, { level: 9 }).length;
  console.log(`widget: ${name} ${code.length} bytes, ${bytes} gzipped`);
  return bytes;
}

await mkdir(at("dist/widget"), { recursive: true });
/** Builds what is loaded later; answers its address, which changes with what is in it. */
async function later(entry: string, name: string): Promise<string> {
  const code = await bundle(entry, "esm");
  await write(name, code);
  return JSON.stringify(`/${name}?v=${createHash("sha256").update(code).digest("hex").slice(0, 10)}`);
}

const main = await bundle("widget/main.ts", "iife", {
  LIVE_FILE: await later("widget/live.ts", "widget-live.js"),
  GERMAN_FILE: await later("widget/words.de.ts", "widget-words-de.js"),
});
const bytes = await write("widget.js", main);
if (bytes > MAX_BYTES) {
  console.error(`widget: widget.js is over its ${MAX_BYTES} bytes. Take something out or load it later.`);
  process.exitCode = 1;
}
