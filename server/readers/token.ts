import { createHmac, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";

/**
 * A guest's token: the reader's id and a signature over it, both base64url. Whoever holds it is that reader on that installation;
 * nothing is stored for it. 16 bytes of signature: a guess has one chance in 2^128.
 */
export function readerToken(secret: string, readerId: string): string {
  const id = Buffer.from(readerId.replaceAll("-", ""), "hex").toString("base64url");
  return `${id}.${sign(secret, readerId).toString("base64url")}`;
}

/** The reader an `Authorization: Bearer` header speaks for, or null when it is absent or not ours. */
export function readerOfToken(secret: string, authorization: string | undefined): string | null {
  const token = /^Bearer ([\w-]{22})\.([\w-]{22})$/i.exec(authorization ?? "");
  if (!token) return null;
  const hex = Buffer.from(token[1] as string, "base64url").toString("hex");
  const readerId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(sign(secret, readerId), Buffer.from(token[2] as string, "base64url"))
    ? readerId
    : null;
}

/** Every comment is checked against one signature and answered with one: a reader's is the same each time. */
const signatures = new LRUCache<string, Buffer>({ max: 20_000 });

function sign(secret: string, readerId: string): Buffer {
  const key = `${secret} ${readerId}`;
  const known = signatures.get(key);
  if (known) return known;
  const signature = createHmac("sha256", secret).update(`reader:${readerId}`).digest().subarray(0, 16);
  signatures.set(key, signature);
  return signature;
}
