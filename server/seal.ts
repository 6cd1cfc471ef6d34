import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const FORM = "v1";

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "replydesk keys at rest v1", 32));
}

/**
 * Encrypts a short secret for the database: AES-256-GCM under a key made by HKDF-SHA256 (RFC 5869) from the installation's secret. `place` is where it is kept;
 * only there can it be opened again, so a sealed key copied to another row is of no use.
 */
export function seal(secret: string, place: string, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [FORM, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** What was sealed; null when it was sealed with another secret, for another place, or has been changed. */
export function unseal(secret: string, place: string, sealed: string): string | null {
  const [form, ...parts] = sealed.split(".");
  const [nonce, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
  if (form !== FORM || nonce?.length !== 12 || tag?.length !== 16 || !body) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFrom(secret), nonce);
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
