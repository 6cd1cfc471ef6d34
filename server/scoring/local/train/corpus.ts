import { BUCKETS, createFeatures, extract, type Features } from "../features.ts";
import { isIdentityTerm } from "../identity-terms.ts";
import { normalise } from "../normalise.ts";
import type { Tokens } from "../tokens.ts";
import { wordClass } from "../word-classes.ts";

/** Texts as distinct buckets: text i holds bucket[from[i]..from[i + 1]). */
export interface Corpus {
  size: number;
  bucket: Int32Array;
  /** 1 where the bucket is there for the part that a word plays in abuse. */
  part: Uint8Array;
  from: Float64Array;
}

export function buildCorpus(texts: readonly string[]): Corpus {
  const features = createFeatures();
  const seen = new Int32Array(BUCKETS);
  const from = new Float64Array(texts.length + 1);
  let bucket = new Int32Array(1 << 22);
  let part = new Uint8Array(1 << 22);
  let n = 0;
  texts.forEach((text, i) => {
    const tokens = normalise(text);
    extract(tokens, features);
    markParts(tokens, features);
    if (n + features.total > bucket.length) {
      bucket = widened(bucket, new Int32Array(bucket.length * 2));
      part = widened(part, new Uint8Array(part.length * 2));
    }
    for (let j = 0; j < features.total; j++) {
      const h = features.bucket[j] as number;
      if (seen[h] === i + 1) continue;
      seen[h] = i + 1;
      part[n] = parts[j] as number;
      bucket[n++] = h;
    }
    from[i + 1] = n;
  });
  return { size: texts.length, bucket: bucket.subarray(0, n), part: part.subarray(0, n), from };
}

function widened<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const parts = new Uint8Array(createFeatures().bucket.length);

/** Marks the features that stand for a word's part, which extract() puts after the pair of a word with the one before, and before the word. */
function markParts(tokens: Tokens, { count, total, from, own }: Features): void {
  parts.fill(0, 0, total);
  for (let t = 0; t < count; t++) {
    const first = own[t] as number;
    if (t > 0) parts.fill(1, (from[t] as number) + 1, first);
    const hash = tokens.hash[t] as number;
    if (!isIdentityTerm(hash) && wordClass(hash) > 0) parts[first] = 1;
  }
}

/** Rarity of each bucket: 1 + ln((1 + texts) / (1 + texts that hold it)). */
export function rarity(corpus: Corpus): { idf: Float32Array; holders: Float32Array } {
  const holders = new Float32Array(BUCKETS);
  for (const h of corpus.bucket) holders[h] = (holders[h] as number) + 1;
  const idf = Float32Array.from(holders, (n) => 1 + Math.log((1 + corpus.size) / (1 + n)));
  return { idf, holders };
}

/** One over each text's length in idf space. */
export function inverseLengths(corpus: Corpus, idf: Float32Array): Float32Array {
  const out = new Float32Array(corpus.size);
  for (let i = 0; i < corpus.size; i++) {
    let squared = 0;
    for (let j = corpus.from[i] as number; j < (corpus.from[i + 1] as number); j++)
      squared += (idf[corpus.bucket[j] as number] as number) ** 2;
    out[i] = squared > 0 ? 1 / Math.sqrt(squared) : 0;
  }
  return out;
}

/** How telling each bucket is of toxicity: the absolute log-ratio of naive Bayes, smoothed. */
export function tellingness(
  corpus: Corpus,
  toxic: readonly number[],
  weight: readonly number[],
  smoothing: number,
): Float32Array {
  const bad = new Float64Array(BUCKETS).fill(smoothing);
  const good = new Float64Array(BUCKETS).fill(smoothing);
  for (let i = 0; i < corpus.size; i++) {
    const label = toxic[i] as number;
    if (Number.isNaN(label)) continue;
    const into = label > 0.5 ? bad : good;
    for (let j = corpus.from[i] as number; j < (corpus.from[i + 1] as number); j++) {
      const h = corpus.bucket[j] as number;
      into[h] = (into[h] as number) + (weight[i] as number);
    }
  }
  const allBad = bad.reduce((a, b) => a + b, 0);
  const allGood = good.reduce((a, b) => a + b, 0);
  return Float32Array.from(bad, (b, h) => Math.abs(Math.log(b / allBad / ((good[h] as number) / allGood))));
}
