import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../errors.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "it is on a disk that is read-only",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "there is a file of that name",
  ENOENT: "no folder can be made there",
  ENOSPC: "the disk is full",
};

/**
 * Makes the data folder, for its owner alone, or checks that files can be made in it. Throws
 * AppError("unavailable") with the reason where they cannot.
 */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    throw new AppError(
      "unavailable",
      `The data folder ${folder} cannot be used: ${REASONS[code] ?? (error as Error).message}. ` +
        "Make it writable, or set DATA_DIR to another folder.",
    );
  }
}

/** Node's own recursive mkdir never returns on a file system that answers ENOENT for good, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const parent = dirname(folder);
  if (!existsSync(parent)) makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
}
