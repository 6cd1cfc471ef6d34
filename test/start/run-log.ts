import { log } from "../../server/log.ts";

/** A program for the tests: logs what must be hidden. */
log.info({ comment: { id: 7, text: "hush" }, password: "hush", headers: { cookie: "hush" } }, "said");
const error = Object.assign(new Error("duplicate key"), { detail: "Failing row contains (hush)." });
log.error({ err: error }, "failed");
log.warn({ req: { headers: { authorization: "hush", cookie: "hush" } }, token: "hush" }, "asked");
