import type { Config } from "../config.ts";

/** Where people reach a server on this port: PUBLIC_URL, else the address it listens on, such as http://127.0.0.1:3000. */
export function addressOf({ publicUrl, host }: Pick<Config, "publicUrl" | "host">, port: number): string {
  if (publicUrl) return publicUrl;
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}
