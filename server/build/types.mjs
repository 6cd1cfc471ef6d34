// node server/build/types.mjs TSCONFIG: what tsc --noEmit reports, and every promise that nobody waits for. Biome
// looks for those too, but does not see through the types of pg, ioredis and Node (2.6); the compiler does.
import { dirname, relative, resolve } from "node:path";
import ts from "typescript";
import { floatingPromises } from "./floating-promises.mjs";

const file = resolve(process.argv[2] ?? "tsconfig.json");
/** @type {import("typescript").FormatDiagnosticsHost} */
const host = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getNewLine: () => "\n",
};
const { config, error } = ts.readConfigFile(file, ts.sys.readFile);
const parsed = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, dirname(file), { noEmit: true }, file);
const program = ts.createProgram({ rootNames: parsed.fileNames, options: parsed.options });
const problems = [...(error ? [error] : []), ...parsed.errors, ...ts.getPreEmitDiagnostics(program)];
process.stdout.write(ts.formatDiagnostics(problems, host));

const floating = floatingPromises(program);
for (const { sourceFile, line, text } of floating) {
  console.log(
    `${relative("", sourceFile)}:${line} floating promise: await it, or write void if that is meant: ${text}`,
  );
}
process.exitCode = problems.length + floating.length > 0 ? 1 : 0;
