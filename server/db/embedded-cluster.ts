import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Account, ENVIRONMENT } from "./embedded-account.ts";

export const SUPERUSER = "replydesk";
const PASSWORD_FILE = "replydesk-password";
const UNFINISHED = "init-";

/**
 * Makes the database's files in `folder`/cluster unless they are there, and returns the folder and the password.
 * They are made beside and renamed when whole, so an interrupted start leaves nothing half done; what it left is
 * removed here. `fsync` false is for tests.
 */
export async function prepareCluster(folder: string, initdb: string, account: Account, fsync: boolean) {
  for (const name of readdirSync(folder))
    if (name.startsWith(UNFINISHED))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  const cluster = join(folder, "cluster");
  if (!existsSync(cluster)) await createCluster(folder, cluster, initdb, account, fsync);
  return { cluster, password: readPassword(cluster) };
}

export function readPassword(cluster: string): string {
  return readFileSync(join(cluster, PASSWORD_FILE), "utf8");
}

async function createCluster(
  folder: string,
  cluster: string,
  initdb: string,
  account: Account,
  fsync: boolean,
) {
  const work = mkdtempSync(join(folder, UNFINISHED));
  const made = join(work, "cluster");
  const passwordFile = join(work, PASSWORD_FILE);
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (account.uid !== undefined)
    for (const path of [work, made, passwordFile]) chownSync(path, account.uid, account.gid ?? account.uid);
  try {
    await run(account, initdb, [
      `--pgdata=${made}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-instructions",
      ...(fsync ? [] : ["--no-sync"]),
    ]);
    renameSync(passwordFile, join(made, PASSWORD_FILE));
    renameSync(made, cluster);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 10 });
  }
}

function run({ prefix, uid, gid }: Account, program: string, args: readonly string[]): Promise<void> {
  const [command = program, ...rest] = [...prefix, program, ...args];
  const child = spawn(command, rest, {
    uid,
    gid,
    env: ENVIRONMENT,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`its first set-up failed: ${said.trim().split("\n").slice(-2).join(" ")}`));
    });
  });
}
