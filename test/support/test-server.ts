import { cpSync } from "node:fs";
import type { Embedded } from "../../server/db/embedded.ts";

/** What the set-up of a test run leaves for its tear-down, which runs in the same process. */
export const run: { folder?: string; embedded?: Embedded } = {};

/**
 * Makes `folder` a data folder whose built-in database was made already, as after a first start: for tests in which making it
 * is not the subject (it costs seconds of processor time).
 */
export function copyMadeFiles(folder: string): void {
  cpSync(process.env.REPLYDESK_TEST_FILES as string, folder, { recursive: true, preserveTimestamps: true });
}

/** The address of another database on the same server. */
export function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

export function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
