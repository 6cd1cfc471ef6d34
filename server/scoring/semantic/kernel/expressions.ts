import { add, type Code, f32, f32Add, get, type Local, lane, set, splat } from "./wasm.ts";

export const plus = (address: Local, offset: Code): Code => add(get(address), offset);
export const zero = splat(f32(0));
/** The four lanes of a variable added up, always in the same order. */
export const across = (v: Local): Code =>
  f32Add(f32Add(lane(get(v), 0), lane(get(v), 1)), f32Add(lane(get(v), 2), lane(get(v), 3)));
export const advance = (address: Local, by: Code): Code => set(address, plus(address, by));
