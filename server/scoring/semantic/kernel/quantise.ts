import { advance, plus, zero } from "./expressions.ts";
import {
  type Code,
  f32,
  f32Div,
  f32Max,
  f32Store,
  get,
  i32,
  lane,
  load,
  loop,
  narrow,
  nearest,
  set,
  splat,
  store,
  times,
  truncate,
  vAbs,
  vMax,
  vMul,
  type WasmFunction,
} from "./wasm.ts";

/** 2^11 - 1: a row's largest value. 12 bits times 8, summed over 1,536, stay within 32. */
const LARGEST = 2047;

export const quantise: WasmFunction = {
  name: "quantise",
  parameters: ["i32", "i32", "i32", "i32", "i32"],
  body(local) {
    const [x, q, scales, rows, width] = [0, 1, 2, 3, 4];
    const row = local("i32");
    const at = local("i32");
    const most = local("v128");
    const largest = local("f32");
    const inverse = local("v128");
    const four = (offset: number): Code =>
      truncate(nearest(vMul(load(plus(x, times(get(at), i32(4))), offset), get(inverse))));
    return loop(row, i32(0), get(rows), 1, [
      ...set(most, zero),
      ...loop(
        at,
        i32(0),
        get(width),
        4,
        set(most, vMax(get(most), vAbs(load(plus(x, times(get(at), i32(4))))))),
      ),
      ...set(
        largest,
        f32Max(
          f32(1e-12),
          f32Max(
            f32Max(lane(get(most), 0), lane(get(most), 1)),
            f32Max(lane(get(most), 2), lane(get(most), 3)),
          ),
        ),
      ),
      ...set(inverse, splat(f32Div(f32(LARGEST), get(largest)))),
      ...f32Store(get(scales), f32Div(get(largest), f32(LARGEST))),
      ...loop(at, i32(0), get(width), 8, store(plus(q, times(get(at), i32(2))), narrow(four(0), four(16)))),
      ...advance(x, times(get(width), i32(4))),
      ...advance(q, times(get(width), i32(2))),
      ...advance(scales, i32(4)),
    ]);
  },
};
