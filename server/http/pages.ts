import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import { landingPage } from "../demo/landing.ts";
import { demoPage } from "../demo/page.ts";
import { DEMO_CSS } from "../demo/style.ts";
import { AppError } from "../errors.ts";
import { packageRoot } from "../package-root.ts";
import { docsPage, docsScript } from "./docs-page.ts";
import { DOCS_CSS } from "./docs-style.ts";
import { headers } from "./page-headers.ts";

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

export interface PageOptions {
  /** The OpenAPI document as JSON. */
  openapi: string;
  /** Served by https: pages may only be opened so. */
  https: boolean;
}

/** Everything that is not the API: the desk, the widget's script, the demo, the docs. */
export function pages({ openapi, https }: PageOptions): Router {
  const dist = join(packageRoot(), "dist");
  const router = Router();
  router.use(headers({ https }));

  router.use(["/widget.js", "/widget-live.js", "/widget-words-de.js"], anyOrigin);
  router.use(express.static(join(dist, "widget"), { index: false, redirect: false, maxAge: HOUR }));

  router.get("/", (_req, res) => void res.type("html").send(landingPage()));
  router.get("/demo", (_req, res) => void res.type("html").send(demoPage({ site: "demo" })));
  router.get(
    "/demo.css",
    (_req, res) => void res.type("css").set("cache-control", "no-cache").send(DEMO_CSS),
  );

  const desk = join(dist, "admin");
  router.use(
    "/desk/assets",
    express.static(join(desk, "assets"), { immutable: true, maxAge: YEAR, index: false, fallthrough: false }),
  );
  router.use("/desk", express.static(desk, { index: false, redirect: false, maxAge: 0 }));
  router.get(["/desk", "/desk/*path"], (_req, res) => {
    const page = join(desk, "index.html");
    if (!existsSync(page))
      throw new AppError("unavailable", "The desk has not been built. Run: npm run build");
    res.set("cache-control", "no-cache").sendFile(page);
  });

  const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  router.get(
    "/openapi.json",
    anyOrigin,
    (_req, res) => void res.type("json").set("cache-control", "no-cache").send(openapi),
  );
  router.get("/docs", (_req, res) => void res.type("html").send(docsPage()));
  router.get("/docs/start.js", (_req, res) => void res.type("js").send(docsScript()));
  router.get(
    "/docs/docs.css",
    (_req, res) => void res.type("css").set("cache-control", "no-cache").send(DOCS_CSS),
  );
  for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
    router.get(
      `/docs/${file}`,
      (_req, res) =>
        void res.set("cache-control", `public, max-age=${HOUR / 1_000}`).sendFile(join(swagger, file)),
    );
  }
  router.get("/favicon.ico", (_req, res) => void res.status(204).end());
  return router;
}

const anyOrigin: RequestHandler = (_req, res, next) => {
  res.set("access-control-allow-origin", "*").set("cross-origin-resource-policy", "cross-origin");
  next();
};
