/** Pictures that comments use as words, read as the word: 🖕 is no finger there, nor 🐷 a farm animal. */
const READ_AS: Record<string, string> = {
  fuck: "🖕",
  shit: "💩",
  "***": "🤬",
  pig: "🐷🐖🐽",
  monkey: "🐒🐵🙈🙉🙊",
  ape: "🦍🦧",
  rat: "🐀🐁",
  snake: "🐍",
  dog: "🐶🐕",
  cockroach: "🪳",
  clown: "🤡",
  trash: "🗑🚮",
  gun: "🔫",
  knife: "🔪🗡",
  bomb: "💣🧨",
  dead: "💀☠⚰🪦",
  vomit: "🤮🤢",
  gay: "🌈",
  muslim: "☪🧕🕌",
  jewish: "✡🕍",
  christian: "✝",
  disabled: "♿",
};

export const PICTURE_WORDS: ReadonlyMap<number, string> = new Map(
  Object.entries(READ_AS).flatMap(([word, pictures]) =>
    [...pictures].map((picture) => [picture.codePointAt(0) as number, word] as const),
  ),
);
