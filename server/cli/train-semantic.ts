import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../package-root.ts";
import { modelPath, readModel } from "../scoring/local/model.ts";
import { readRows } from "../scoring/local/train/examples.ts";
import { packHead } from "../scoring/semantic/head.ts";
import { semanticPage } from "../scoring/semantic/train/card.ts";
import { type Embedded, embed } from "../scoring/semantic/train/embed.ts";
import { evaluate } from "../scoring/semantic/train/evaluate.ts";
import { readExamples, SOURCES, type Source } from "../scoring/semantic/train/examples.ts";
import { chosen, RECIPE, type Recipe, trainHead } from "../scoring/semantic/train/train-head.ts";
import { PACKAGE, weightsFolder } from "../scoring/semantic/weights.ts";

const USAGE = `Usage: npm run train:semantic -- --data FOLDER [--cache FOLDER] [--threads 2] [--out FOLDER] [--set name=value …]

Trains the semantic tier's head on FOLDER/train, calibrates it on FOLDER/dev/jigsaw_dev, measures it, and writes head.bin,
figures.json and docs/semantic.md. With --out, writes the first two there. The encoder reads every text once, some 13 ms
each; its answers stay in --cache (a temporary folder), so that the next run takes a minute.
--set changes the recipe: ${Object.entries(RECIPE)
  .map(([name, value]) => `${name}=${value}`)
  .join(" ")}`;

function readRecipe(changes: readonly string[]): Recipe {
  const recipe: Recipe = { ...RECIPE };
  for (const change of changes) {
    const [name, value] = change.split("=");
    if (name === undefined || !(name in recipe) || !Number.isFinite(Number(value)))
      throw new Error(`--set ${change}: no such setting.\n\n${USAGE}`);
    recipe[name as keyof Recipe] = Number(value);
  }
  return recipe;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      cache: { type: "string", default: join(tmpdir(), "replydesk-embedded") },
      threads: { type: "string", default: "2" },
      out: { type: "string" },
      set: { type: "string", multiple: true },
    },
  });
  if (values.data === undefined) throw new Error(USAGE);
  const weights = weightsFolder();
  if (weights === null) throw new Error(`${PACKAGE} is not installed. Install it with npm ci.`);
  const began = performance.now();
  const say = (line: string): void =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  const recipe = readRecipe(values.set ?? []);
  const data = resolve(values.data);
  const { cache } = values;
  const threads = Number(values.threads);
  const embedder = (texts: readonly string[]): Promise<Embedded> =>
    embed(texts, { weights, cache, threads, say });

  const { train, apart } = readExamples(data);
  const mine = chosen(recipe, train);
  const embedded = {} as Record<Source, Embedded>;
  for (const source of SOURCES) embedded[source] = await embedder(mine[source].map(({ text }) => text));
  const dev = await embedder(readRows(join(data, "dev"), "jigsaw_dev.jsonl.gz").map(({ text }) => text));
  const file = trainHead(recipe, mine, embedded, dev, data, say);
  const root = packageRoot();
  const folder = values.out === undefined ? join(root, "server", "scoring", "semantic") : resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const bytes = packHead(file);
  writeFileSync(join(folder, "head.bin"), bytes);
  say(`head.bin: ${(bytes.length / 1e6).toFixed(2)} MB, ${file.header.id} ${file.header.version}`);

  const figures = await evaluate(file, data, apart, embedder);
  const { version } = file.header;
  writeFileSync(
    join(folder, "figures.json"),
    `${JSON.stringify({ version, recipe, figures }, roundOff, 2)}\n`,
  );
  for (const [set, rows] of Object.entries(figures)) {
    console.log(`\n${set.padEnd(36)}  local  encoder   both`);
    for (const [name, numbers] of Object.entries(rows))
      console.log(`  ${name.padEnd(34)} ${numbers.map((v) => v.toFixed(4)).join("  ")}`);
  }
  if (values.out === undefined)
    writeFileSync(
      join(root, "docs", "semantic.md"),
      semanticPage(
        file.header,
        figures,
        recipe,
        SOURCES.map((source) => mine[source].length),
        readModel(modelPath()).header.version,
      ),
    );
  console.log();
  say("done");
}

function roundOff(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1e4) / 1e4 : value;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
