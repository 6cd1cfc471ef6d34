import bowser from "bowser";

const UNKNOWN = "An unknown device";

/** A browser's User-Agent in words its owner knows, such as "Firefox on Linux". Only these words are kept. */
export function deviceOf(userAgent: string | undefined): string {
  if (!userAgent) return UNKNOWN;
  const { browser, os, platform } = bowser.parse(userAgent.slice(0, 500));
  const system = platform.model === "iPhone" || platform.model === "iPad" ? platform.model : os.name;
  if (browser.name && system) return `${browser.name} on ${system}`.slice(0, 100);
  return (browser.name || system || UNKNOWN).slice(0, 100);
}
