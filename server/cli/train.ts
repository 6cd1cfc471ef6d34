import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../scoring/local/package-root.ts";
import { modelCard } from "../scoring/local/train/card.ts";
import { evaluate } from "../scoring/local/train/evaluate.ts";
import { pack } from "../scoring/local/train/quantise.ts";
import { RECIPE, type Recipe, trainModel } from "../scoring/local/train/train-model.ts";

const USAGE = `Usage: npm run train -- --data FOLDER [--out FOLDER] [--set name=value …]

Trains the local scorer from FOLDER/train, chooses nothing by itself, measures it on FOLDER/dev, and writes model.bin,
figures.json and docs/model-card.md. With --out, writes model.bin and figures.json there and leaves the card alone.
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

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: "string" }, out: { type: "string" }, set: { type: "string", multiple: true } },
  });
  if (values.data === undefined) throw new Error(USAGE);
  const began = performance.now();
  const say = (line: string): void =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  const recipe = readRecipe(values.set ?? []);
  const data = resolve(values.data);
  const { model, apart, count } = trainModel(data, recipe, say);
  const root = packageRoot();
  const folder = values.out === undefined ? join(root, "server", "scoring", "local") : resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const file = pack(model);
  writeFileSync(join(folder, "model.bin"), file);
  say(`model.bin: ${(file.length / 1e6).toFixed(2)} MB, ${model.header.id} ${model.header.version}`);
  const figures = evaluate(model, data, apart, recipe.seed);
  writeFileSync(
    join(folder, "figures.json"),
    `${JSON.stringify({ version: model.header.version, recipe, figures }, roundOff, 2)}\n`,
  );
  for (const [set, values] of Object.entries(figures)) {
    console.log(`\n${set}`);
    for (const [name, value] of Object.entries(values))
      console.log(`  ${name.padEnd(36)} ${value.toFixed(4)}`);
  }
  if (values.out === undefined)
    writeFileSync(join(root, "docs", "model-card.md"), modelCard(model, figures, recipe, count));
  console.log();
  say("done");
}

function roundOff(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1e4) / 1e4 : value;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
