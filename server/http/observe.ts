import type { RequestHandler } from "express";
import type { Endpoint } from "../endpoint.ts";
import { log } from "../log.ts";
import { requests } from "../metrics.ts";

/** Measures API calls by endpoint; a log line each at debug, without query or body. */
export const observe: RequestHandler = (req, res, next) => {
  const start = performance.now();
  res.on("finish", () => {
    const seconds = (performance.now() - start) / 1_000;
    const endpoint = (res.locals.endpoint as Endpoint | undefined)?.id ?? "none";
    requests.observe({ endpoint, status: `${Math.floor(res.statusCode / 100)}xx` }, seconds);
    log.debug(
      { method: req.method, endpoint, status: res.statusCode, ms: Math.round(seconds * 1_000) },
      "request",
    );
  });
  next();
};
