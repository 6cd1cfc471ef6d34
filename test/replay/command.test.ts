import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { progressOn } from "../../server/replay/progress.ts";
import { percentile } from "../../server/replay/report.ts";
import { OWNER, startApp, type TestApp } from "../support/app.ts";
import { startProgram } from "../support/program.ts";
import { fileOf, removeFiles, says } from "./file.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
  removeFiles();
});

const LINES = [says("Ana", "Lovely."), says("Ben", "An idiot."), says("Ana", "Well.", { mentions: "@Ben" })];

async function command(args: string[], env: Record<string, string> = {}) {
  const program = startProgram("server/cli/replay.ts", env, { args });
  return { code: await program.ended, said: program.output().trim() };
}

test("the command shows how far it is and reports what became of all", async () => {
  const env = { OWNER_EMAIL: OWNER.email, OWNER_PASSWORD: OWNER.password };
  const { code, said } = await command([fileOf(LINES), "--url", `${app.address}/`, "--rate", "200"], env);
  expect(said).toContain("100 %: 3 of 3 followed to the end");
  expect(said).toMatch(
    /accepted +3\n +decided +3 {3}held 1, approved 2\n +lost +0\n +doubled +0 {3}by the audit log\n/,
  );
  expect(said).toMatch(/to the desk, live( +\d+\.\d){4} +3\n/);
  expect(code).toBe(0);
  // The desk it opened is closed again.
  const { rows } = await app.db.query(`select count(*)::int as n from sessions`);
  expect(rows).toEqual([{ n: 1 }]);
});

test.each<[string, () => string[], string]>([
  ["no file", () => [], "Usage: npm run replay -- FILE"],
  [
    "a file that is not there",
    () => ["/nowhere.jsonl"],
    "/nowhere.jsonl cannot be read: there is no such file.",
  ],
  ["a folder", () => ["/tmp"], "/tmp cannot be read: it is a folder."],
  ["a rate that is none", () => [fileOf(LINES), "--rate", "fast"], "--rate takes a number"],
  ["an address that is none", () => [fileOf(LINES), "--url", "here"], "--url takes a full address"],
  ["an option that is none", () => [fileOf(LINES), "--speed", "9"], "'--speed'"],
  [
    "no Replydesk there",
    () => [fileOf(LINES), "--url", "http://127.0.0.1:9"],
    "Nothing answers at http://127.0.0.1:9. Start Replydesk with npm start",
  ],
  ["no such site", () => [fileOf(LINES), "--url", app.address, "--site", "other"], 'has no site "other"'],
])("%s: one clear message", async (_what, args, message) => {
  const { code, said } = await command(args());
  expect(said).toContain(message);
  expect(said).not.toMatch(/\n +at /);
  expect(code).toBe(1);
});

test("a file that is cut short says so", async () => {
  const whole = fileOf([...LINES, "x".repeat(50_000)], { gzip: true });
  const { readFileSync, writeFileSync } = await import("node:fs");
  writeFileSync(whole, readFileSync(whole).subarray(0, 60));
  const { code, said } = await command([whole, "--url", app.address]);
  expect({ code, said }).toEqual({ code: 1, said: `${whole} cannot be read: it is not whole gzip.` });
});

test("a terminal gets a bar, anything else a line at every tenth part", () => {
  const drawn = (isTTY: boolean): string => {
    let text = "";
    const write = (part: unknown): boolean => {
      text += String(part);
      return true;
    };
    const progress = progressOn({ isTTY, write } as never, 100);
    for (let posted = 1; posted <= 100; posted += 1) progress.show({ posted, checked: 0 });
    progress.remark("Line 3 is left out.");
    for (let checked = 1; checked <= 100; checked += 1) progress.show({ posted: 100, checked });
    progress.end();
    return text;
  };
  const lines = drawn(false).trimEnd().split("\n");
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe("10 %: 12 of 100 posted");
  expect(lines.slice(-2)).toEqual(["Line 3 is left out.", "100 %: 100 of 100 followed to the end"]);
  const frames = drawn(true).split("\r\u001b[2K");
  expect(frames).toContain("Line 3 is left out.\n");
  expect(frames.at(-1)).toMatch(/^ {2}█{30} 100 % {2}100 of 100 followed to the end, \d s\n$/);
});

test.each([
  [[], 0.5, Number.NaN],
  [[7], 0.99, 7],
  [[3, 1, 2, 4], 0.5, 2],
  [[3, 1, 2, 4], 0.9, 4],
  [[3, 1, 2, 4], 1, 4],
])("of %j, %d lie at or below %d", (values, part, expected) => {
  expect(percentile(values, part)).toBe(expected);
});
