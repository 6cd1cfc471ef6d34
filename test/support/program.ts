import { type ChildProcess, spawn } from "node:child_process";
import { buildSync } from "esbuild";
import { until } from "./until.ts";

export interface Program {
  readonly process: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Resolves with the exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
  /** Waits until it has written `text`; fails when it ends first. */
  says(text: string): Promise<void>;
}

/**
 * Node's arguments that run one of the repository's TypeScript files: the product's own from the build, as its users
 * run it and in less than half the time; a test's own bundled for this process.
 */
export function toRun(file: string): string[] {
  return /^(server|workers)\//.test(file)
    ? ["server/build/run.mjs", file.replace(/\.ts$/, "")]
    : [bundled(file)];
}

const bundles = new Map<string, string>();
function bundled(file: string): string {
  const made = bundles.get(file) ?? `dist/${file.replace(/\.ts$/, "")}.js`;
  if (!bundles.has(file)) {
    buildSync({
      entryPoints: [file],
      outfile: made,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "warning",
    });
    bundles.set(file, made);
  }
  return made;
}

/** Runs one of the repository's TypeScript files as a process of its own, with only the given environment. */
export function startProgram(
  file: string,
  env: Readonly<Record<string, string>>,
  options: { uid?: number; args?: readonly string[] } = {},
): Program {
  const child = spawn(process.execPath, [...toRun(file), ...(options.args ?? [])], {
    env: { PATH: process.env.PATH, ...env },
    uid: options.uid,
    gid: options.uid,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  let over = false;
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code) => {
      over = true;
      resolve(code);
    }),
  );
  return {
    process: child,
    output: () => text,
    ended,
    async says(expected) {
      await until(`the program said "${expected}"`, () => over || text.includes(expected), 30);
      if (!text.includes(expected)) throw new Error(`The program ended without "${expected}":\n${text}`);
    },
  };
}
