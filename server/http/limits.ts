import { createHash } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { Redis } from "ioredis";
import { type RedisReply, RedisStore } from "rate-limit-redis";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { type Quota, quota } from "./quota.ts";

/** Comments and edits from one address in a minute: a shared office may be lively, a script may not. */
const POSTS_A_MINUTE = 60;

export interface Limits {
  posts: RequestHandler;
  /** Counts what clients with an API key ask for. */
  queries: Quota;
  stop(): void;
}

/**
 * Limits that several servers share through Redis where there is one. When Redis does not answer, requests pass: a limit must not
 * become an outage. Requests from this machine itself are not counted, unless a proxy stands in front.
 */
export function limits(redisUrl: string | null, behindProxy: boolean): Limits {
  const redis = redisUrl
    ? new Redis(redisUrl, {
        maxRetriesPerRequest: 0,
        enableOfflineQueue: false,
        commandTimeout: 250,
        retryStrategy: (n) => Math.min(n * 200, 5_000),
      })
    : null;
  redis?.on("error", () => {});
  const limited = rateLimit({
    windowMs: 60_000,
    limit: POSTS_A_MINUTE,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: (req) => ipKeyGenerator(req.ip ?? ""),
    passOnStoreError: true,
    logger: { warn: quiet, error: quiet },
    ...(redis && { store: redisStore(redis) }),
    handler: (_req, res) => {
      const wait = Math.ceil(Number(res.getHeader("retry-after") ?? 60));
      throw new AppError(
        "rate_limited",
        `Many comments come from your network right now. Wait ${wait} seconds, then try again; your words are kept.`,
        { retryAfter: wait },
      );
    },
  });
  return {
    posts: (req, res, next) => (!behindProxy && fromHere(req) ? next() : limited(req, res, next)),
    queries: quota(redis && ((key, queries) => countTogether(redis, key, queries))),
    stop: () => redis?.disconnect(),
  };
}

/** Whether a connection comes from this machine itself. */
export const fromHere = (req: Request): boolean =>
  /^(::1$|127\.|::ffff:127\.)/.test(req.socket.remoteAddress ?? "");

/** Adds to a count that lives for two minutes. Null while Redis does not answer. */
async function countTogether(redis: Redis, key: string, queries: number): Promise<number | null> {
  const name = `replydesk-quota:${key}`;
  try {
    const answers = await redis.multi().incrby(name, queries).expire(name, 120).exec();
    return Number(answers?.[0]?.[1]);
  } catch (error) {
    quiet(error);
    return null;
  }
}

function redisStore(redis: Redis): RedisStore {
  return new RedisStore({
    prefix: "replydesk-limit:",
    async sendCommand(command: string, ...rest: string[]) {
      const asked = redis.call(command, ...rest) as Promise<RedisReply>;
      if (command !== "SCRIPT") return asked;
      // A script is named by its hash, so a Redis that is away now need not load it now: the store loads what Redis says it has not got.
      return asked.catch(() =>
        createHash("sha1")
          .update(rest.at(-1) as string)
          .digest("hex"),
      );
    },
  });
}

/** The limiter's own complaints: one for every request while Redis is away. */
const quiet = (error: unknown, message?: string): void =>
  log.debug({ reason: (error as Error).message }, message ?? "Rate limits");
