import type { IncomingHttpHeaders } from "node:http";
import type { Request } from "express";
import type { SignedIn } from "../moderators/access.ts";

/** One request as a route sees it: checked input, and who asks. */
export interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  headers: IncomingHttpHeaders;
  /** The client's address, as far as the configured proxies are believed. */
  ip: string;
  /** The origin by which the client reached this server, such as http://127.0.0.1:3000. */
  ownOrigin: string;
  /** The signed-in moderator. Routes for moderators and owners only run with one; elsewhere it throws. */
  moderator: SignedIn;
  /** The program that asks for scores. Routes with access "api-key" only run with one; elsewhere it throws. */
  client: Client;
  setHeader(name: string, value: string): void;
}

/** Who asks, by session cookie; null: nobody. Throws AppError when a page of another site sends somebody's cookie. */
export type Authenticate = (req: Request) => Promise<SignedIn | null>;

/** Who asks for scores: a program with a key, a signed-in moderator or, in the embedded mode, anything on this machine. Throws AppError("unauthenticated"). */
export type Admit = (req: Request) => Promise<Client>;

export interface Client {
  /** The site of its key; for whoever has none, the first. */
  siteId(): Promise<string>;
  /** Counts this many texts against its quota. Throws AppError("rate_limited") when nothing is left of it. */
  take(texts: number): Promise<void>;
}

/** Bytes ready to send: what a cache hands out, with its ETag. */
export class Prepared {
  readonly etag: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  constructor(page: { etag: string; body: Buffer; gzip: Buffer }) {
    this.etag = page.etag;
    this.body = page.body;
    this.gzip = page.gzip;
  }
}

/** An answer too long to be held at once: the next part is asked for when the one before is on its way. */
export class Streamed {
  readonly type: string;
  readonly parts: AsyncIterable<string>;
  constructor(type: string, parts: AsyncIterable<string>) {
    this.type = type;
    this.parts = parts;
  }
}
