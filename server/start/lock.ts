import { randomUUID } from "node:crypto";
import {
  linkSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { processIdentity } from "./process-identity.ts";

interface Holder {
  /** Names this lock among all that the folder ever had. */
  readonly id: string;
  readonly pid: number;
  readonly identity: string | null;
  /** Which set of pids `pid` belongs to; a container has its own. */
  readonly pids: string | null;
  readonly url: string | null;
}

export interface DataFolderLock {
  /** Notes where this process answers, for the message that a second one shows. */
  announce(url: string): void;
  release(): void;
}

const FILE = "replydesk.lock";
/** A holder whose process cannot be seen from here touches its lock; one untouched for this long, in ms, is dead. */
const SILENCE = 15_000;
const TOUCH = 5_000;
/** Longer than any process takes between reading a dead lock and replacing it. */
const SETTLE = 50;

function pidNamespace(): string | null {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return null;
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function lives(holder: Holder, file: string): boolean {
  if (holder.pids === pidNamespace())
    return holder.identity !== null && processIdentity(holder.pid) === holder.identity;
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < SILENCE;
}

/** The process that runs on this data folder, or null. */
export function lockHolder(dataDir: string): { pid: number; url: string | null } | null {
  const file = join(dataDir, FILE);
  const holder = read(file);
  return holder && lives(holder, file) ? { pid: holder.pid, url: holder.url } : null;
}

function refuse(holder: { pid: number; url: string | null }): never {
  const where = holder.url ? ` at ${holder.url}` : "";
  throw new AppError(
    "conflict",
    `Replydesk already runs here (pid ${holder.pid})${where}. Stop it first, or set DATA_DIR to another folder.`,
  );
}

/**
 * Takes the data folder for this process until release(). The lock of a process that is gone (killed, or before a
 * restart of the machine) is replaced, also when its pid is another program's by now. Throws AppError("conflict")
 * that names the process and its address when one runs.
 */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
  const file = join(dataDir, FILE);
  const mine: Holder = {
    id: randomUUID(),
    pid: process.pid,
    identity: processIdentity(process.pid),
    pids: pidNamespace(),
    url: null,
  };
  await claim(dataDir, file, mine);
  const touch = setInterval(() => touchFile(file), TOUCH).unref();
  return {
    announce(url) {
      if (read(file)?.id === mine.id) put(dataDir, { ...mine, url }, (draft) => renameSync(draft, file));
    },
    release() {
      clearInterval(touch);
      if (read(file)?.id === mine.id) rmSync(file, { force: true });
    },
  };
}

function touchFile(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Whoever removed the lock takes the consequences; the next start makes a new one.
  }
}

/** Writes a draft beside the lock, so that the lock itself is only ever whole. */
function put(dataDir: string, holder: Holder, place: (draft: string) => void): void {
  const draft = join(dataDir, `${FILE}.${holder.id}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    place(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

async function claim(dataDir: string, file: string, mine: Holder): Promise<void> {
  try {
    // A hard link fails where the file exists, so only one of several processes makes the first lock.
    put(dataDir, mine, (draft) => linkSync(draft, file));
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  }
  const living = lockHolder(dataDir);
  if (living) refuse(living);
  // Several processes may replace a dead lock at once; the last one stays, and the others find it here.
  put(dataDir, mine, (draft) => renameSync(draft, file));
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  const winner = read(file);
  if (winner?.id !== mine.id) refuse(winner ?? { pid: 0, url: null });
}
