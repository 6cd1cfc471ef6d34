/** One line of the palette. */
export interface Command {
  id: string;
  group: string;
  words: string;
  /** As written on the keyboard; null where there is none. */
  keys: string | null;
  run: () => void;
}

/** The commands that have every word typed, in any order and however accented; those that begin with what is typed come first. */
export function search(commands: Command[], typed: string): Command[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const found = commands.filter(({ words, group }) => {
    const text = plain(`${group} ${words}`);
    return wanted.every((word) => text.includes(word));
  });
  const first = wanted[0];
  if (first === undefined) return found;
  const begins = ({ words }: Command) => plain(words).startsWith(first);
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
