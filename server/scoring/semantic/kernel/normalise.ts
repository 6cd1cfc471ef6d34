import { across, advance, plus, zero } from "./expressions.ts";
import {
  type Code,
  f32,
  f32Add,
  f32Div,
  f32FromI32,
  f32Sqrt,
  get,
  i32,
  load,
  loop,
  set,
  splat,
  store,
  times,
  vAdd,
  vMul,
  vSub,
  type WasmFunction,
} from "./wasm.ts";

const EPSILON = 1e-6;

export const normalise: WasmFunction = {
  name: "normalise",
  parameters: ["i32", "i32", "i32", "i32", "i32", "i32"],
  body(local) {
    const [x, y, gain, bias, rows, width] = [0, 1, 2, 3, 4, 5];
    const row = local("i32");
    const at = local("i32");
    const bytes = local("i32");
    const sum = local("v128");
    const mean = local("v128");
    const difference = local("v128");
    const rate = local("v128");
    const each = (body: Code): Code => loop(at, i32(0), get(bytes), 16, body);
    const average = (): Code => f32Div(across(sum), f32FromI32(get(width)));
    return [
      ...set(bytes, times(get(width), i32(4))),
      ...loop(row, i32(0), get(rows), 1, [
        ...set(sum, zero),
        ...each(set(sum, vAdd(get(sum), load(plus(x, get(at)))))),
        ...set(mean, splat(average())),
        ...set(sum, zero),
        ...each([
          ...set(difference, vSub(load(plus(x, get(at))), get(mean))),
          ...set(sum, vAdd(get(sum), vMul(get(difference), get(difference)))),
        ]),
        ...set(rate, splat(f32Div(f32(1), f32Sqrt(f32Add(average(), f32(EPSILON)))))),
        ...each(
          store(
            plus(y, get(at)),
            vAdd(
              vMul(vMul(vSub(load(plus(x, get(at))), get(mean)), get(rate)), load(plus(gain, get(at)))),
              load(plus(bias, get(at))),
            ),
          ),
        ),
        ...advance(x, get(bytes)),
        ...advance(y, get(bytes)),
      ]),
    ];
  },
};
