import { words } from "./words.ts";

export const MAX_TEXT = 5_000;
const NEAR = 500;

/** How many characters are left, once it matters. */
export function Left({ text }: { text: string }) {
  const left = MAX_TEXT - text.length;
  if (left > NEAR) return null;
  return <p class={left < 0 ? "left problem" : "left"}>{left < 0 ? words.over(-left) : words.left(left)}</p>;
}
