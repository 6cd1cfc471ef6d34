import type { Embedded } from "../../server/db/embedded.ts";

/** What the set-up of a test run leaves for its tear-down, which runs in the same process. */
export const run: { folder?: string; embedded?: Embedded } = {};

/** The address of another database on the same server. */
export function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

export function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
