import { describe, expect, test } from "@jest/globals";
import { kappaOf } from "../../server/insights/kappa.ts";
import { estimateMisses } from "../../server/insights/misses.ts";
import { spanOf } from "../../server/insights/period.ts";

describe("agreement beyond chance", () => {
  // A. R. Feinstein, D. V. Cicchetti, "High agreement but low kappa: I. The problems of two paradoxes", Journal of Clinical Epidemiology 43 (1990).
  test.each([
    ["balanced", [40, 9, 6, 45], 0.85, 0.7],
    ["one verdict rare, so that chance agrees as well", [80, 10, 5, 5], 0.85, 0.32],
    ["unbalanced alike", [45, 15, 25, 15], 0.6, 0.13],
    ["unbalanced against each other", [25, 35, 5, 35], 0.6, 0.26],
    ["always", [30, 0, 0, 10], 1, 1],
    ["never", [0, 5, 5, 0], 0, -1],
    ["as by chance", [25, 25, 25, 25], 0.5, 0],
  ] as const)("%s", (_, [bothApprove, firstApproves, firstRejects, bothReject], share, kappa) => {
    const found = kappaOf({ bothApprove, firstApproves, firstRejects, bothReject });
    expect(found.share).toBeCloseTo(share, 2);
    expect(found.kappa).toBeCloseTo(kappa, 2);
    expect(found.interval?.low).toBeLessThanOrEqual(found.kappa as number);
    expect(found.interval?.high).toBeGreaterThanOrEqual(found.kappa as number);
  });

  test.each([
    ["no pairs", [0, 0, 0, 0], null],
    ["only ever one verdict", [12, 0, 0, 0], 1],
  ] as const)("is not known of %s", (_, [bothApprove, firstApproves, firstRejects, bothReject], share) => {
    const found = kappaOf({ bothApprove, firstApproves, firstRejects, bothReject });
    expect(found).toEqual({ share, kappa: null, interval: null });
  });
});

describe("estimated misses", () => {
  test.each([
    [{ judged: 0, refused: 0, approved: 900 }, null],
    // Wilson's interval of 5 of 100 is 2.15 to 11.18 %.
    [
      { judged: 100, refused: 5, approved: 10_000 },
      { estimate: 500, low: 215, high: 1_118 },
    ],
    [
      { judged: 50, refused: 0, approved: 1_000 },
      { estimate: 0, low: 0, high: 71 },
    ],
    // What has been found is there, whatever the interval.
    [
      { judged: 4, refused: 4, approved: 4 },
      { estimate: 4, low: 4, high: 4 },
    ],
  ])("of %j are %j", (sample, misses) => {
    expect(estimateMisses(sample)).toEqual(misses);
  });
});

describe("a period counted back from now", () => {
  const HOUR = 3_600_000;
  const span = (period: "day" | "week" | "month", zone: string, now: string) => {
    const { starts, from, to, unit } = spanOf(period, zone, new Date(now));
    const edges = [...starts, to].map((at) => at.getTime());
    const lengths = edges.slice(1).map((at, i) => (at - (edges[i] as number)) / HOUR);
    return {
      unit,
      parts: starts.length,
      from: from.toISOString(),
      last: starts.at(-1)?.toISOString(),
      lengths,
    };
  };

  test.each([
    [
      "day",
      "Europe/Berlin",
      "2026-11-25T15:49:00Z",
      "hour",
      24,
      "2026-11-24T16:00:00.000Z",
      "2026-11-25T15:00:00.000Z",
    ],
    [
      "day",
      "Asia/Kolkata",
      "2026-11-25T15:49:00Z",
      "hour",
      24,
      "2026-11-24T16:30:00.000Z",
      "2026-11-25T15:30:00.000Z",
    ],
    ["week", "UTC", "2026-11-25T15:49:00Z", "day", 7, "2026-11-19T00:00:00.000Z", "2026-11-25T00:00:00.000Z"],
    [
      "week",
      "Pacific/Auckland",
      "2026-11-25T15:49:00Z",
      "day",
      7,
      "2026-11-19T11:00:00.000Z",
      "2026-11-25T11:00:00.000Z",
    ],
    [
      "month",
      "America/New_York",
      "2026-11-25T03:00:00Z",
      "day",
      30,
      "2026-10-26T04:00:00.000Z",
      "2026-11-24T05:00:00.000Z",
    ],
  ] as const)("%s in %s at %s", (period, zone, now, unit, parts, from, last) => {
    expect(span(period, zone, now)).toMatchObject({ unit, parts, from, last });
  });

  test.each([
    [
      "25 hours where clocks are put back",
      "Europe/Berlin",
      "2026-10-27T12:00:00Z",
      "2026-10-24T22:00:00.000Z",
      25,
    ],
    [
      "23 where they are put forward",
      "Europe/Berlin",
      "2026-03-31T12:00:00Z",
      "2026-03-28T23:00:00.000Z",
      23,
    ],
    [
      "23 where midnight itself is passed over",
      "Africa/Cairo",
      "2026-04-26T12:00:00Z",
      "2026-04-23T22:00:00.000Z",
      23,
    ],
    ["25 where midnight comes back", "Africa/Cairo", "2026-11-01T12:00:00Z", "2026-10-28T21:00:00.000Z", 25],
  ])("has a day of %s", (_, zone, now, start, hours) => {
    const { starts, to } = spanOf("week", zone, new Date(now));
    const i = starts.findIndex((at) => at.toISOString() === start);
    expect(i).toBeGreaterThanOrEqual(0);
    const end = starts[i + 1] ?? to;
    expect((end.getTime() - (starts[i] as Date).getTime()) / HOUR).toBe(hours);
  });
});
