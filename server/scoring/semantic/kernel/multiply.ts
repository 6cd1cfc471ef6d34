import { advance, plus } from "./expressions.ts";
import {
  add,
  type Code,
  convert,
  dot,
  get,
  i32,
  i32Splat,
  i32Sum,
  type Local,
  load,
  load8Wide,
  loadSplat,
  loop,
  set,
  store,
  times,
  vAdd,
  vMul,
  type WasmFunction,
  when,
} from "./wasm.ts";

export const multiply: WasmFunction = {
  name: "multiply",
  parameters: ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"],
  body(local) {
    const [q, qScales, b, bScales, bias, c, rows, inner, columns, onTop] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const column = local("i32");
    const row = local("i32");
    const at = local("i32");
    const from = local("i32");
    const out = local("i32");
    const b0 = local("v128");
    const b1 = local("v128");
    const a = local("v128");
    const y = local("v128");
    const place = Array.from({ length: 4 }, () => local("i32"));
    const sums = Array.from({ length: 4 }, () => [local("v128"), local("v128")] as const);
    const accumulate = (sum: Local, weights: Local): Code =>
      set(sum, i32Sum(get(sum), dot(get(a), get(weights))));
    const finish = (sum: Local, r: number, half: number): Code => [
      ...set(
        y,
        vAdd(
          vMul(
            vMul(convert(get(sum)), loadSplat(plus(qScales, times(get(row), i32(4))), 4 * r)),
            load(plus(bScales, times(get(column), i32(4))), half),
          ),
          load(plus(bias, times(get(column), i32(4))), half),
        ),
      ),
      ...when(get(onTop), set(y, vAdd(get(y), load(get(out), half)))),
      ...store(get(out), get(y), half),
    ];
    /** `count` rows by 8 columns: their sums stay in registers. */
    const tile = (count: number): Code => [
      ...sums
        .slice(0, count)
        .flatMap(([s0, s1]) => [...set(s0, i32Splat(i32(0))), ...set(s1, i32Splat(i32(0)))]),
      ...place
        .slice(0, count)
        .flatMap((p, r) => [...set(p, plus(q, times(times(add(get(row), i32(r)), get(inner)), i32(2))))]),
      ...set(from, plus(b, times(get(column), get(inner)))),
      ...loop(at, i32(0), get(inner), 4, [
        ...[0, 1].flatMap((pair) => [
          ...set(b0, load8Wide(get(from), 16 * pair)),
          ...set(b1, load8Wide(get(from), 16 * pair + 8)),
          ...sums
            .slice(0, count)
            .flatMap(([s0, s1], r) => [
              ...set(a, loadSplat(get(place[r] as Local), 4 * pair)),
              ...accumulate(s0, b0),
              ...accumulate(s1, b1),
            ]),
        ]),
        ...advance(from, i32(32)),
        ...place.slice(0, count).flatMap((p) => advance(p, i32(8))),
      ]),
      ...set(out, plus(c, times(add(times(get(row), get(columns)), get(column)), i32(4)))),
      ...sums
        .slice(0, count)
        .flatMap(([s0, s1], r) => [
          ...finish(s0, r, 0),
          ...finish(s1, r, 16),
          ...advance(out, times(get(columns), i32(4))),
        ]),
    ];
    const wholeTiles = add(get(rows), i32(-3));
    return loop(column, i32(0), get(columns), 8, [
      ...loop(row, i32(0), wholeTiles, 4, tile(4)),
      ...loop(row, get(row), get(rows), 1, tile(1)),
    ]);
  },
};
