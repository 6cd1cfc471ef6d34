import { describe, expect, it } from "@jest/globals";
import { ACTION_IDS, factsOf } from "../../admin/actions/list.ts";
import { type Command, search } from "../../admin/actions/search.ts";

const command = (group: string, words: string): Command => ({
  id: words,
  group,
  words,
  keys: null,
  run: () => {},
});

const COMMANDS = [
  command("Kommentar", "Freigeben"),
  command("Kommentar", "Nächster Kommentar"),
  command("Gehe zu", "API-Schlüssel"),
  command("Gehe zu", "Gehalten"),
];

describe("a command is found", () => {
  it.each([
    ["by nothing typed", "", ["Freigeben", "Nächster Kommentar", "API-Schlüssel", "Gehalten"]],
    ["by a part of it, however accented or written", "SCHLUSS", ["API-Schlüssel"]],
    ["by several words in any order", "kommentar nachst", ["Nächster Kommentar"]],
    ["by its heading, after those that begin so", "ge", ["Gehalten", "Freigeben", "API-Schlüssel"]],
    ["never by what is in none", "löschen", []],
  ])("%s", (_, typed, found) => {
    expect(search(COMMANDS, typed).map(({ words }) => words)).toEqual(found);
  });
});

it("never takes a key with which a browser finds, copies or goes elsewhere", () => {
  const withModifier = ACTION_IDS.flatMap((id) => factsOf(id).keys ?? []).filter((key) =>
    key.startsWith("mod+"),
  );
  expect(withModifier.sort()).toEqual(["mod+k", "mod+z"]);
});
