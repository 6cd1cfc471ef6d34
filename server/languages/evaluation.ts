/** A text, the language it is in by those who know (ISO 639-1), and the one that was told; null: none. */
export interface Told {
  text: string;
  language: string;
  told: string | null;
}

export interface LanguageLine {
  name: string;
  texts: number;
  /** Told right; for English, that no other was told. */
  right: number;
  /** Another language was told. */
  wrong: number;
  /** Nothing was told, so that it would be scored as English. */
  silent: number;
}

/** Letters of a text below which it counts as one of this length. */
const LENGTHS = [
  ["up to 19 letters", 20],
  ["20 to 49 letters", 50],
  ["50 to 99 letters", 100],
  ["100 letters and more", Number.POSITIVE_INFINITY],
] as const;

/** How often the language was told right, by language and by length. English that nothing is said of is right: it is scored as English. */
export function languageLines(all: readonly Told[]): {
  byLanguage: LanguageLine[];
  byLength: LanguageLine[];
} {
  const languages = [...new Set(all.map(({ language }) => language))].sort();
  const foreign = all.filter(({ language }) => language !== "en");
  let from = 0;
  return {
    byLanguage: languages.map((name) =>
      lineOf(
        name,
        all.filter(({ language }) => language === name),
      ),
    ),
    byLength: LENGTHS.map(([name, below]) => {
      const texts = foreign.filter(({ text }) => letters(text) >= from && letters(text) < below);
      from = below;
      return lineOf(name, texts);
    }),
  };
}

function lineOf(name: string, all: readonly Told[]): LanguageLine {
  const silent = all.filter(({ told }) => told === null).length;
  const right = all.filter(
    ({ language, told }) => told === language || (language === "en" && told === null),
  ).length;
  const wrong = all.filter(({ language, told }) => told !== null && told !== language).length;
  return { name, texts: all.length, right, wrong, silent };
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Both as a table in plain text. */
export function languageTable({ byLanguage, byLength }: ReturnType<typeof languageLines>): string {
  const shown = [
    ["language", "texts", "told right", "told wrong", "nothing told"],
    ...byLanguage.map(cells),
    ["not English, by length"],
    ...byLength.filter(({ texts }) => texts > 0).map(cells),
  ];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...shown.map((line) => line[i]?.length ?? 0)));
  return shown
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[i] as number)))
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
}

function cells({ name, texts, right, wrong, silent }: LanguageLine): string[] {
  const share = (n: number): string => `${n} (${((100 * n) / texts).toFixed(1)} %)`;
  return [name, String(texts), share(right), share(wrong), share(silent)];
}
