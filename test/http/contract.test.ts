import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type AppOptions, routesOf } from "../../server/app.ts";
import type { Endpoint } from "../../server/endpoint.ts";
import { STATUS_OF } from "../../server/errors.ts";
import { ENDPOINTS } from "../../server/openapi.ts";
import { packageRoot } from "../../server/package-root.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { endpointAt } from "../support/client.ts";
import { aModerator } from "../support/factories.ts";

const root = join(packageRoot(), "server");
const contracts = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|\/)contract\.ts$/.test(file),
);

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;

const written: Endpoint[] = [];
for (const file of contracts)
  written.push(...Object.values((await import(join(root, file))) as object).filter(isEndpoint));

interface Operation {
  operationId: string;
  security?: unknown[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

let app: TestApp;
let documented: Record<string, Record<string, Operation>>;
beforeAll(async () => {
  app = await startApp({ workers: false });
  documented = ((await (await fetch(`${app.address}/openapi.json`)).json()) as { paths: typeof documented })
    .paths;
});
afterAll(() => app.close());

const NOBODY = "01890000-0000-7000-8000-000000000000";
const pathOf = (endpoint: Endpoint): string =>
  endpoint.path.replace(":site", "demo").replace(/(?<=\/):\w+/g, NOBODY);
const named = (endpoints: readonly Endpoint[]): string[] => endpoints.map(({ id }) => id).sort();

test("every endpoint a contract writes down is in the list, and the list holds no other", () => {
  expect(written.length).toBeGreaterThan(20);
  expect(named(ENDPOINTS)).toEqual(named(written));
  expect(ENDPOINTS.every((endpoint) => written.includes(endpoint))).toBe(true);
});

test("every endpoint is mounted once, and nothing else is", () => {
  // Routes are bound without being run, so nothing they need has to be there.
  const mounted = routesOf({ scorers: [] } as unknown as AppOptions).map(({ endpoint }) => endpoint);
  expect(named(mounted)).toEqual(named(ENDPOINTS));
});

test("no two endpoints share a name or an address", () => {
  expect(new Set(named(ENDPOINTS)).size).toBe(ENDPOINTS.length);
  expect(new Set(ENDPOINTS.map(({ method, path }) => `${method} ${path}`)).size).toBe(ENDPOINTS.length);
});

test("the document describes exactly the endpoints", () => {
  const operations = Object.values(documented).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(operations.sort()).toEqual(named(ENDPOINTS));
});

describe.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))("%s", (_, endpoint) => {
  const ask = (headers: Record<string, string> = {}) =>
    fetch(app.address + pathOf(endpoint), {
      method: endpoint.method.toUpperCase(),
      headers: { ...(endpoint.method !== "get" && { "content-type": "application/json" }), ...headers },
      body: endpoint.method === "get" || endpoint.method === "delete" ? undefined : "{}",
    });

  test("is documented with its answer, its refusals and its access", () => {
    const operation = documented[endpoint.path.replace(/\/:(\w+)/g, "/{$1}")]?.[endpoint.method] as Operation;
    expect(operation.operationId).toBe(endpoint.id);
    expect(Object.keys(operation.responses)).toContain(String(endpoint.status));
    for (const code of endpoint.errors) {
      expect(operation.responses[String(STATUS_OF[code])]?.content).toHaveProperty([
        endpoint.dialect ? "application/json" : "application/problem+json",
      ]);
    }
    expect(Boolean(operation.security)).toBe(endpoint.access !== "public");
  });

  test("is found by its address", async () => {
    expect(endpointAt(endpoint.method.toUpperCase(), pathOf(endpoint))).toBe(endpoint);
    expect(await (await ask()).text()).not.toContain("There is nothing at");
  });

  // How these refuse, test/perspective-api says.
  if (endpoint.access !== "public" && !endpoint.dialect) {
    test("refuses who has no session, before it looks at anything else", async () => {
      for (const cookie of [
        "",
        "replydesk_session=",
        "replydesk_session=x",
        `replydesk_session=${"x".repeat(43)}`,
      ]) {
        const response = await ask({ cookie });
        expect(response.status).toBe(401);
        expect(response.headers.get("content-type")).toContain("application/problem+json");
        expect(await response.json()).toMatchObject({ code: "unauthenticated" });
      }
    });

    if (endpoint.method !== "get") {
      test("refuses a page of another site that sends a moderator's cookie", async () => {
        const { cookie } = app.owner.headers as { cookie: string };
        const foreign: Record<string, string>[] = [
          { origin: "https://evil.example" },
          { origin: "null" },
          { "sec-fetch-site": "cross-site" },
        ];
        for (const headers of foreign) {
          expect((await ask({ cookie, ...headers })).status).toBe(403);
        }
      });
    }
  }

  if (endpoint.access === "owner") {
    test("refuses a moderator who is no owner", async () => {
      const { client } = await aModerator(app);
      const response = await ask({ cookie: client.headers.cookie as string });
      expect(response.status).toBe(403);
    });
  }
});
