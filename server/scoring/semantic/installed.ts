import { log } from "../../log.ts";
import { openSemantic, type Semantic } from "./semantic.ts";
import { PACKAGE, weightsFolder } from "./weights.ts";

/**
 * How the semantic tier of this process stands. `starting`: its threads are not up, or ended and will be. `off`: by SEMANTIC=0. `absent`: its package is not
 * installed. `broken`: it could not start; the log says why. Where it is not `on`, the local model scores alone.
 */
export type SemanticState = "on" | "starting" | "off" | "absent" | "broken";

/** The threads are one process's, whoever asks. */
let opened: Semantic | null | undefined;
let without: SemanticState = "absent";

export const semanticState = (): SemanticState => (opened ? (opened.ready() ? "on" : "starting") : without);

/** The semantic tier, or null where it is switched off, not installed or broken; the log says once which. */
export function installedSemantic(wanted: boolean): Semantic | null {
  if (opened === undefined) {
    const { semantic, said, state } = openInstalled(wanted, weightsFolder());
    log.info(said);
    opened = semantic;
    without = state;
  }
  return opened;
}

/** As installedSemantic(), from the package's folder, and what to tell the operator. */
export function openInstalled(
  wanted: boolean,
  weights: string | null,
): { semantic: Semantic | null; said: string; state: SemanticState } {
  const alone = "the local model scores alone";
  if (!wanted)
    return {
      semantic: null,
      said: `The semantic tier is switched off (SEMANTIC=0): ${alone}`,
      state: "off",
    };
  if (weights === null)
    return {
      semantic: null,
      said: `The semantic tier is not installed (${PACKAGE}): ${alone}`,
      state: "absent",
    };
  try {
    const said = "The semantic tier is on: a sentence encoder and the local model score together";
    return { semantic: openSemantic({ weights }), said, state: "starting" };
  } catch (error) {
    return {
      semantic: null,
      said: `The semantic tier cannot start: ${alone}. ${(error as Error).message}`,
      state: "broken",
    };
  }
}
