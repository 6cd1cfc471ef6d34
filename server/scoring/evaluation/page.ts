import { escapeHtml } from "../../comments/render.ts";
import type { TermBias } from "./bias.ts";
import type { AttributeFigures, Evaluation } from "./evaluation.ts";
import { bars, dots, line, plot } from "./plots.ts";

const three = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(3));
const words = (attribute: string): string => {
  const plain = attribute.toLowerCase().replaceAll("_", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

export interface Heading {
  /** The scorer with its version. */
  scorer: string;
  file: string;
  at: Date;
}

/** The report as one HTML page that needs nothing else: figures, and for each attribute four plots. Holds no text of the rows. */
export function pageOf(evaluation: Evaluation, { scorer, file, at }: Heading): string {
  const { rows, attributes, bias, cost } = evaluation;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(scorer)} on ${escapeHtml(file)}</title><style>${STYLE}</style></head><body><main>
<header><h1>${escapeHtml(scorer)}</h1>
<p>on <b>${escapeHtml(file)}</b>, ${rows.toLocaleString("en")} texts, <time>${at.toISOString().slice(0, 10)}</time>. A text cost ${cost.mean.toFixed(3)} ms (median ${cost.p50.toFixed(3)}, p99 ${cost.p99.toFixed(3)}).</p></header>
${figuresTable(attributes)}
${attributes.map(section).join("\n")}
${bias.length > 0 ? biasSection(bias) : ""}
</main></body></html>
`;
}

function figuresTable(attributes: readonly AttributeFigures[]): string {
  const lines = attributes.map(
    ({ attribute, count, bad, auc, interval, curves, calibrationError }) =>
      `<tr><th scope="row">${words(attribute)}</th><td>${count}</td><td>${bad}</td><td><b>${three(auc)}</b></td><td>${three(interval.low)} to ${three(interval.high)}</td><td>${three(curves.averagePrecision)}</td><td>${three(curves.precisionAt.half)}</td><td>${three(curves.precisionAt.most)}</td><td>${three(calibrationError)}</td></tr>`,
  );
  return `<div class="wide"><table><thead><tr><th></th><th>Judged</th><th>Bad</th><th>AUC</th><th>95 % interval</th><th>Average precision</th><th>Precision at recall .5</th><th>at recall .8</th><th>Calibration error</th></tr></thead><tbody>${lines.join("")}</tbody></table></div>`;
}

function section({ attribute, curves, auc, count, bad }: AttributeFigures): string {
  const { roc, precisionRecall, reliability, histogram } = curves;
  const diagonal = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  const base = [
    { x: 0, y: bad / count },
    { x: 1, y: bad / count },
  ];
  return `<section><h2>${words(attribute)}</h2><div class="plots">
${plot("Found against false alarms", "false alarms", "found", line(diagonal, "quiet") + line(roc, "main"), `ROC, area ${three(auc)}`)}
${plot("Precision against recall", "recall", "precision", line(base, "quiet") + line(precisionRecall, "main"), "the flat line is chance")}
${plot("Does the score mean what it says?", "score", "share called so", line(diagonal, "quiet") + dots(reliability.map(({ score, share, count: n }) => ({ x: score, y: share, weight: n }))), "on the line: exactly; dots by how many")}
${plot("Where the scores lie", "score", "share of each kind", bars(histogram), "grey: harmless, red: bad")}
</div></section>`;
}

function biasSection(bias: readonly TermBias[]): string {
  const lines = bias.map(
    ({ term, count, subgroup, bpsn, bnsp }) =>
      `<tr><th scope="row">${escapeHtml(term)}</th><td>${count}</td>${[subgroup, bpsn, bnsp].map((v) => `<td style="--v:${Math.max(0, (v - 0.5) * 2).toFixed(3)}" class="meter">${three(v)}</td>`).join("")}</tr>`,
  );
  return `<section><h2>Texts that name a group</h2><p>An area under the curve each: 1 is best, .5 is chance. <b>BPSN</b> low: the name alone raises the score. <b>BNSP</b> low: the name hides toxicity.</p>
<div class="wide"><table><thead><tr><th></th><th>Texts</th><th>Among themselves</th><th>BPSN</th><th>BNSP</th></tr></thead><tbody>${lines.join("")}</tbody></table></div></section>`;
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d1f23;--soft:#646a73;--line:#d8dce2;--paper:#fff;--main:#2458c5;--bad:#c0392b;--good:#8a929e}
@media(prefers-color-scheme:dark){:root{--ink:#e7e9ec;--soft:#9aa1ab;--line:#343942;--paper:#16181c;--main:#7ea6ff;--bad:#f0705f;--good:#6c747f}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:75rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{margin:0;font-size:1.6rem}h2{margin:2.5rem 0 .75rem;font-size:1.2rem}
header p,section>p{color:var(--soft);margin:.25rem 0 1.25rem}.wide{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}th,td{padding:.4rem .9rem;text-align:right;border-bottom:1px solid var(--line)}
th:first-child{text-align:left}thead th{color:var(--soft);font-weight:500;vertical-align:bottom}
.meter{background:linear-gradient(90deg,color-mix(in srgb,var(--main) 22%,transparent) calc(var(--v)*100%),transparent 0)}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.5rem}figure{margin:0}figcaption{font-size:.85rem}figcaption small{display:block;color:var(--soft)}
svg{width:100%;height:auto;display:block;overflow:visible}svg text{fill:var(--soft);font:10px system-ui,sans-serif}
.axis{stroke:var(--line);fill:none}.main{stroke:var(--main);stroke-width:2;fill:none}.quiet{stroke:var(--good);stroke-dasharray:3 3;fill:none}
.dot{fill:var(--main);fill-opacity:.75}.good{fill:var(--good);fill-opacity:.7}.bad{fill:var(--bad);fill-opacity:.7}`;
