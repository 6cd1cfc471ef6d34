/** FNV-1a over UTF-16 units: one 32-bit word a token, reused for every table and feature. */
export const HASH_SEED = 0x811c9dc5 | 0;

export function hashUnits(units: Uint16Array, from: number, to: number, seed = HASH_SEED): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] as number), 0x01000193);
  return hash;
}

export function hashString(text: string, seed = HASH_SEED): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Spreads the bits of a hash, so that its low bits can address a bucket. */
export function spread(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
