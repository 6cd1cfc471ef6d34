import pg from "pg";

/** The role that can read and write everything but only add to the audit log; migration 0001 makes it. */
export const APP_ROLE = "replydesk_app";

/** The role's name when it exists and the login of `url` may become it, else null. */
export async function appRole(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`set role ${APP_ROLE}`);
    return APP_ROLE;
  } catch (error) {
    const code = (error as { code?: string }).code;
    // 22023: no such role; 42501: not a member.
    if (code === "22023" || code === "42501" || code === "42704") return null;
    throw error;
  } finally {
    await client.end();
  }
}
