import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../scoring/local/package-root.ts";
import { printVocabulary, vocabularyOf } from "../scoring/local/train/vocabulary.ts";

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (values.data === undefined) {
  console.error(
    "Usage: npm run words -- --data FOLDER\n\nCounts the words of FOLDER/train and writes words.txt.",
  );
  process.exitCode = 1;
} else {
  const vocabulary = vocabularyOf(resolve(values.data));
  writeFileSync(join(packageRoot(), "server", "scoring", "local", "words.txt"), printVocabulary(vocabulary));
  for (const [kind, words] of Object.entries(vocabulary)) console.log(`${words.length} ${kind}`);
}
