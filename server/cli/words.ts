import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../package-root.ts";
import { listWords } from "../scoring/local/train/list-words.ts";
import { printVocabulary, vocabularyOf } from "../scoring/local/train/vocabulary.ts";
import { vocabularyPath } from "../scoring/local/vocabulary.ts";

const USAGE = `Usage: npm run words [-- --data FOLDER]

Writes words.bin, the table that the normaliser reads, from words.txt and the lexicon. With --data, counts the words of
FOLDER/train and writes words.txt first.`;

function main(): void {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  if (values.data !== undefined) {
    const vocabulary = vocabularyOf(resolve(values.data));
    writeFileSync(
      join(packageRoot(), "server", "scoring", "local", "words.txt"),
      printVocabulary(vocabulary),
    );
    for (const [kind, words] of Object.entries(vocabulary)) console.log(`${words.length} ${kind}`);
  }
  const table = listWords();
  writeFileSync(vocabularyPath(), table);
  console.log(`words.bin: ${(table.length / 1e3).toFixed(0)} kB`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
