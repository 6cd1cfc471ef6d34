/** Drawn for the demo article. Colours come from the page's style sheet, so they follow light and dark. */

function arch(x: number): string {
  return `<path class="stone" d="M${x} 232v-52h150v52h-15c0-34-27-50-60-50s-60 16-60 50z"/>`;
}

export const BRIDGE = `<svg viewBox="0 0 900 340" role="img" aria-label="Drawing: a stone bridge of four arches over a river at evening, with a tram crossing it.">
<rect class="sky" width="900" height="340"/>
<circle class="sun" cx="676" cy="112" r="44"/>
<path class="hill far" d="M0 206c120-58 208-52 316-22s190 4 292-26 208-22 292 14v90H0z"/>
<path class="hill" d="M0 222c92-30 176-22 262-4s164 8 250-8 252-22 388 10v60H0z"/>
<path class="town" d="M18 229v-49l16-14 16 14v-30h30v40h18v-62l13-26 13 26v62h22v-24h36v24h14v39zM720 229v-43h26v-20l17-13 17 13v20h16v-46h34v46h20v-26h30v69z"/>
<rect class="water" y="228" width="900" height="112"/>
<path class="glint" d="M560 252h210M610 268h150M590 288h70M690 306h60M120 262h90M70 284h50M300 300h80"/>
${[150, 300, 450, 600].map(arch).join("\n")}
<path class="stone" d="M96 172h708v60h-54v-50H150v50H96zM96 158h708v5H96z"/>
<path class="rail" d="M110 163v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10m45-10v10"/>
<path class="wire" d="M102 96h696M102 90v70M220 96v64M460 96v64M700 96v64M798 90v70"/>
<g class="tram"><path d="M322 116h152a8 8 0 0 1 8 8v32a6 6 0 0 1-6 6H320a6 6 0 0 1-6-6v-32a8 8 0 0 1 8-8z"/><path class="wire" d="M398 116l-12-10 12-10"/></g>
<path class="pane" d="M324 124h22v18h-22zM354 124h22v18h-22zM384 124h22v18h-22zM414 124h22v18h-22zM446 124h26v18h-26z"/>
<g class="walker"><circle cx="556" cy="142" r="3.6"/><path d="M552 148h8l1 12h-10z"/><circle cx="574" cy="144" r="3.2"/><path d="M570.500 149h7l1 11h-9z"/><circle cx="250" cy="142" r="3.600"/><path d="M246 148h8l1 12h-10z"/></g>
</svg>`;

const CROSSINGS = [
  ["On foot", 9_400],
  ["Bus", 6_100],
  ["Car or van", 5_200],
  ["Bicycle", 3_300],
] as const;

const LABEL = 118;
const WIDEST = 420;
const ROW = 44;

/** How the town crosses the bridge: bars with their numbers, and the same as text for those who do not see them. */
export const CROSSINGS_CHART = `<svg viewBox="0 0 620 ${CROSSINGS.length * ROW}" role="img" aria-label="People crossing on a weekday: ${CROSSINGS.map(([how, count]) => `${how.toLowerCase()} ${count.toLocaleString("en")}`).join(", ")}.">
${CROSSINGS.map(([how, count], row) => {
  const width = Math.round((count / CROSSINGS[0][1]) * WIDEST);
  const middle = row * ROW + 26;
  return `<text x="0" y="${middle}">${how}</text><rect class="bar${how === "Car or van" ? " marked" : ""}" x="${LABEL}" y="${row * ROW + 6}" width="${width}" height="30" rx="2"/><text class="number" x="${LABEL + width + 10}" y="${middle}">${count.toLocaleString("en")}</text>`;
}).join("\n")}
</svg>`;
