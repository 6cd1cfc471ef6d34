import type { z } from "zod";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { checkAddress } from "../outgoing/check-address.ts";
import { seal } from "../seal.ts";
import { type Installation, placeOfKey } from "./build.ts";
import type { updateScorers } from "./contract.ts";
import { findScorerSettings, type ScorerSettings, saveScorerSettings } from "./settings-store.ts";
import { retryUnscored } from "./unscored-store.ts";

/** Names that mean something already. */
const TAKEN = ["local", "semantic", "perspective", "openai"];

type Choice = z.output<typeof updateScorers.body>["scorers"][number];

/**
 * Puts an owner's list of scorers in the place of the one before. Keys that are left out stay; comments without a score are tried again at once.
 * Throws AppError("unprocessable") for an address nothing may be sent to, and where a key would go to another address than the one it was entered for.
 */
export async function chooseScorers(
  db: Db,
  input: { siteId: string; scorers: Choice[]; actor: string },
  installation: Installation,
): Promise<void> {
  for (const choice of input.scorers) await checkChoice(choice, installation);
  await inTransaction(db, async (tx) => {
    await lockSite(tx, input.siteId);
    const before = await findScorerSettings(tx, input.siteId);
    const after = input.scorers.map((choice) =>
      settingsOf(
        input.siteId,
        choice,
        before.find(({ name }) => name === choice.name),
        installation.secret,
      ),
    );
    await saveScorerSettings(tx, input.siteId, after);
    await retryUnscored(tx, input.siteId);
    await appendEvents(tx, [
      {
        type: "scorers.updated",
        siteId: input.siteId,
        actor: input.actor,
        data: {
          before: before.map(auditOf),
          after: after.map(auditOf),
          keysChanged: input.scorers.filter(({ key }) => key !== undefined).map(({ name }) => name),
        },
      },
    ]);
  });
}

async function checkChoice({ name, kind, url }: Choice, { allowPrivate }: Installation): Promise<void> {
  if (kind === "http" && url === null)
    throw new AppError(
      "unprocessable",
      `The scorer "${name}" needs the address that comments are posted to.`,
    );
  if ((kind === "perspective" || kind === "openai") && name !== kind)
    throw new AppError("unprocessable", `A scorer of this kind is called "${kind}".`);
  if (kind === "http" && TAKEN.includes(name))
    throw new AppError("unprocessable", `"${name}" is another scorer's name. Choose one of your own.`);
  if (url === null) return;
  if (kind === "installed") throw new AppError("unprocessable", `The scorer "${name}" has no address.`);
  await checkAddress(url, {
    allowPrivate,
    what: "comments to be scored",
    variable: "SCORERS_ALLOW_PRIVATE",
    instead: "enter a key instead.",
  });
}

function settingsOf(
  siteId: string,
  { key, ...choice }: Choice,
  before: ScorerSettings | undefined,
  secret: string,
): ScorerSettings {
  const { name } = choice;
  if (key) return { ...choice, sealedKey: seal(secret, placeOfKey(siteId, name), key) };
  const kept = key === undefined && before?.kind === choice.kind ? before.sealedKey : null;
  // Whoever may change an address must not learn a key by it.
  if (kept !== null && hostOf(before?.url) !== hostOf(choice.url))
    throw new AppError(
      "unprocessable",
      `The key of "${name}" was entered for another address. Enter the key for the new one too, or take it out.`,
    );
  if (choice.signed && kept === null)
    throw new AppError("unprocessable", `To sign what is sent to "${name}", enter a key to sign with.`);
  return { ...choice, sealedKey: kept };
}

const hostOf = (url: string | null | undefined): string | null => (url ? new URL(url).origin : null);

/** What the audit log keeps: never a key, and of an address only the host. */
function auditOf({ name, kind, enabled, use, timeoutMs, perSecond, url, signed, sealedKey }: ScorerSettings) {
  const host = url ? new URL(url).host : null;
  return { name, kind, enabled, use, timeoutMs, perSecond, host, signed, hasKey: sealedKey !== null };
}

/** Two owners who save at once follow each other. */
async function lockSite(tx: Tx, siteId: string): Promise<void> {
  await tx.query(`select from sites where id = $1 for update`, [siteId]);
}
