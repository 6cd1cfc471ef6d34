import { log } from "../log.ts";
import { readLanguage } from "./read-language.ts";

/** It is in no language that ends before the detector is asked. */
const FOREIGN = "Ich finde, die Brücke hätte man schon vor zehn Jahren bauen müssen.";

let ready = false;

/**
 * Loads what the first comment would wait for otherwise: the local model, and the table of the language detector, which takes a third of a second or more. For
 * the start, beside all that waits for the database. Never rejects.
 */
export async function warmUp(): Promise<void> {
  try {
    await readLanguage(FOREIGN);
    ready = true;
  } catch (error) {
    log.error({ reason: (error as Error).message }, "The local scorer could not be loaded");
  }
}

/** How this process's own scoring stands, for `/readyz`. */
export const warmth = (): "ready" | "loading" => (ready ? "ready" : "loading");
