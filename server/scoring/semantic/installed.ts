import { log } from "../../log.ts";
import { openSemantic, type Semantic } from "./semantic.ts";
import { PACKAGE, weightsFolder } from "./weights.ts";

/** The threads are one process's, whoever asks. */
let opened: Semantic | null | undefined;

/** The semantic tier, or null where it is switched off, not installed or broken; the log says once which. */
export function installedSemantic(wanted: boolean): Semantic | null {
  if (opened === undefined) {
    const { semantic, said } = openInstalled(wanted, weightsFolder());
    log.info(said);
    opened = semantic;
  }
  return opened;
}

/** As installedSemantic(), from the package's folder, and what to tell the operator. */
export function openInstalled(
  wanted: boolean,
  weights: string | null,
): { semantic: Semantic | null; said: string } {
  const alone = "the local model scores alone";
  if (!wanted) return { semantic: null, said: `The semantic tier is switched off (SEMANTIC=0): ${alone}` };
  if (weights === null)
    return { semantic: null, said: `The semantic tier is not installed (${PACKAGE}): ${alone}` };
  try {
    const said = "The semantic tier is on: a sentence encoder and the local model score together";
    return { semantic: openSemantic({ weights }), said };
  } catch (error) {
    return {
      semantic: null,
      said: `The semantic tier cannot start: ${alone}. ${(error as Error).message}`,
    };
  }
}
