import { plus, zero } from "./expressions.ts";
import { get, i32, load, loop, store, times, vMax, type WasmFunction } from "./wasm.ts";

export const rectify: WasmFunction = {
  name: "rectify",
  parameters: ["i32", "i32"],
  body(local) {
    const at = local("i32");
    const here = plus(0, times(get(at), i32(4)));
    return loop(at, i32(0), get(1), 4, store(here, vMax(load(here), zero)));
  },
};
