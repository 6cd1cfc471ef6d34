import { hashString } from "../hash.ts";
import { SLOTS } from "./contrast-slots.ts";
import { GROUP_ATTACKS, GROUP_THREATS, INSULTS, SWEARING, THREATS } from "./harmful-frames.ts";
import { HARMLESS } from "./harmless-frames.ts";
import { createRandom } from "./random.ts";

export interface ContrastExample {
  text: string;
  labels: readonly number[];
}

const NONE = Number.NaN;
/** Frame lists, their labels in the order of ATTRIBUTES, and how many sentences a frame with slots gives. */
const KINDS: readonly [readonly string[], readonly number[], number][] = [
  [HARMLESS, [0, 0, 0, 0, 0, 0], 14],
  [GROUP_ATTACKS, [1, NONE, 1, NONE, 0, 1], 14],
  [GROUP_THREATS, [1, NONE, NONE, NONE, 1, 1], 8],
  [INSULTS, [1, NONE, 1, NONE, 0, 0], 14],
  [THREATS, [1, NONE, NONE, NONE, 1, 0], 6],
  [SWEARING, [NONE, 0, 0, 1, 0, 0], 4],
];

function fill(frame: string, random: () => number): string {
  return frame.replace(/\{([A-Z])\}/gu, (_, slot: string) => {
    const words = SLOTS[slot] as readonly string[];
    return words[Math.floor(random() * words.length)] as string;
  });
}

/** Sentences from the frames; every eighth frame is kept apart whole, for a figure on wording never seen. */
export function contrastExamples(seed: number): { train: ContrastExample[]; apart: ContrastExample[] } {
  const random = createRandom(seed);
  const train: ContrastExample[] = [];
  const apart: ContrastExample[] = [];
  for (const [frames, labels, copies] of KINDS)
    for (const frame of frames) {
      const into = (hashString(frame) >>> 0) % 8 === 0 ? apart : train;
      const texts = new Set<string>();
      for (let i = 0; i < (frame.includes("{") ? copies : 1); i++) texts.add(fill(frame, random));
      for (const text of texts) into.push({ text: text[0]?.toUpperCase() + text.slice(1), labels });
    }
  return { train, apart };
}
