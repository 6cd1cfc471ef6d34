import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashString } from "../hash.ts";
import { packageRoot } from "../package-root.ts";
import { SLOTS } from "./contrast-slots.ts";
import { createRandom } from "./random.ts";

export interface ContrastExample {
  text: string;
  labels: readonly number[];
}

const NONE = Number.NaN;
/** Frame files, their labels in the order of ATTRIBUTES, and how many sentences a frame with slots gives. */
const KINDS: readonly [string, readonly number[], number][] = [
  ["harmless", [0, 0, 0, 0, 0, 0], 10],
  ["mentions", [0, 0, 0, 0, 0, 0], 24],
  ["reported", [0, 0, 0, NONE, 0, 0], 10],
  ["group-attacks", [1, NONE, 1, NONE, 0, 1], 14],
  ["slurs", [1, NONE, 1, NONE, 0, 1], 24],
  ["group-threats", [1, NONE, NONE, NONE, 1, 1], 12],
  ["insults", [1, NONE, 1, NONE, 0, 0], 14],
  ["threats", [1, NONE, NONE, NONE, 1, 0], 10],
  ["swearing", [NONE, 0, 0, 1, 0, 0], 12],
];

/** The sentences, one a line: written for this project, slots in braces. */
function readFrames(kind: string): string[] {
  const path = join(packageRoot(), "server", "scoring", "local", "train", "frames", `${kind}.txt`);
  return readFileSync(path, "utf8").trim().split("\n");
}

function fill(frame: string, random: () => number): string {
  const text = frame.replace(/\{([A-Z])\}/gu, (_, slot: string) => {
    const words = SLOTS[slot] as readonly string[];
    return words[Math.floor(random() * words.length)] as string;
  });
  return random() < 0.6 ? text[0]?.toUpperCase() + text.slice(1) : text.toLowerCase();
}

/** Sentences from the frames; every eighth frame is kept apart whole, for a figure on wording never seen. */
export function contrastExamples(seed: number): { train: ContrastExample[]; apart: ContrastExample[] } {
  const random = createRandom(seed);
  const train: ContrastExample[] = [];
  const apart: ContrastExample[] = [];
  for (const [kind, labels, copies] of KINDS)
    for (const frame of readFrames(kind)) {
      const into = (hashString(frame) >>> 0) % 8 === 0 ? apart : train;
      const texts = new Set<string>();
      for (let i = 0; i < (frame.includes("{") ? copies : 1); i++) texts.add(fill(frame, random));
      for (const text of texts) into.push({ text, labels });
    }
  return { train, apart };
}
