import type { Features } from "./features.ts";
import { keepHighest, type Network, readToken, WIDTH, weigh } from "./network.ts";
import { MOST_TOKENS } from "./tokens.ts";

// What the network read of each token of one text, so that parts of it can be read again at little cost.
const read = new Float64Array(MOST_TOKENS * WIDTH);
const token = new Float64Array(WIDTH);
const highest = new Float64Array(WIDTH);
const second = new Float64Array(WIDTH);
const giver = new Int32Array(WIDTH);

/**
 * What the network's log-odds lose without each word: lost[word × heads + k]. wordOf[t] says which word token t is; that
 * its neighbours then stand side by side is left out of account.
 */
export function loseEach(
  network: Network,
  features: Features,
  wordOf: Int32Array,
  heads: number,
  lost: Float64Array,
): void {
  highest.fill(0);
  second.fill(0);
  giver.fill(-1);
  const { bucket, from, longer, count } = features;
  for (let t = 0; t < count; t++) {
    readToken(network, bucket, from[t] as number, longer[t] as number, token);
    read.set(token, t * WIDTH);
    const word = wordOf[t] as number;
    for (let j = 0; j < WIDTH; j++) {
      const value = token[j] as number;
      if (value > (highest[j] as number)) {
        if (giver[j] !== word) second[j] = highest[j] as number;
        highest[j] = value;
        giver[j] = word;
      } else if (value > (second[j] as number) && giver[j] !== word) second[j] = value;
    }
  }
  for (let j = 0; j < WIDTH; j++) {
    const word = giver[j] as number;
    if (word < 0) continue;
    const value = ((highest[j] as number) - (second[j] as number)) * (network.unit[j] as number);
    for (let k = 0; k < heads; k++)
      lost[word * heads + k] =
        (lost[word * heads + k] as number) + value * (network.out[j * heads + k] as number);
  }
}

/** Begins to read a part of the text that `loseEach` read last. */
export function beginAgain(): void {
  highest.fill(0);
}

/** Reads a token as it was. */
export function readAgain(t: number): void {
  const at = t * WIDTH;
  for (let j = 0; j < WIDTH; j++)
    if ((read[at + j] as number) > (highest[j] as number)) highest[j] = read[at + j] as number;
}

/** Reads token t of other features. */
export function readAnew(network: Network, features: Features, t: number): void {
  readToken(network, features.bucket, features.from[t] as number, features.longer[t] as number, token);
  keepHighest(token, highest);
}

/** Reads what belongs to the text as a whole, and answers the log-odds of all that was read. */
export function endAgain(network: Network, features: Features, logits: Float64Array): void {
  const from = features.from[features.count] as number;
  if (features.total > from) {
    readToken(network, features.bucket, from, features.total, token);
    keepHighest(token, highest);
  }
  weigh(network, highest, logits);
}
