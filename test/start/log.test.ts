import { expect, test } from "@jest/globals";
import { humanLine } from "../../server/log-line.ts";
import { startProgram } from "../support/program.ts";

test("what readers wrote and secrets never reach the log", async () => {
  const program = startProgram("test/start/run-log.ts", {});
  expect(await program.ended).toBe(0);
  const lines = program.output().trim().split("\n");
  expect(lines).toHaveLength(3);
  expect(program.output()).not.toMatch(/hush/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "said", comment: { id: 7, text: "[hidden]" } });
});

test("on a terminal a line is a sentence with its facts", () => {
  const line = humanLine(
    '{"level":50,"time":0,"msg":"It broke","n":1,"err":{"message":"boom","stack":"Error: boom\\n at x"}}',
  );
  expect(line).toMatch(/^\d\d:\d\d:\d\d error: It broke n=1\nError: boom\n at x\n$/);
});
