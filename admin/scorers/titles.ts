import { t } from "i18next";
import type { Draft } from "./draft.ts";
import { en } from "./words.en.ts";

/** What a scorer is called on the screen: the desk's word for a known one, else its own name. */
export function titleOf({ name }: { name: string }): string {
  return Object.hasOwn(en.name, name) ? t(`scorers.name.${name as keyof typeof en.name}`) : name;
}

/** Where it runs and whether comments leave the house. */
export function aboutOf({ kind }: Draft): string {
  return t(`scorers.kind.${kind}`);
}
