import { expect, test } from "@jest/globals";
import { freshDatabase } from "../support/database.ts";
import { startProgram } from "../support/program.ts";

const CASES = [
  ["server/server.ts", "nobody listens there", { port: "1" }],
  ["workers/main.ts", "nobody listens there", { port: "1" }],
  ["server/server.ts", "it refuses the password", { password: "not-this-one" }],
  ["server/server.ts", "it has no database of that name", { pathname: "/nothing" }],
] as const;

test.each(CASES)(
  "%s says in one sentence that of its database %s, and not the password",
  async (file, words, wrong) => {
    const database = await freshDatabase({ empty: true });
    const url = Object.assign(new URL(database.url), wrong);
    const program = startProgram(file, { DATABASE_URL: url.href, PORT: "0" });
    expect(await program.ended).toBe(1);
    expect(program.output()).toBe(
      `The database that DATABASE_URL names cannot be used: ${words}. Start it, or correct the address, then try again.\n`,
    );
    await database.close();
  },
  60_000,
);
