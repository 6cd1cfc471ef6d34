import { appRole } from "./app-role.ts";
import { waitForSchema } from "./migrate.ts";
import { connect, type Db } from "./pool.ts";

/**
 * Opens the application's pool once the database has this version's schema, which another process may be making; waits at most
 * `seconds`. Only then is the application's role there to become. Throws AppError as waitForSchema does.
 */
export async function openWhenMigrated(url: string, max: number, seconds: number): Promise<Db> {
  const login = connect(url, { max: 1 });
  try {
    await waitForSchema(login, seconds);
  } finally {
    await login.end();
  }
  return connect(url, { max, role: await appRole(url) });
}
