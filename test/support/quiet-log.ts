import { log } from "../../server/log.ts";

/** Tests assert on what happens; to see the log of one, start it with LOG_LEVEL=debug. */
log.level = process.env.LOG_LEVEL ?? "silent";
