import { t } from "i18next";

/** As the server reads a word with an asterisk: three letters or more have to be left. */
const OPEN = /^(\*?)([\p{L}\p{M}\p{N}'’-]{3,}?)(\*?)$/u;

/** What an entry stands for, in a sentence or two. */
export function meaningOf(entry: string): string {
  const words = entry.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return "";
  const open = words.flatMap((word) => openPart(word) ?? []);
  if (words.length > 1) return [t("wordLists.meaning.phrase"), ...open].join(" ");
  if (open.length > 0) return open.join(" ");
  if (entry.includes("*")) return t("wordLists.meaning.masked");
  return t("wordLists.meaning.word", { word: words[0] as string });
}

function openPart(word: string): string | null {
  const [, before, stem, after] = OPEN.exec(word) ?? [];
  if (!stem || (!before && !after)) return null;
  if (before && after) return t("wordLists.meaning.within", { stem });
  return before ? t("wordLists.meaning.ends", { stem }) : t("wordLists.meaning.begins", { stem });
}
