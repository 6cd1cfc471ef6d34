import {
  type Dense,
  INNER,
  MOST_PIECES,
  NARROW,
  type Norm,
  readBypass,
  readEmbeddings,
  readLayer,
  readSummary,
  readTimings,
  WIDE,
} from "../../../server/scoring/semantic/layers.ts";
import type { Weights } from "../../../server/scoring/semantic/weights.ts";

type Matrix = Float64Array[];

const times = (rows: Matrix, { weights, columns, bias }: Dense): Matrix =>
  rows.map((row) => {
    const out = Float64Array.from(bias);
    row.forEach((value, k) => {
      const base = k * columns;
      for (let j = 0; j < columns; j++) out[j] = (out[j] as number) + value * (weights[base + j] as number);
    });
    return out;
  });

const plus = (a: Matrix, b: Matrix): Matrix =>
  a.map((row, t) => row.map((v, i) => v + (b[t]?.[i] as number)));

const normalised = (rows: Matrix, { gain, bias }: Norm): Matrix =>
  rows.map((row) => {
    const mean = row.reduce((a, b) => a + b, 0) / row.length;
    const variance = row.reduce((a, b) => a + (b - mean) ** 2, 0) / row.length;
    return row.map(
      (v, i) => ((v - mean) / Math.sqrt(variance + 1e-6)) * (gain[i] as number) + (bias[i] as number),
    );
  });

function attended(rows: Matrix, width: number): Matrix {
  const size = width / 4;
  const part = (row: Float64Array, which: number, head: number): Float64Array =>
    row.slice(which * width + head * size, which * width + (head + 1) * size);
  const inner = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, v, i) => sum + v * (b[i] as number), 0);
  return rows.map((row) => {
    const heads = [0, 1, 2, 3].map((head) => {
      const scores = rows.map((other) => inner(part(row, 0, head), part(other, 1, head)) / Math.sqrt(size));
      const most = Math.max(...scores);
      const shares = scores.map((v) => Math.exp(v - most));
      const all = shares.reduce((a, b) => a + b, 0);
      const values = rows.map((other) => part(other, 2, head));
      return Array.from({ length: size }, (_, i) =>
        values.reduce((sum, value, t) => sum + ((shares[t] as number) / all) * (value[i] as number), 0),
      );
    });
    return Float64Array.from(heads.flat());
  });
}

/** The encoder written plainly, in double precision on the package's own weights: what the kernel must agree with. */
export function referenceEncoder(weights: Weights): (ids: number[]) => number[] {
  const embeddings = readEmbeddings(weights);
  const rates = [...readTimings(weights)];
  const bypass = readBypass(weights);
  const summary = readSummary(weights);
  const layers = [readLayer(weights, 0), readLayer(weights, 1)];
  return (ids) => {
    const input = ids.slice(0, MOST_PIECES).map((id, t) => {
      const places = [...rates.map((rate) => Math.sin(t * rate)), ...rates.map((rate) => Math.cos(t * rate))];
      return Float64Array.from(places, (place, i) => 2 * (embeddings[id * NARROW + i] as number) + place);
    });
    let state = times(input, bypass);
    for (const [index, layer] of layers.entries()) {
      const read = normalised(index === 0 ? input : state, layer.before);
      state = plus(state, times(attended(times(read, layer.queryKeyValue), layer.width), layer.output));
      const wide = times(normalised(state, layer.between), layer.widen).map((row) =>
        row.map((v) => Math.max(0, v)),
      );
      if (wide[0]?.length !== INNER) throw new Error("The inner layer has another width");
      state = plus(state, times(wide, layer.narrow));
    }
    const column = (i: number): number[] => state.map((row) => row[i] as number);
    const mean = Float64Array.from(
      { length: WIDE },
      (_, i) => column(i).reduce((a, b) => a + b, 0) / state.length,
    );
    const most = Array.from({ length: WIDE }, (_, i) => Math.max(...column(i)));
    const answer = (times([mean], summary)[0] as Float64Array).map(Math.tanh);
    const length = Math.hypot(...answer);
    return [...answer.map((v) => v / length), ...mean, ...most];
  };
}
