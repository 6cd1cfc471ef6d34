import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, readdirSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { packageRoot } from "../package-root.ts";

/** How PostgreSQL's programs are started: words before the command, and the user to become. */
export interface Account {
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** A fixed search path and language, so that nothing in the caller's environment changes what PostgreSQL does. */
export const ENVIRONMENT = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
};

const SAME: Account = { prefix: [] };
/** The user's name is of no matter, but PostgreSQL's set-up insists that it has one: this one nearly always does. */
const NOBODY = 65534;
/** The same user under another name: the files stay the caller's, and PostgreSQL sees an ordinary user. */
const RENAMED: Account = {
  prefix: ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"],
};

/**
 * PostgreSQL refuses to run as root, or as a user without a name. Finds a way to run `postgres` on `folder` here:
 * as we are; under another name in a user namespace; or, where that is forbidden and we are root, as the owner of
 * the files or nobody, to whom the folder is then given. Throws an Error that says why there is none.
 */
export function findAccount(folder: string, postgres: string): Account {
  const cluster = join(folder, "cluster");
  const owner = existsSync(cluster) ? statSync(cluster).uid : null;
  if (process.getuid?.() !== 0) return findOrdinary(folder, postgres, owner);
  if (!owner && works(RENAMED, folder, postgres)) return RENAMED;
  const candidates = owner ? [owner] : [statSync(packageRoot()).uid, NOBODY].filter((uid) => uid !== 0);
  for (const uid of candidates) {
    const account: Account = {
      prefix: [],
      uid,
      gid: uid === NOBODY ? NOBODY : statSync(owner ? cluster : packageRoot()).gid,
    };
    giveTo(uid, account.gid ?? uid, folder);
    if (works(account, folder, postgres)) return account;
  }
  giveTo(owner ?? 0, 0, folder);
  throw new Error(
    "PostgreSQL does not run as root, and this system allows root no other way; start it as an ordinary user",
  );
}

function findOrdinary(folder: string, postgres: string, owner: number | null): Account {
  if (owner !== null && owner !== process.getuid?.())
    throw new Error(`${folder} belongs to another user, who started Replydesk here before`);
  const named = hasName();
  if (named && works(SAME, folder, postgres)) return SAME;
  if (works(RENAMED, folder, postgres)) return RENAMED;
  throw new Error(
    named
      ? `${postgres} does not run on this system`
      : `the user ${process.getuid?.()} has no name in /etc/passwd`,
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function works({ prefix, uid, gid }: Account, folder: string, postgres: string): boolean {
  const [command = "sh", ...rest] = [
    ...prefix,
    "sh",
    "-c",
    'test -w "$0" && exec "$1" --version',
    folder,
    postgres,
  ];
  const options = { uid, gid, env: ENVIRONMENT, cwd: "/", timeout: 20_000, stdio: "ignore" as const };
  return spawnSync(command, rest, options).status === 0;
}

/** The folder's own parent must let the other user through, but not list what it holds. */
function giveTo(uid: number, gid: number, folder: string): void {
  chmodSync(dirname(folder), statSync(dirname(folder)).mode | 0o011);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const path of [folder, ...names.map((name) => join(folder, name))]) chownSync(path, uid, gid);
}
