import type { Queue } from "../../server/reviews/contract.ts";

export type PlainQueue = Exclude<Queue, "appealed" | "sample">;

/** Whether its comments may be decided many at once and drawn as dots. Appeals and samples are judged blind, each for itself. */
export const isPlain = (queue: Queue): queue is PlainQueue => queue !== "appealed" && queue !== "sample";
