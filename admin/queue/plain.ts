import type { Queue } from "../../server/reviews/contract.ts";
import { type Look, NARROWINGS } from "./look.ts";

export type PlainQueue = Exclude<Queue, "appealed" | "sample">;

/** Whether its comments may be decided many at once and drawn as dots. Appeals and samples are judged blind, each for itself. */
export const isPlain = (queue: Queue): queue is PlainQueue => queue !== "appealed" && queue !== "sample";

/** The filter that means all that is looked at. */
export function wholeOf({ queue, site, filters }: Look) {
  const narrowed = Object.fromEntries(
    NARROWINGS.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])),
  );
  return { ...narrowed, queue: isPlain(queue) ? queue : ("held" as const), site };
}

/** How many there are in all, where that is more than are chosen. */
export const totalOf = (all: number | undefined, chosen: number): number | null =>
  all !== undefined && all > chosen ? all : null;
