import { describe, expect, it } from "@jest/globals";
import { en as account } from "../../admin/account/words.en.ts";
import { en as apiKeys } from "../../admin/api-keys/words.en.ts";
import { en as insights } from "../../admin/insights/words.en.ts";
import { de } from "../../admin/language/de.ts";
import { en as first } from "../../admin/language/en.ts";
import { en as log } from "../../admin/log/words.en.ts";
import { en as people } from "../../admin/people/words.en.ts";
import { en as rules } from "../../admin/rules/words.en.ts";
import { en as scorers } from "../../admin/scorers/words.en.ts";
import { en as search } from "../../admin/search/words.en.ts";
import { en as settings } from "../../admin/settings/words.en.ts";
import { en as webhooks } from "../../admin/webhooks/words.en.ts";
import { en as wordLists } from "../../admin/word-lists/words.en.ts";

/** Those the desk opens with, and those that come with their pages. */
const en = {
  ...first,
  account,
  apiKeys,
  insights,
  log,
  people,
  rules,
  scorers,
  search,
  settings,
  webhooks,
  wordLists,
};

/** Every word by its key: "queue.sort.oldest" → "Longest wait". */
function flat(words: object, under = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[under + key, value]] : [...flat(value, `${under}${key}.`)],
    ),
  );
}

/** What code fills in: `{{name}}`, `{{count, number}}`, `<when/>`, `<code>`. */
const filledIn = (words: string): string[] => (words.match(/\{\{[^}]*\}\}|<\/?\w+\/?>/g) ?? []).sort();

/** Words that English and German share. */
const ALIKE = new Set([
  "app.live.live",
  "app.live.offline",
  "app.page.webhooks",
  "comment.fact.links",
  "comment.fact.moderation",
  "features.seen.lix",
  "log.who.system",
  "people.person.sectionsOf",
  "queue.row",
  "rules.form.name",
  "rules.version",
  "rules.versions.by",
  "rules.versions.field.name",
  "scorers.name.openai",
  "scorers.name.perspective",
  "scorers.try.example",
  "session.code",
  "settings.sample.percent",
  "webhooks.title",
  "wordLists.add.placeholder",
  "wordLists.fields.name",
  "wordLists.version",
  "wordLists.versions.by",
]);

describe.each([["German", flat(de)]])("the desk's words in %s", (_, words) => {
  const english = flat(en);

  it("are all there, and none is left over", () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("are filled in with the same things as the English ones", () => {
    const differ = [...english].filter(
      ([key, value]) => `${filledIn(value)}` !== `${filledIn(words.get(key) ?? "")}`,
    );
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it("are never empty, and differ from the English ones but where both say the same", () => {
    const same = [...english].filter(([key, value]) => !words.get(key)?.trim() || words.get(key) === value);
    expect(same.map(([key]) => key).filter((key) => !ALIKE.has(key))).toEqual([]);
  });
});
