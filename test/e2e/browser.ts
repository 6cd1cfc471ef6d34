import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { until } from "../support/until.ts";

// The shell is the same Chromium without a window to draw, at two thirds of the CPU.
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"];
const QUIET =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a Chromium is, or null; CHROMIUM names one that is not on PATH. */
function chromiumPath(): string | null {
  const places = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => places.map((place) => join(place, name)));
  return [process.env.CHROMIUM ?? "", ...paths].find((path) => path && isProgram(path)) ?? null;
}

/** The Chromium to test with; null, with the reason printed, where there is none or something needed is not built. */
export function browserFor(...built: string[]): string | null {
  const path = chromiumPath();
  const absent = built.find((file) => !existsSync(file));
  if (path && !absent) return path;
  console.warn(
    `Skipped: ${path ? `${absent} is not built; run npm run build` : "there is no Chromium on PATH"}.`,
  );
  return null;
}

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET.split(" ") });
}

/** Waits until an expression holds in the page. Playwright's own waiting evaluates text, which the pages' policy forbids unless it holds at once. */
export function holdsIn(page: Page, expression: string): Promise<void> {
  return until(`in the page: ${expression}`, () => page.evaluate<boolean>(`Boolean(${expression})`));
}
