// npm run dev: rebuilds server, desk and widget when a source changes, and restarts the server. Ctrl-C ends it all.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";
import { compile, deskOptions, serverOptions } from "./compile.mjs";
import { DIST, presentParts, ROOT } from "./parts.mjs";

/** How long a stopping server may take to finish its work before it is ended. */
const STOP_MS = 10_000;
/** After Ctrl-C the terminal has told every process already; one that has not heard is told after this long. */
const HEARD_MS = 2_000;

/** @type {import("node:child_process").ChildProcess | null} */
let server = null;
let stopping = false;

/** @param {import("node:child_process").ChildProcess} child */
function isRunning(child) {
  return child.exitCode === null && child.signalCode === null;
}

/** @param {import("node:child_process").ChildProcess} child @param {number} waitFirst ms before the signal is sent */
async function stop(child, waitFirst) {
  if (!isRunning(child)) return;
  const ended = once(child, "exit");
  const ask = setTimeout(() => child.kill("SIGTERM"), waitFirst);
  const force = setTimeout(() => child.kill("SIGKILL"), waitFirst + STOP_MS);
  await ended;
  clearTimeout(ask);
  clearTimeout(force);
}

async function restartServer() {
  if (server) await stop(server, 0);
  if (stopping) return;
  const child = spawn(process.execPath, ["--enable-source-maps", join(DIST, "server/main.js")], {
    stdio: "inherit",
  });
  child.on("exit", (code) => {
    if (!stopping && child === server && code)
      console.error("The server ended. It starts again at the next change.");
  });
  server = child;
}

/** Restarts follow one another, however fast the changes come. */
let restarts = Promise.resolve();

const { context } = await import("esbuild");
const bundler = await context({
  ...serverOptions(),
  plugins: [
    {
      name: "restart",
      setup: (build) =>
        build.onEnd(({ errors }) => {
          if (errors.length === 0) restarts = restarts.then(restartServer);
        }),
    },
  ],
});
await bundler.watch();

const parts = presentParts();
const desk = parts.includes("desk") ? await watchDesk() : null;
const widget = parts.includes("widget") ? watchWidget() : null;

async function watchDesk() {
  const { build } = await import("vite");
  const options = deskOptions();
  const watcher = await build({ ...options, build: { ...options.build, watch: {} }, logLevel: "info" });
  return "close" in watcher ? watcher : null;
}

/** An editor saves a file in several steps: wait until it has been quiet for this long. */
const QUIET_MS = 100;

function watchWidget() {
  let building = Promise.resolve();
  const build = () => {
    building = building.then(() => compile("widget")).catch((error) => console.error(error.message));
  };
  build();
  /** @type {NodeJS.Timeout | undefined} */
  let quiet;
  return watch(join(ROOT, "widget"), { recursive: true }, () => {
    clearTimeout(quiet);
    quiet = setTimeout(build, QUIET_MS);
  });
}

/** @param {"SIGINT" | "SIGTERM"} signal */
async function end(signal) {
  if (stopping) return;
  stopping = true;
  const waitFirst = signal === "SIGINT" ? HEARD_MS : 0;
  widget?.close();
  await Promise.all([bundler.dispose(), desk?.close(), server && stop(server, waitFirst)]);
  process.exit(0);
}
process.on("SIGINT", end);
process.on("SIGTERM", end);
