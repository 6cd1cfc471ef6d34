/** As facts are kept with a decision. They are rounded before they are judged, so that a rule tried on them later finds what it found then. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Below so many letters a share of capitals says nothing: "OK!", "USA". */
const FEW_LETTERS = 10;

/** The share of capitals among a text's letters that have two cases, 0 to 1. */
export function capitalsIn(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = capitals + (text.match(/\p{Ll}/gu)?.length ?? 0);
  return letters < FEW_LETTERS ? 0 : rounded(capitals / letters);
}

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/gu;

/** How many pictures a text has; a flag is one. */
export function emojiIn(text: string): number {
  return text.match(EMOJI)?.length ?? 0;
}

/** The domains of links, each once, in lower case and without www. */
export function domainsOf(links: readonly { url: string }[]): string[] {
  const domains = links.flatMap(({ url }) => {
    if (!URL.canParse(url)) return [];
    return [new URL(url).hostname.replace(/^www\./, "")];
  });
  return [...new Set(domains)].filter((domain) => domain !== "");
}
