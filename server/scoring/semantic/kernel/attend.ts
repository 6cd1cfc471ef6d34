import { across, advance, plus, zero } from "./expressions.ts";
import {
  add,
  type Code,
  f32,
  f32Div,
  f32Max,
  f32Mul,
  f32Store,
  get,
  i32,
  i32Splat,
  i32Sum,
  type Local,
  load,
  loadSplat,
  loop,
  nearest,
  set,
  splat,
  store,
  times,
  truncate,
  vAdd,
  vMax,
  vMul,
  vShiftLeft,
  vSub,
  type WasmFunction,
} from "./wasm.ts";

const HEADS = 4;
/** Coefficients of 2^f on [-1/2, 1/2] by its Taylor series, highest first; the error is below 2e-7. */
const POWER = [1.540353e-4, 1.3333558e-3, 9.6181291e-3, 5.55041087e-2, 0.240226507, Math.LN2, 1];

export const attend: WasmFunction = {
  name: "attend",
  parameters: ["i32", "i32", "i32", "i32", "i32", "i32", "f32"],
  body(local) {
    const [qkv, out, weights, tokens, width, headWidth, scale] = [0, 1, 2, 3, 4, 5, 6];
    const head = local("i32");
    const query = local("i32");
    const other = local("i32");
    const at = local("i32");
    const here = local("i32");
    const there = local("i32");
    const slot = local("i32");
    const stride = local("i32");
    const bytes = local("i32");
    const offset = local("i32");
    const sum = local("v128");
    const product = local("v128");
    const power = local("v128");
    const whole = local("v128");
    const highest = local("f32");
    const value = local("f32");
    const parts = (part: number): Code => times(get(width), i32(4 * part));
    const rowAt = (token: Local): Code => add(plus(qkv, times(get(token), get(stride))), get(offset));
    /** product = e^product, four lanes, for what is not above nought. */
    const exponent: Code = [
      ...set(product, vMax(vMul(get(product), splat(f32(Math.LOG2E))), splat(f32(-126)))),
      ...set(whole, nearest(get(product))),
      ...set(product, vSub(get(product), get(whole))),
      ...set(power, splat(f32(POWER[0] as number))),
      ...POWER.slice(1).flatMap((c) => set(power, vAdd(vMul(get(power), get(product)), splat(f32(c))))),
      ...set(
        product,
        vMul(get(power), vShiftLeft(i32Sum(truncate(get(whole)), i32Splat(i32(127))), i32(23))),
      ),
    ];
    const compare: Code = [
      ...set(there, add(rowAt(other), parts(1))),
      ...set(sum, zero),
      ...loop(
        at,
        i32(0),
        get(bytes),
        16,
        set(sum, vAdd(get(sum), vMul(load(plus(here, get(at))), load(plus(there, get(at)))))),
      ),
      ...set(value, f32Mul(across(sum), get(scale))),
      ...f32Store(get(slot), get(value)),
      ...set(highest, f32Max(get(highest), get(value))),
      ...advance(slot, i32(4)),
    ];
    const blend: Code = loop(at, i32(0), get(bytes), 16, [
      ...set(product, zero),
      ...set(there, add(add(plus(qkv, get(offset)), parts(2)), get(at))),
      ...set(slot, get(weights)),
      ...loop(other, i32(0), get(tokens), 1, [
        ...set(product, vAdd(get(product), vMul(loadSplat(get(slot)), load(get(there))))),
        ...advance(there, get(stride)),
        ...advance(slot, i32(4)),
      ]),
      ...store(
        add(add(plus(out, times(get(query), parts(1))), get(offset)), get(at)),
        vMul(get(product), splat(get(value))),
      ),
    ]);
    const attendOne: Code = [
      ...set(here, rowAt(query)),
      ...set(highest, f32(-1e30)),
      ...set(slot, get(weights)),
      ...loop(other, i32(0), get(tokens), 1, compare),
      // The last four's spare lanes weigh nothing.
      ...store(get(slot), splat(f32(-1e30))),
      ...set(sum, zero),
      ...loop(other, i32(0), get(tokens), 4, [
        ...set(slot, plus(weights, times(get(other), i32(4)))),
        ...set(product, vSub(load(get(slot)), splat(get(highest)))),
        ...exponent,
        ...store(get(slot), get(product)),
        ...set(sum, vAdd(get(sum), get(product))),
      ]),
      ...set(value, f32Div(f32(1), across(sum))),
      ...blend,
    ];
    return [
      ...set(stride, parts(3)),
      ...set(bytes, times(get(headWidth), i32(4))),
      ...loop(head, i32(0), i32(HEADS), 1, [
        ...set(offset, times(get(head), get(bytes))),
        ...loop(query, i32(0), get(tokens), 1, attendOne),
      ]),
    ];
  },
};
