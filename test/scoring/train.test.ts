import { describe, expect, test } from "@jest/globals";
import { BUCKETS } from "../../server/scoring/local/features.ts";
import { HEADS, unpack } from "../../server/scoring/local/model.ts";
import { ROWS, WIDTH, ZERO } from "../../server/scoring/local/network.ts";
import { platt } from "../../server/scoring/local/train/calibrate.ts";
import { contrastExamples } from "../../server/scoring/local/train/contrast.ts";
import { meanAreaInterval } from "../../server/scoring/local/train/interval.ts";
import {
  areaUnderCurve,
  calibrationError,
  rankCorrelation,
} from "../../server/scoring/local/train/metrics.ts";
import { pack, quantise } from "../../server/scoring/local/train/quantise.ts";
import { createRandom } from "../../server/scoring/local/train/random.ts";

describe("the trainer's parts", () => {
  test("the area under the curve counts ties half and leaves out what nobody judged", () => {
    expect(areaUnderCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(0.75);
    expect(areaUnderCurve([0.5, 0.5], [0, 1])).toBeCloseTo(0.5);
    expect(areaUnderCurve([0.1, 0.9, 0.5], [0, 1, Number.NaN])).toBe(1);
  });

  test("calibration turns log-odds that are too sure into probabilities that hold", () => {
    const random = createRandom(3);
    const z = Array.from({ length: 4000 }, () => random() * 8 - 4);
    const labels = z.map((v) => Number(random() < 1 / (1 + Math.exp(-v / 3 - 0.5))));
    const ones = z.map(() => 1);
    const { slope, offset } = platt(z, labels, ones);
    expect(slope).toBeCloseTo(1 / 3, 1);
    const held = z.map((v) => 1 / (1 + Math.exp(-(slope * v + offset))));
    expect(calibrationError(held, labels)).toBeLessThan(0.03);
  });

  test("an interval holds the area, is narrower for more rows and the same from the same seed", () => {
    const random = createRandom(9);
    const widthOf = (rows: number): number => {
      const labels = Array.from({ length: rows }, () => Number(random() < 0.3));
      const scores = labels.map((label) => random() + label * 0.5);
      const weights = labels.map(() => 1);
      const [low, high] = meanAreaInterval([{ scores, labels }], weights);
      expect(meanAreaInterval([{ scores, labels }], weights)).toEqual([low, high]);
      const area = areaUnderCurve(scores, labels);
      expect(low).toBeLessThan(area);
      expect(high).toBeGreaterThan(area);
      return high - low;
    };
    expect(widthOf(1600)).toBeLessThan(widthOf(100));
  });

  test("ranks in the same order correlate fully", () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 90])).toBeCloseTo(1);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
  });

  test("contrast sentences are the same from the same seed, and none kept apart is trained on", () => {
    const { train, apart } = contrastExamples(1);
    expect(contrastExamples(1)).toEqual({ train, apart });
    const seen = new Set(train.map((e) => e.text));
    expect(apart.filter((e) => seen.has(e.text))).toEqual([]);
    expect(train.length).toBeGreaterThan(1000);
  });

  test("a packed model reads back as it was, within rounding", () => {
    const random = createRandom(5);
    const weights = new Float32Array(BUCKETS * HEADS).map(() => random() - 0.5);
    const idf = new Float32Array(BUCKETS).map(() => 1 + random() * 8);
    const network = {
      rows: new Float32Array(ROWS * WIDTH).map(() => random() - 0.5),
      out: Float64Array.from({ length: WIDTH * HEADS }, () => random() - 0.5),
      bias: [6, 5, 4, 3, 2, 1],
    };
    const model = quantise({ id: "m", release: "0.0.1", weights, idf, bias: [1, 2, 3, 4, 5, 6], network });
    const again = unpack(pack(model));
    expect(again.header).toEqual(model.header);
    for (let i = 0; i < 600; i++) {
      const restored = ((again.network.rows[i] as number) - ZERO) * (again.network.unit[i % WIDTH] as number);
      expect(Math.abs(restored - (network.rows[i] as number))).toBeLessThan(0.01);
    }
    for (let i = 0; i < 600; i++) {
      const restored =
        (again.expand[(again.weights[i] as number) & 255] as number) *
        (again.header.largest[i % HEADS] as number);
      expect(Math.abs(restored - (weights[i] as number))).toBeLessThan(0.01);
    }
  });

  test("a file that is no model is refused with a reason", () => {
    expect(() => unpack(Buffer.from("PK\u0003\u0004 something else"))).toThrow("not one of Replydesk's");
    expect(() =>
      unpack(Buffer.concat([Buffer.from("RDL3"), Buffer.from([2, 0, 0, 0]), Buffer.from("{}")])),
    ).toThrow("another shape");
  });
});
