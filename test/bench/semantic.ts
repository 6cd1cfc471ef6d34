import { existsSync } from "node:fs";
import { scoreText } from "../../server/scoring/local/local.ts";
import { createHead, headPath, readHead } from "../../server/scoring/semantic/head.ts";
import { loadMeaning } from "../../server/scoring/semantic/meaning.ts";
import { weightsFolder } from "../../server/scoring/semantic/weights.ts";
import { percentile } from "./measure.ts";

const COMMENTS = [
  "I have read this paper for thirty years and the council has promised a new library in every one of them. Who pays for the car park, and why does nobody ask the people who live beside it?",
  "Typical. You write about the flood as if it had come out of nowhere, but everyone on our street warned the water board last spring, and all we got was a letter with a smiley on it.",
  "Thank you for this. My father worked at the mill until it closed, and the picture with the red door is exactly how I remember it; I showed it to him yesterday and he told stories all evening.",
  "What a load of nonsense from a reporter who has never set foot in a school. Try teaching thirty teenagers on a Friday afternoon and then come back and tell us about long holidays.",
];
const LONG = COMMENTS.join(" ");
const ROUNDS = 100;

/** CPU ms of this process, which does nothing else. */
const cpu = (): number => process.cpuUsage().user / 1_000;

function times(texts: readonly string[], score: (text: string) => unknown): number[] {
  for (const text of texts) score(text);
  const out: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const text of texts) {
      const began = cpu();
      score(text);
      out.push(cpu() - began);
    }
  return out;
}

/** What the semantic tier costs: its thread's work for one comment, beside the local model's for the same. */
export function benchSemantic(): void {
  const folder = weightsFolder();
  if (folder === null || !existsSync(headPath())) {
    console.log("The semantic tier is not installed: npm ci installs it.");
    return;
  }
  const before = process.memoryUsage().rss;
  const began = cpu();
  const read = loadMeaning(folder);
  const head = createHead(readHead(headPath()));
  const loaded = cpu() - began;
  const score = (text: string): Float32Array => {
    const { features, namesGroup } = read(text);
    return head(features, namesGroup);
  };
  for (const [name, texts] of [
    ["a comment of some 190 letters", COMMENTS],
    ["as long as it reads (128 pieces)", [LONG]],
  ] as const) {
    const ours = times(texts, score);
    const local = times(texts, scoreText);
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    console.log(
      `${name.padEnd(34)} CPU ms p50 ${percentile(ours, 0.5).toFixed(1)}, p99 ${percentile(ours, 0.99).toFixed(1)}, mean ${mean(ours).toFixed(1)}: ${Math.round(mean(ours) / mean(local))} × the local model's`,
    );
  }
  const grown = (process.memoryUsage().rss - before) / 1e6;
  console.log(
    `loading: ${loaded.toFixed(0)} CPU ms; memory with the local model: ${grown.toFixed(0)} MB more than before`,
  );
}
