import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Express, Request, Response } from "express";
import type { z } from "zod";
import type { Endpoint } from "../endpoint.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import type { SignedIn } from "../moderators/access.ts";
import { type Admit, type Authenticate, type Call, type Client, Prepared, Streamed } from "./caller.ts";
import { clean, wasDirty } from "./json-body.ts";

export interface Route {
  endpoint: Endpoint;
  run(call: Call<never, never, never>): Promise<unknown>;
}

/** Binds an endpoint to what it does. The compiler holds the answer to the contract's response. */
export function handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R> | Prepared | Streamed>,
): Route {
  return { endpoint, run: run as Route["run"] };
}

/** Mounts every route: who is calling, may they, is it well formed, then run. `observe` is told of each answer. */
export function mount(app: Express, routes: Route[], authenticate: Authenticate, admit: Admit): void {
  for (const { endpoint, run } of routes) {
    const path = endpoint.path.replace(/(?<!\/):/g, "\\:");
    app[endpoint.method](path, async (req: Request, res: Response) => {
      res.locals.endpoint = endpoint;
      const open = endpoint.access === "public" || endpoint.access === "api-key";
      const client = endpoint.access === "api-key" ? await admit(req) : null;
      const moderator = open ? null : await authenticate(req);
      if (!open) assertAccess(endpoint, moderator);
      const answer = await run(callOf(endpoint, req, res, moderator, client) as Parameters<Route["run"]>[0]);
      if (answer instanceof Streamed) return stream(answer, res);
      send(endpoint, answer, req, res);
    });
  }
}

function assertAccess(endpoint: Endpoint, moderator: SignedIn | null): void {
  if (!moderator) throw new AppError("unauthenticated", "Sign in first: this is for moderators.");
  if (endpoint.access === "owner" && moderator.role !== "owner")
    throw new AppError("forbidden", "Only an owner may do this.");
}

function callOf(
  endpoint: Endpoint,
  req: Request,
  res: Response,
  moderator: SignedIn | null,
  client: Client | null,
): Call<unknown, unknown, unknown> {
  const body = wasDirty(req) && endpoint.dialect === undefined ? clean(req.body) : req.body;
  return {
    params: endpoint.params.parse(req.params),
    query: endpoint.query.parse(req.query),
    body: wellFormed(endpoint, endpoint.method === "get" || endpoint.method === "delete" ? undefined : body),
    headers: req.headers,
    get ip(): string {
      return req.ip ?? "";
    },
    get ownOrigin(): string {
      return `${req.protocol}://${req.host}`;
    },
    get moderator(): SignedIn {
      if (!moderator)
        throw new Error(`${endpoint.id} asks for a moderator but its access is ${endpoint.access}`);
      return moderator;
    },
    get client(): Client {
      if (!client) throw new Error(`${endpoint.id} asks for a client but its access is ${endpoint.access}`);
      return client;
    },
    setHeader: (name, value) => res.setHeader(name, value),
  };
}

/** A body as its contract describes it. A tree that nests without end would take more stack than there is; nothing of it is kept. */
function wellFormed({ body: shape }: Endpoint, body: unknown): unknown {
  try {
    return shape.parse(body);
  } catch (error) {
    if (error instanceof RangeError) throw new AppError("invalid", "The body is nested too deep.");
    throw error;
  }
}

/** A client that leaves ends the reading; what fails on the way breaks the answer off, so that it is not taken for whole. */
async function stream({ type, parts }: Streamed, res: Response): Promise<void> {
  res.writeHead(200, { "content-type": type, "cache-control": "no-store" });
  await pipeline(Readable.from(parts), res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") log.error({ err: error }, "An answer broke off");
  });
}

function send(endpoint: Endpoint, answer: unknown, req: Request, res: Response): void {
  if (endpoint.status === 204) return void res.status(204).end();
  if (!(answer instanceof Prepared)) {
    // A string leaves together with the head, in one write; bytes would take a second.
    const body = JSON.stringify(answer);
    if (!res.hasHeader("cache-control")) res.setHeader("cache-control", "no-store");
    res.writeHead(endpoint.status, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    });
    return void res.end(body);
  }
  res.setHeader("etag", answer.etag);
  res.setHeader("cache-control", "public, no-cache");
  res.setHeader("vary", "accept-encoding, origin");
  if (req.headers["if-none-match"]?.includes(answer.etag)) return void res.writeHead(304).end();
  const gzip = answer.body.length > 1_000 && req.headers["accept-encoding"]?.includes("gzip") === true;
  const body = gzip ? answer.gzip : answer.body;
  if (gzip) res.setHeader("content-encoding", "gzip");
  res.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length });
  res.end(body);
}
