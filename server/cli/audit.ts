import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { appRole } from "../db/app-role.ts";
import { waitForSchema } from "../db/migrate.ts";
import { connect } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { audit } from "../events/audit.ts";
import { chaining } from "../events/extend-chain.ts";
import { log } from "../log.ts";
import { joinDatabase } from "../start/open-database.ts";

const USAGE = `Usage: npm run audit [-- --expect EVENT:HASH]
Checks that every entry of the audit log is as it was written, also while servers run. Ends with 1 and names the first that was changed, removed or added.
  --expect EVENT:HASH  the end that an earlier check printed: tells whether what came before has been replaced since`;

const WORDS = {
  changed: "was changed, or the one before it was removed together with its place in the chain",
  removed: "was removed",
  added: "was added later",
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { expect: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) return console.log(USAGE);
  const expected = expectedOf(values.expect);
  log.level = "silent";
  const database = await joinDatabase(readConfig());
  const db = connect(database.url, { max: 2, role: await appRole(database.url), statementTimeout: 60_000 });
  const start = performance.now();
  try {
    await waitForSchema(db, 5);
    await chaining(db)();
    const { events, end, broken, asExpected } = await audit(db, {
      expected,
      progress: process.stderr.isTTY
        ? (n) => process.stderr.write(`\r\u001b[K${n.toLocaleString("en")} events`)
        : undefined,
    });
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    if (broken) {
      console.log(
        `Event ${broken.eventId} ${WORDS[broken.problem]}. The ${events.toLocaleString("en")} events before it are as they were written.`,
      );
      process.exitCode = 1;
    } else {
      console.log(
        `All ${events.toLocaleString("en")} events are as they were written (${seconds} s). The chain ends with ${end.eventId}:${end.hash.toString("hex")}`,
      );
    }
    if (asExpected === false) {
      console.log(
        `The chain does not hold event ${expected?.eventId} with the hash expected: it was replaced, or cut off before it.`,
      );
      process.exitCode = 1;
    }
  } finally {
    await db.end();
    await database.close();
  }
}

function expectedOf(text: string | undefined): { eventId: string; hash: string } | undefined {
  if (text === undefined) return undefined;
  const found = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text);
  if (!found)
    throw new AppError("invalid", `--expect is "${text}"; give EVENT:HASH as an earlier check printed it.`);
  return { eventId: found[1] as string, hash: found[2] as string };
}

main().catch((error: Error) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
