import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { AppError } from "../errors.ts";

/**
 * The lines of a file, or of standard input for "-", unpacked when its name ends in .gz, read as they are asked for. Blank lines are left out but keep their number.
 * Throws AppError("invalid") when the file cannot be read or unpacked.
 */
export async function* readLines(file: string): AsyncGenerator<{ line: number; json: string }> {
  const bytes = file === "-" ? process.stdin : createReadStream(file);
  const gunzip = file.endsWith(".gz") ? createGunzip() : null;
  const lines = createInterface({ input: gunzip ?? bytes, crlfDelay: Number.POSITIVE_INFINITY });
  // What fails while bytes are read or unpacked ends the lines; here it is known why.
  let failure: Error | undefined;
  const failed = (error: Error): void => {
    failure = error;
    lines.close();
  };
  bytes.on("error", failed);
  if (gunzip) bytes.pipe(gunzip).on("error", failed);
  let line = 0;
  try {
    for await (const json of lines) {
      line += 1;
      if (json.trim() !== "") yield { line, json };
    }
  } catch (error) {
    failure ??= error as Error;
  } finally {
    bytes.destroy();
  }
  if (failure) throw new AppError("invalid", `${file} cannot be read: ${reasonOf(failure)}.`);
}

/** How many lines have something in them, so that progress has an end. */
export async function countLines(file: string): Promise<number> {
  let count = 0;
  for await (const _ of readLines(file)) count += 1;
  return count;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "there is no such file";
  if (error.code === "EISDIR") return "it is a folder";
  if (error.code === "EACCES") return "this user may not read it";
  if (error.code?.startsWith("Z_")) return "it is not whole gzip";
  return error.message;
}
