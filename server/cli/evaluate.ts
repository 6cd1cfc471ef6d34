import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { languageLines, languageTable, type Told } from "../languages/evaluation.ts";
import { log } from "../log.ts";
import { configuredScorers, patient } from "../scoring/configured.ts";
import { evaluationOf, type Judged } from "../scoring/evaluation/evaluation.ts";
import { labelsOf } from "../scoring/evaluation/labels.ts";
import { pageOf } from "../scoring/evaluation/page.ts";
import { readRows, textOf } from "../scoring/evaluation/rows.ts";
import { tableOf } from "../scoring/evaluation/table.ts";
import { readLanguage } from "../scoring/read-language.ts";
import type { Scorer } from "../scoring/scorer.ts";
import { countOn } from "./progress.ts";

const USAGE = `Usage: npm run evaluate -- FILE [--scorer NAME] [--text FIELD] [--page FILE.html]

Scores every text of FILE and compares with what people said of it. FILE has a JSON object on each line, or is CSV with a header
(.csv); either may be packed (.gz); "-" is standard input. The text is in "text" (or the field that --text names); labels are in
fields called like the attributes (toxicity, severe_toxicity, insult, profanity, threat, identity_attack) or as in Jigsaw's data
(toxic, severe_toxic, insult, obscene, threat, identity_hate), 0 to 1; an empty one is left out.

Prints areas under the curve with 95 % intervals, precision, calibration, bias by identity term, and what a text cost. --page also
writes all of it with plots as one HTML file. --scorer chooses among those that are configured; the default is the local one.`;

function scorerNamed(name: string): Scorer {
  log.level = "warn";
  const scorers = patient(configuredScorers(readConfig()));
  const scorer = scorers.find((one) => one.name === name);
  if (scorer) return scorer;
  throw new AppError(
    "invalid",
    `No scorer is called "${name}". Configured are: ${scorers.map((one) => one.name).join(", ")}.`,
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scorer: { type: "string", default: "local" },
      text: { type: "string" },
      page: { type: "string" },
      languages: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const [file] = positionals;
  if (values.languages !== undefined && !values.help) return languages(values.languages, values.text);
  if (values.help || file === undefined) {
    console.log(USAGE);
    return;
  }
  const scorer = scorerNamed(values.scorer);
  // The first call also loads the model, which no text should pay for.
  await scorer.score("Good morning.", "en");
  const { judged, name, unscored } = await judge(scorer, file, values.text);
  const evaluation = evaluationOf(judged);
  if (evaluation.attributes.length === 0)
    throw new AppError(
      "invalid",
      `${file} has no labels to compare with: people called none, or all, of its ${judged.length} texts bad. See --help for the fields' names.`,
    );
  console.log(`\n${tableOf(evaluation, name)}\n`);
  if (unscored > 0)
    console.log(`${unscored} texts were left out, because ${scorer.name} did not score them.\n`);
  if (values.page) {
    writeFileSync(values.page, pageOf(evaluation, { scorer: name, file: basename(file), at: new Date() }));
    console.log(`Plots: ${values.page}\n`);
  }
}

async function languages(file: string, field: string | undefined): Promise<void> {
  const told: Told[] = [];
  const progress = countOn(process.stderr, "texts");
  for await (const row of readRows(file)) {
    const { language } = row.fields;
    if (typeof language !== "string" || !/^[a-z]{2}$/.test(language))
      throw new AppError(
        "invalid",
        `Line ${row.line} has no language: give ISO 639-1, such as "de", in a field called "language".`,
      );
    const text = textOf(row, field);
    told.push({ text, language, told: await readLanguage(text) });
    progress.show(told.length);
  }
  progress.end(told.length);
  console.log(`\n${languageTable(languageLines(told))}\n`);
}

async function judge(
  scorer: Scorer,
  file: string,
  field: string | undefined,
): Promise<{ judged: Judged[]; name: string; unscored: number }> {
  const judged: Judged[] = [];
  const progress = countOn(process.stderr, "texts");
  let name = scorer.name;
  let unscored = 0;
  for await (const row of readRows(file)) {
    const text = textOf(row, field);
    const began = performance.now();
    const answer = await scorer.score(text, null);
    const ms = performance.now() - began;
    if ("unavailable" in answer) {
      unscored += 1;
      continue;
    }
    name = `${answer.model} ${answer.version}`;
    judged.push({ text, labels: labelsOf(row.fields), scores: answer.scores, ms });
    progress.show(judged.length);
  }
  progress.end(judged.length);
  return { judged, name, unscored };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
