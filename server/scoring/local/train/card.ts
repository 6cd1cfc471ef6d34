import type { Model } from "../model.ts";
import { WIDTH } from "../network.ts";
import { type Figures, HIGH, LOW } from "./evaluate.ts";
import type { Recipe } from "./train-model.ts";

/** Kept by hand: every training whose figures were looked at before a choice. */
const CONFIGURATIONS = 88;

const SETS: Record<string, string> = {
  jigsaw_dev:
    "2,656 Wikipedia comments, weighed to the natural share of bad ones (9.8 %). Also used to calibrate.",
  jigsaw_dev2: "841 Wikipedia comments; 5 threats and 21 identity attacks only.",
  wiki_natural_with_perspective: "10,000 Wikipedia comments at the natural rate; 59 are toxic to people.",
  opinions_with_perspective: "155 short opinions with Perspective's own score.",
  identity_madlibs:
    "76,564 template sentences. Some of our contrast frames have a similar shape, so read it as a check, not as a proof of fairness.",
  toxic_spans:
    "3,969 news comments with the characters that people marked; the other half of the set was used to choose when to mark. Three in four of these comments are also among the Civil Comments rows in training, with labels but without marks.",
  "evasion, recall at 5 % false alarms":
    "The toxic comments of jigsaw_dev with the words that give them away disguised; `plain` is undisguised. How often one is still found.",
  "civil, kept apart (TOXICITY)": "News comments, all of them flagged by someone: which were judged toxic?",
  "hatemoji, kept apart (IDENTITY_ATTACK)":
    "Adversarial hate with emoji against near-identical harmless twins.",
  "stormfront, kept apart (IDENTITY_ATTACK)": "Forum sentences, hate or not.",
  "contrast frames kept apart": "Our own sentences of wordings never trained on: share at or above .5.",
};

function table(set: string, figures: Record<string, number>): string {
  const rows = Object.entries(figures)
    .filter(([name]) => !name.endsWith(LOW) && !name.endsWith(HIGH))
    .map(([name, value]) => {
      const low = figures[name + LOW];
      const high = figures[name + HIGH];
      const between =
        low === undefined || high === undefined ? "" : ` (${low.toFixed(3)}–${high.toFixed(3)})`;
      return `| ${name} | ${value.toFixed(3)}${between} |`;
    });
  return [`### ${set}`, "", SETS[set] ?? "", "", "| | |", "|---|---:|", ...rows, ""].join("\n");
}

/** The model card, with the figures of this very training. */
export function modelCard(model: Model, figures: Figures, recipe: Recipe, count: number): string {
  const { id, version } = model.header;
  return `# Model card: ${id} ${version}

Written by \`npm run train\`; edit \`server/scoring/local/train/card.ts\` instead.

## What it is for

It scores English reader comments for TOXICITY, SEVERE_TOXICITY, INSULT, PROFANITY, THREAT and IDENTITY_ATTACK, offline, so
that a site can hold the likely bad ones for a person and warn a writer before posting. A score is an estimate of how many
of ten people would call the comment so, as Wikipedia's raters did. It is **not** made to reject comments unseen, to judge
people, or to score other languages.

## How it works

The text is first normalised (compatibility forms, invisible characters, accents, look-alikes, upside-down letters, leetspeak,
masks such as f\\*ck, letters set apart or swapped, stretched and broken words, spelling by ear, emoji used as words), with the
help of a list of words counted in the texts below (\`words.txt\`, and \`words.bin\` as it is read, by \`npm run words\`), and hashed into 2^18 features: words, pairs of neighbours, pieces of 3 to 5
letters; of some 1,500 words that play a part in abuse (\`word-classes.ts\`, written for this project) also that part, and
the part with what stands beside it, so that "you are a" and an insult nobody used in the data are still understood. Names of
groups are one word to the model, so none weighs by itself. Two readers judge these features:

- **Weights**: a logistic regression a head, features present or absent, weighed by rarity and scaled by their naive Bayes log-ratio
  for toxicity (Wang and Manning 2012); AdaGrad (${recipe.epochs} epochs, rate ${recipe.rate}, shrinkage ${recipe.shrink}); signed square roots in one byte.
- **A network**: each word becomes ${WIDTH} numbers, the sum of its features' rows; of each number the text keeps the highest (max-pooling, as
  in Collobert and others 2011), and these are weighed. One insult in 3,000 letters so counts as much as in 30. AdaGrad
  (${recipe.networkEpochs} epochs, rate ${recipe.networkRate}, ${100 * recipe.drop} % of words and ${100 * recipe.dropNumbers} % of numbers left out); one byte a number.

Labels nobody gave are left out of both. Each is calibrated by Platt's scaling on jigsaw_dev, and the log-odds are averaged
and calibrated again; no weight is fitted between the two. THREAT, of which there is too little for either to learn more, is read by the weights
alone, and they by words, pairs and pieces alone, not by the parts that words play. The
words that drove a score are found by leaving each out. The file has 3.94 MB.

Reading stops after 20,480 UTF-16 units. Training is deterministic: \`npm run train -- --data FOLDER\` gives the same file.

## What it learned from

${count.toLocaleString("en")} texts. None of them is in this repository.

| Data | Use | Licence and attribution |
|---|---|---|
| Jigsaw Toxic Comment Classification Challenge 2018 (part) | weight 1; dev parts for choice and figures | labels CC0 by Jigsaw; comments by Wikipedia's contributors, CC BY-SA 3.0 |
| Civil Comments, through ipavlopoulos/toxic_spans (SemEval-2021 task 5) | weight ${recipe.civil}; one row in ten kept apart | CC0 |
| HatemojiBuild (Kirk, Vidgen, Röttger, Thrush, Hale, 2022) | weight ${recipe.hatemoji}; one row in ten kept apart | CC BY 4.0 |
| Hate speech dataset from a white supremacist forum (de Gibert, Perez, García-Pablos, Cuadros, 2018; Vicomtech) | weight ${recipe.stormfront}; one row in ten kept apart | CC BY-SA 3.0 |
| Contrast sentences of this project (\`train/contrast.ts\`) | weight ${recipe.contrast}; every eighth frame kept apart | this repository's |
| Hate speech and offensive language tweets (Davidson, Warmsley, Macy, Weber, 2017) | ${recipe.davidson > 0 ? `weight ${recipe.davidson}` : "none: it over-flags African-American English"} | MIT |
| context_toxicity (Pavlopoulos and others), unintended-ml-bias-analysis and conversationai-moderator (Jigsaw) | figures only | Apache-2.0; Wikipedia text CC BY-SA 3.0 |

The model holds weights of hashed features and no text. Changes made to the CC BY-SA and CC BY works: normalised, counted, and
summed into weights.

## Figures

${CONFIGURATIONS} configurations were compared, on a tenth of the Wikipedia training rows set aside for that and on jigsaw_dev, with
jigsaw_dev2 and the other sets looked at beside them: kinds of features and of pieces, weighting of rarity and length, rates and shrinkage,
weights of the data sets, widths, pooling and dropout of the network, and what is averaged. So the figures of all these sets are a little
flattered. The fifty harmless sentences of \`test/scoring/identity.test.ts\` stand in no frame, but when some of them scored too high, frames of
other wording about the same (to deserve, to be welcome) were added. So with the harmless frames kept
apart: three wordings made up most of those that scored too high (he said they should be deported; no one deserves to die for that; stop saying that), and
frames of other wording about the same were added, so that figure flatters more than the others.

AUC is the chance that a bad comment scores above a good one, with its 95 % interval (bootstrap of rows); ECE the mean gap between probability and truth. BPSN: harmless
sentences that name the group against toxic ones that do not; BNSP the reverse.

${Object.entries(figures)
  .map(([set, values]) => table(set, values))
  .join("\n")}
## Known weaknesses

- **News comments**: trained mostly on Wikipedia's talk pages. On news sites it ranks worse and its probabilities hold less well;
  set thresholds on your own history (back-test) rather than by the number.
- **Meaning beyond words**: irony, implied or negated hate, reported speech and dog whistles are near chance.
- **Short texts** of one or two words are scored with too much confidence either way.
- **Long texts** dilute for the weights: one insult in 3,000 letters counts for less than in 30; the network makes up for half of it.
- **Names of groups**: since all are one word to the model, it cannot tell a slur-like use of a plain name from a plain one, and
  names missing from its list (\`identity-terms.ts\`) carry whatever the data taught.
- **Dialect**: raters over-flag African-American English; the model inherits some of that.
- **Threats and identity attacks** are rare in the data (97 and 314 in Wikipedia's part): their heads are the least certain.
- **Other languages** are not scored in any useful sense.
- **Disguises** of words that are not on the list, or made of several signs for one letter (\\/\\/), pass unread.
`;
}
