import { parseArgs } from "node:util";
import { hash } from "@node-rs/argon2";
import { switchOffTwoStep } from "../account/two-step.ts";
import { readConfig } from "../config.ts";
import { appRole } from "../db/app-role.ts";
import { waitForSchema } from "../db/migrate.ts";
import { connect, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { forgiveAccount } from "../moderators/attempts.ts";
import { randomPassword } from "../moderators/random-password.ts";
import { moderatorByEmail } from "../moderators/store.ts";
import { resetPassword } from "../password-resets/use.ts";
import { joinDatabase } from "../start/open-database.ts";

const USAGE = `Usage: npm run reset-password -- EMAIL [--two-step-off]
Gives somebody a new password, shown once, and signs them out everywhere; also while servers run. For the last owner: others ask an owner for a link.
  --two-step-off  also forget their authenticator app and recovery codes`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "two-step-off": { type: "boolean" }, help: { type: "boolean" } },
  });
  const [email] = positionals;
  if (values.help || !email || positionals.length > 1) return console.log(USAGE);
  const database = await joinDatabase(readConfig());
  const db = connect(database.url, { max: 2, role: await appRole(database.url) });
  try {
    await waitForSchema(db, 5);
    const person = await moderatorByEmail(db, email);
    if (!person)
      throw new AppError(
        "not_found",
        `Nobody signs in as ${email}. Check the spelling; an owner sees everybody at the desk.`,
      );
    const password = randomPassword();
    const passwordHash = await hash(password);
    await inTransaction(db, (tx) => resetPassword(tx, person.id, passwordHash, "system"));
    if (values["two-step-off"]) await switchOffTwoStep(db, { moderatorId: person.id, actor: "system" });
    await forgiveAccount(db, person.email);
    console.log(`${person.email} signs in with ${password} now, and is signed out everywhere.`);
    if (person.twoStep && !values["two-step-off"])
      console.log("Two-step sign-in still asks for a code; --two-step-off switches it off.");
    console.log("Choose another password on the account's page of the desk.");
  } finally {
    await db.end();
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
