import type { Queryable } from "../db/pool.ts";
import { MOST_OTHERS } from "./limits.ts";
import { bandsOf, isNear, signatureOf } from "./signature.ts";
import {
  type Earlier,
  findEarlier,
  type Repeats,
  repeatsTold,
  type Signed,
  saveSignatures,
  timeOf,
  WINDOW,
} from "./store.ts";

interface Posted {
  id: string;
  siteId: string;
  readerId: string;
  text: string;
}

const NONE: Repeats = { own: 0, others: 0 };

/**
 * How often each of these comments was said in the day before it: by its reader, and by how many others. What was posted first is no repeat, in whatever order they are
 * judged; only of two that two processes judge at one moment the second may miss the first. Of a comment posted more than a day ago it answers what the
 * rules were told then; nothing where they were not.
 */
export async function findRepeats(
  db: Queryable,
  comments: readonly Posted[],
  now: Date,
): Promise<Map<string, Repeats>> {
  const old = comments.filter(({ id }) => timeOf(id) < now.getTime() - WINDOW).map(({ id }) => id);
  const found = old.length > 0 ? await repeatsTold(db, old) : new Map<string, Repeats>();
  const signed: Signed[] = [];
  for (const { id, siteId, readerId, text } of comments) {
    if (old.includes(id)) continue;
    const signature = signatureOf(text);
    if (signature) signed.push({ id, readerId, signature, bands: bandsOf(siteId, signature) });
    else found.set(id, NONE);
  }
  if (signed.length === 0) return found;
  // First kept, then looked for: those that are judged together see one another.
  await saveSignatures(db, signed);
  const earlier = await findEarlier(db, signed);
  for (const { id, signature } of signed) {
    const near = ({ signature: other }: Earlier) => isNear(signature, other);
    const { own = [], others = [] } = earlier.get(id) ?? {};
    const readers = new Set(others.filter(near).map(({ readerId }) => readerId));
    found.set(id, { own: own.filter(near).length, others: Math.min(MOST_OTHERS, readers.size) });
  }
  return found;
}
