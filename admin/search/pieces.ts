/** A stretch of text, marked or not. */
export interface Piece {
  start: number;
  text: string;
  marked: boolean;
}

/** Cuts a text where its marks begin and end. Marks come in order and do not overlap. */
export function pieces(text: string, marks: readonly { start: number; end: number }[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) out.push({ start: at, text: text.slice(at, start), marked: false });
    out.push({ start, text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) out.push({ start: at, text: text.slice(at), marked: false });
  return out;
}
