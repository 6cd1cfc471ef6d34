import type { TFunction } from "i18next";
import type { LogEntry } from "../../server/audit/contract.ts";

/** An entry in a sentence: who did what to what. */
export function sentence(t: TFunction, entry: LogEntry, people: Readonly<Record<string, string>>): string {
  const { type, data } = entry;
  const person = nameOf(data.moderatorId, people);
  const words = {
    actor: actorName(t, entry, people),
    reader: entry.reader?.name ?? t("log.who.reader"),
    person: person ?? t(type === "moderator.created" ? "log.who.somebodyFirst" : "log.who.somebody"),
    name: text(data.name) ?? t("log.who.somebody"),
  };
  if (data.action === "undo" && entry.commentId) return t("log.undone", words);
  if (data.action === "undo" && type === "batch.made") return t("log.batchUndone", words);
  if (type === "comment.unfeatured" && data.decisionId) return t("log.featureEnded", words);
  if (type === "claim.made" && data.takenFrom)
    return t("log.takenOver", { ...words, person: nameOf(data.takenFrom, people) ?? t("log.who.somebody") });
  if (type === "session.refused" && data.what === "code") return t("log.wrongCodes", words);
  return t(`log.says.${type}`, words);
}

/** Who did it, as a sentence begins with them. */
export function actorName(
  t: TFunction,
  { actor, reader }: LogEntry,
  people: Readonly<Record<string, string>>,
): string {
  if (actor === "rules" || actor === "system") return t(`log.who.${actor}`);
  const [kind, id = ""] = actor.split("/");
  if (kind === "reader") return reader?.id === id ? reader.name : t("log.who.readerFirst");
  return people[id] ?? t("log.who.somebodyFirst");
}

const nameOf = (id: unknown, people: Readonly<Record<string, string>>): string | undefined =>
  typeof id === "string" ? people[id] : undefined;

const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);
