import type { Queryable } from "../db/pool.ts";
import { AppError, type ErrorCode } from "../errors.ts";
import { type Stop, stopsOf, type Writer } from "./stop-store.ts";

const CODE = { ban: "banned", suspend: "suspended", warn: "warned" } as const satisfies Record<
  Stop["kind"],
  ErrorCode
>;
const STRICTEST: Stop["kind"][] = ["ban", "suspend", "warn"];

/**
 * Why this person may not write now: banned, suspended or warned, in plain words, with `sanction`: its id, kind, the moderator's words and when it ends. null when
 * nothing forbids it.
 */
export async function refusalToWrite(
  db: Queryable,
  writer: Writer,
  now = new Date(),
): Promise<AppError | null> {
  const stops = await stopsOf(db, writer, now);
  const stop = strictest(stops);
  if (!stop) return null;
  const { id, kind, endsAt, byTrace } = stop;
  // What somebody else was told is nobody else's business.
  const words = byTrace ? null : stop.words;
  return new AppError(CODE[kind], sentence(writer.site.name, { ...stop, words }), {
    sanction: { id, kind, words, endsAt: endsAt?.toISOString() ?? null },
  });
}

/** Of several the strictest, of those the one that ends last. */
function strictest(stops: Stop[]): Stop | undefined {
  const end = (stop: Stop): number => stop.endsAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return stops.toSorted(
    (a, b) => STRICTEST.indexOf(a.kind) - STRICTEST.indexOf(b.kind) || (end(b) > end(a) ? 1 : -1),
  )[0];
}

function sentence(site: string, { kind, words, endsAt, byTrace }: Stop): string {
  const until = endsAt && `until ${WHEN.format(endsAt)} UTC`;
  if (byTrace)
    return `New readers from your network or with this e-mail address cannot comment on ${site} ${until}, because of what somebody wrote there. If that was not you, write to the editors.`;
  if (kind === "warn") return `Before you write again, please read this: ${words}`;
  return until
    ? `You cannot comment on ${site} ${until}. ${words}`
    : `You cannot comment on ${site} any more. ${words}`;
}

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
