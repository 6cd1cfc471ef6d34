import { type DestinationStream, pino } from "pino";
import { humanLine } from "./log-line.ts";

/** Keys that never reach a log, at the top and one level down: secrets, and what readers wrote. */
const HIDDEN = [
  "password",
  "secret",
  "token",
  "apiKey",
  "key",
  "authorization",
  "cookie",
  "text",
  "html",
  "email",
  "databaseUrl",
  "redisUrl",
  "smtpUrl",
];

/** PostgreSQL repeats whole rows in an error's `detail` and `where`. */
const ROWS = ["err.detail", "err.where", "err.internalQuery"];

const paths = [
  ...ROWS,
  ...HIDDEN.flatMap((key) => [key, `*.${key}`]),
  'headers["set-cookie"]',
  "headers.cookie",
  "headers.authorization",
  "req.headers.cookie",
  "req.headers.authorization",
];

const terminal: DestinationStream = {
  write(line) {
    process.stdout.write(humanLine(line));
  },
};

/** The only logger: JSON lines, or plain lines on a terminal. The start sets `log.level` from LOG_LEVEL. */
export const log = pino(
  { level: "info", base: null, redact: { paths, censor: "[hidden]" } },
  process.stdout.isTTY ? terminal : pino.destination({ fd: 1, sync: true }),
);
