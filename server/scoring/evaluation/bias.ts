import { IDENTITY_TERMS } from "../local/identity-terms.ts";
import { areaUnderCurve } from "../local/train/metrics.ts";

/** How the score treats texts that name a group (Borkan and others 2019): each an AUC, so 1 is best and .5 is chance. */
export interface TermBias {
  term: string;
  count: number;
  /** Among texts that name it. */
  subgroup: number;
  /** Harmless texts that name it against toxic ones that do not: low means the name alone raises the score. */
  bpsn: number;
  /** Toxic texts that name it against harmless ones that do not: low means the name hides toxicity. */
  bnsp: number;
}

/** Fewer texts of either kind say nothing about a term. */
const ENOUGH = 15;

/** The terms that enough texts of both kinds name, the worst first. */
export function biasByTerm(
  texts: readonly string[],
  scores: readonly number[],
  bad: readonly boolean[],
): TermBias[] {
  const naming = new Map<string, number[]>(IDENTITY_TERMS.map((term) => [term, []]));
  texts.forEach((text, i) => {
    for (const word of new Set(text.toLowerCase().match(/\p{L}+/gu))) naming.get(word)?.push(i);
  });
  const labels = bad.map(Number);
  const found: TermBias[] = [];
  for (const [term, rows] of naming) {
    const toxic = rows.filter((i) => bad[i]).length;
    if (toxic < ENOUGH || rows.length - toxic < ENOUGH) continue;
    const names = new Set(rows);
    const auc = (keep: (i: number) => boolean): number => {
      const kept = scores.map((_, i) => i).filter(keep);
      return areaUnderCurve(
        kept.map((i) => scores[i] as number),
        kept.map((i) => labels[i] as number),
      );
    };
    found.push({
      term,
      count: rows.length,
      subgroup: auc((i) => names.has(i)),
      bpsn: auc((i) => names.has(i) !== bad[i]),
      bnsp: auc((i) => names.has(i) === bad[i]),
    });
  }
  return found.sort((a, b) => Math.min(a.bpsn, a.bnsp) - Math.min(b.bpsn, b.bnsp));
}
