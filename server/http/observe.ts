import type { RequestHandler } from "express";
import type { Endpoint } from "../endpoint.ts";
import { log } from "../log.ts";
import { requests } from "../metrics.ts";

type Series = ReturnType<typeof requests.labels>;

/** Measures API calls by endpoint; a log line each at debug, without query or body. Their answers are data, whatever a browser may guess. */
export const observe: RequestHandler = (req, res, next) => {
  const start = performance.now();
  res.setHeader("x-content-type-options", "nosniff");
  res.on("finish", () => {
    const seconds = (performance.now() - start) / 1_000;
    const endpoint = (res.locals.endpoint as Endpoint | undefined)?.id ?? "none";
    seriesOf(endpoint, `${Math.floor(res.statusCode / 100)}xx`).observe(seconds);
    if (log.isLevelEnabled("debug"))
      log.debug(
        { method: req.method, endpoint, status: res.statusCode, ms: Math.round(seconds * 1_000) },
        "request",
      );
  });
  next();
};

const known = new Map<string, Series>();

/** The metrics library sorts and joins labels at every observation; each pair needs that once. */
function seriesOf(endpoint: string, status: string): Series {
  const key = `${endpoint} ${status}`;
  const series = known.get(key) ?? requests.labels({ endpoint, status });
  known.set(key, series);
  return series;
}
