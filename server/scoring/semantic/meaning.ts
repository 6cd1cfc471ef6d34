import { createEncoder } from "./encoder.ts";
import { createSplitter } from "./pieces.ts";
import { plainReading } from "./plain-reading.ts";
import { openWeights } from "./weights.ts";

export interface Meaning {
  /** FEATURES numbers; a buffer that the next call reuses. */
  features: Float32Array;
  namesGroup: boolean;
}

/** Loads the encoder from the package's folder; answers what tells the meaning of a text. Throws when a file is broken. */
export function loadMeaning(folder: string): (text: string) => Meaning {
  const weights = openWeights(folder);
  try {
    const split = createSplitter(weights.vocabulary);
    const encode = createEncoder(weights);
    return (text) => {
      const { plain, namesGroup } = plainReading(text);
      return { features: encode(split(plain)), namesGroup };
    };
  } finally {
    weights.close();
  }
}
