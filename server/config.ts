import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

type Environment = Readonly<Record<string, string | undefined>>;

function urlWith(protocols: readonly string[]) {
  return z.string().refine((text) => protocols.includes(URL.canParse(text) ? new URL(text).protocol : ""));
}

function whole(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);
}

const web = urlWith(["http:", "https:"]).transform((url) => url.replace(/\/+$/, ""));
const email = z.string().regex(/^[^\s@]+@[^\s@]+\.?[^\s@]+$/);
const proxies = z.union([
  whole(1, 100),
  z
    .string()
    .regex(
      /^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d+)?)(\s*,\s*(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d+)?))*$/,
    )
    .transform((list) => list.split(/\s*,\s*/)),
]);

/** Every variable that is read, what it may be, in words, and whether its value may be shown. */
const VARIABLES = {
  PORT: { shape: whole(0, 65535), allowed: "a port number from 0 to 65535 (0 takes any free one)" },
  WORKERS_PORT: { shape: whole(1, 65535), allowed: "a port number from 1 to 65535" },
  HOST: {
    shape: z.string().regex(/^[\w.:-]+$/),
    allowed: "a host name or an address of this machine, such as 0.0.0.0",
  },
  DATA_DIR: { shape: z.string(), allowed: "a folder" },
  DATABASE_URL: {
    shape: urlWith(["postgres:", "postgresql:"]),
    allowed: "a PostgreSQL address, such as postgres://user:password@host:5432/replydesk",
    secret: true,
  },
  DATABASE_POOL: { shape: whole(2, 500), allowed: "a number of connections from 2 to 500" },
  REDIS_URL: {
    shape: urlWith(["redis:", "rediss:"]),
    allowed: "a Redis or Valkey address, such as redis://host:6379",
    secret: true,
  },
  OWNER_EMAIL: { shape: email, allowed: "an e-mail address" },
  OWNER_PASSWORD: { shape: z.string().min(8).max(200), allowed: "8 to 200 characters long", secret: true },
  PUBLIC_URL: { shape: web, allowed: "the address readers use, such as https://comments.example.com" },
  SMTP_URL: {
    shape: urlWith(["smtp:", "smtps:"]),
    allowed: "a mail server's address, such as smtp://user:password@host:587",
    secret: true,
  },
  PERSPECTIVE_API_KEY: { shape: z.string().regex(/^\S+$/), allowed: "a key without spaces", secret: true },
  PERSPECTIVE_URL: { shape: web, allowed: "an http or https address" },
  PERSPECTIVE_RATE: { shape: whole(1, 1_000), allowed: "a number of requests a second from 1 to 1000" },
  OPENAI_API_KEY: { shape: z.string().regex(/^\S+$/), allowed: "a key without spaces", secret: true },
  OPENAI_URL: { shape: web, allowed: "an http or https address" },
  SEMANTIC: { shape: z.enum(["0", "1"]), allowed: "0 or 1" },
  LOG_LEVEL: { shape: z.enum(LOG_LEVELS), allowed: `one of ${LOG_LEVELS.join(", ")}` },
  TRUST_PROXY: {
    shape: proxies,
    allowed: "the number of proxies in front of the server, or their addresses separated by commas",
  },
  WEBHOOKS_ALLOW_PRIVATE: { shape: z.enum(["0", "1"]), allowed: "0 or 1" },
  SCORERS_ALLOW_PRIVATE: { shape: z.enum(["0", "1"]), allowed: "0 or 1" },
  REPLYDESK_SECRET: { shape: z.string().min(32), allowed: "at least 32 characters long", secret: true },
} satisfies Record<string, { shape: z.ZodType; allowed: string; secret?: boolean }>;

type Name = keyof typeof VARIABLES;
type Values = { [N in Name]?: z.output<(typeof VARIABLES)[N]["shape"]> };

function readValues(env: Environment): Values {
  const values: Partial<Record<Name, unknown>> = {};
  const wrong: string[] = [];
  for (const name of Object.keys(VARIABLES) as Name[]) {
    const variable: { shape: z.ZodType; allowed: string; secret?: boolean } = VARIABLES[name];
    const text = env[name]?.trim();
    if (!text) continue;
    const read = variable.shape.safeParse(text);
    if (read.success) values[name] = read.data;
    else
      wrong.push(
        `${name} is ${variable.secret ? "set to something else" : `"${text}"`}; it must be ${variable.allowed}.`,
      );
  }
  if (wrong.length > 0) throw new AppError("invalid", wrong.join("\n"));
  return values as Values;
}

/**
 * Reads the settings from environment variables. A variable that is absent or empty takes its default; a feature
 * that is not configured is null. Throws AppError("invalid") with one sentence for each wrong value: its name,
 * what it is (never the value of a secret) and what is allowed.
 */
export function readConfig(env: Environment = process.env) {
  const values = readValues(env);
  return Object.freeze({
    port: values.PORT ?? 3000,
    host: values.HOST ?? "127.0.0.1",
    /** Where a workers process answers its health; null: nowhere. */
    workersPort: values.WORKERS_PORT ?? null,
    dataDir: resolve(values.DATA_DIR ?? "./data"),
    databaseUrl: values.DATABASE_URL ?? null,
    dbPoolMax: values.DATABASE_POOL ?? 10,
    redisUrl: values.REDIS_URL ?? null,
    ownerEmail: values.OWNER_EMAIL ?? null,
    ownerPassword: values.OWNER_PASSWORD ?? null,
    publicUrl: values.PUBLIC_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    perspective: values.PERSPECTIVE_API_KEY
      ? Object.freeze({
          apiKey: values.PERSPECTIVE_API_KEY,
          url: values.PERSPECTIVE_URL ?? "https://commentanalyzer.googleapis.com",
          ...(values.PERSPECTIVE_RATE && { perSecond: values.PERSPECTIVE_RATE }),
        })
      : null,
    openai: values.OPENAI_API_KEY
      ? Object.freeze({
          apiKey: values.OPENAI_API_KEY,
          url: values.OPENAI_URL ?? "https://api.openai.com",
        })
      : null,
    /** Whether the semantic tier may run, where it is installed. */
    semantic: values.SEMANTIC !== "0",
    logLevel: values.LOG_LEVEL ?? ("info" as const),
    /** How many proxies to believe, or which; null believes none, so the client's address is the connection's. */
    trustProxy: values.TRUST_PROXY ?? null,
    webhooksAllowPrivate: values.WEBHOOKS_ALLOW_PRIVATE === "1",
    scorersAllowPrivate: values.SCORERS_ALLOW_PRIVATE === "1",
    secret: values.REPLYDESK_SECRET ?? null,
  });
}

export type Config = ReturnType<typeof readConfig>;
