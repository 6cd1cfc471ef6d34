import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = mkdtempSync(join(tmpdir(), "replydesk-replay-"));
let made = 0;

export const removeFiles = (): void => rmSync(folder, { recursive: true, force: true });

/** Writes a file of these lines; what is no string becomes JSON. */
export function fileOf(lines: readonly unknown[], { gzip = false } = {}): string {
  made += 1;
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const file = join(folder, `${made}.jsonl${gzip ? ".gz" : ""}`);
  writeFileSync(file, gzip ? gzipSync(`${text}\n`) : text);
  return file;
}

/** A line as news threads have it. */
export const says = (reader: string, text: string, more: object = {}): object => ({
  n: 7,
  article: { id: "a1", title: "The bridge", summary: "It opens." },
  reader,
  text,
  mentions: "",
  previous: "",
  ...more,
});
