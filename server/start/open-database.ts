import { joinEmbedded, startEmbedded } from "../db/embedded.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { type DataFolderLock, lockDataFolder, lockHolder } from "./lock.ts";

export interface OpenedDatabase {
  readonly url: string;
  /** Whether this is the built-in PostgreSQL. */
  readonly embedded: boolean;
  /** The data folder's lock; null with a database of one's own, and for a command beside a running server. */
  readonly lock: DataFolderLock | null;
  /** Stops the built-in PostgreSQL if this process is the one that runs it, and gives the folder back. */
  close(): Promise<void>;
}

interface Where {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/**
 * The database a process of its own works on: DATABASE_URL, else the built-in PostgreSQL on the data folder, which
 * no second process may then run on. Throws AppError with what to do where it cannot. `beforeStart` runs once the
 * folder is ours and before PostgreSQL starts: for checks that a second start would fail as well, such as the port.
 */
export async function openDatabase(
  { databaseUrl, dataDir }: Where,
  beforeStart: () => Promise<void> = async () => {},
): Promise<OpenedDatabase> {
  if (databaseUrl) {
    await beforeStart();
    return { url: databaseUrl, embedded: false, lock: null, close: async () => {} };
  }
  prepareDataFolder(dataDir);
  const lock = await lockDataFolder(dataDir);
  try {
    await beforeStart();
    const server = await startEmbedded(dataDir);
    return {
      url: server.url,
      embedded: true,
      lock,
      async close() {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The same for a command (migrate, seed, …), which may work beside a running server and then leaves it running. */
export async function joinDatabase(where: Where): Promise<OpenedDatabase> {
  if (where.databaseUrl || !lockHolder(where.dataDir)) return openDatabase(where);
  return { url: await joinEmbedded(where.dataDir), embedded: true, lock: null, close: async () => {} };
}
