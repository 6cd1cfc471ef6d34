import {
  add,
  type Code,
  f32,
  get,
  i32,
  type Local,
  load,
  loadSplat,
  loop,
  moduleOf,
  set,
  splat,
  store,
  times,
  vAdd,
  vMul,
  type WasmFunction,
} from "../kernel/wasm.ts";

export interface Matrices {
  /** Room for so many floats, as a view that stays valid. */
  room(count: number): Float32Array;
  /**
   * c += a · b in single precision. a[m, k] lies at a[m × aRow + k × aStep], so that a transposed matrix needs no copy; b is inner ×
   * columns and c rows × columns, row by row. Rows: a multiple of 4, columns: of 8.
   */
  multiply(
    a: Float32Array,
    aRow: number,
    aStep: number,
    b: Float32Array,
    c: Float32Array,
    rows: number,
    inner: number,
    columns: number,
  ): void;
}

const multiply: WasmFunction = {
  name: "multiply",
  parameters: ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"],
  body(local) {
    const [a, aRow, aStep, b, c, rows, inner, columns] = [0, 1, 2, 3, 4, 5, 6, 7];
    const row = local("i32");
    const column = local("i32");
    const at = local("i32");
    const from = local("i32");
    const out = local("i32");
    const b0 = local("v128");
    const b1 = local("v128");
    const one = local("v128");
    const place = Array.from({ length: 4 }, () => local("i32"));
    const sums = Array.from({ length: 4 }, () => [local("v128"), local("v128")] as const);
    const bytes = times(get(columns), i32(4));
    const more = (sum: Local, values: Local): Code => set(sum, vAdd(get(sum), vMul(get(one), get(values))));
    const onto = (sum: Local, half: number): Code =>
      store(get(out), vAdd(load(get(out), half), get(sum)), half);
    return loop(column, i32(0), get(columns), 8, [
      ...loop(row, i32(0), get(rows), 4, [
        ...sums.flatMap((pair) => pair.flatMap((sum) => set(sum, splat(f32(0))))),
        ...place.flatMap((p, r) => set(p, add(get(a), times(add(get(row), i32(r)), get(aRow))))),
        ...set(from, add(get(b), times(get(column), i32(4)))),
        ...loop(at, i32(0), get(inner), 1, [
          ...set(b0, load(get(from))),
          ...set(b1, load(get(from), 16)),
          ...sums.flatMap(([s0, s1], r) => [
            ...set(one, loadSplat(get(place[r] as Local))),
            ...more(s0, b0),
            ...more(s1, b1),
            ...set(place[r] as Local, add(get(place[r] as Local), get(aStep))),
          ]),
          ...set(from, add(get(from), bytes)),
        ]),
        ...set(out, add(get(c), times(add(times(get(row), get(columns)), get(column)), i32(4)))),
        ...sums.flatMap(([s0, s1]) => [...onto(s0, 0), ...onto(s1, 16), ...set(out, add(get(out), bytes))]),
      ]),
    ]);
  },
};

/** Matrices for training, in a memory of their own of so many floats. */
export function createMatrices(floats: number): Matrices {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((4 * floats + 1024) / 65_536) });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleOf([multiply])), {
    env: { memory },
  });
  const run = instance.exports.multiply as (...numbers: number[]) => void;
  let used = 16;
  return {
    room(count) {
      const view = new Float32Array(memory.buffer, used, count);
      used += (4 * count + 15) & ~15;
      return view;
    },
    multiply(a, aRow, aStep, b, c, rows, inner, columns) {
      run(a.byteOffset, 4 * aRow, 4 * aStep, b.byteOffset, c.byteOffset, rows, inner, columns);
    },
  };
}
