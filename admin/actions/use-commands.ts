import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Site } from "../../server/sites/contract.ts";
import { pagesFor } from "../app/pages.ts";
import { pathOf, usePlace } from "../app/place.ts";
import { chooseLanguage } from "../language/choice.ts";
import { LANGUAGES, type Language, language } from "../language/language.ts";
import { keyName } from "./key-name.ts";
import { factsOf, groupOf } from "./list.ts";
import type { Command } from "./search.ts";
import { actionsNow } from "./use-actions.ts";

/** Everything the palette offers: what can be done at the moment it opens, every page, every site, every language. */
export function useCommands(sites: Site[], ownedSite: string | null): Command[] {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { site, section } = usePlace();
  const [now] = useState(actionsNow);

  const actions = now
    .filter(({ id }) => !factsOf(id).keysOnly)
    .map(({ id, run }) => ({
      id,
      group: t(`actions.group.${groupOf(id)}`),
      words: t(`actions.${id}`),
      keys: factsOf(id).keys?.map(keyName).join(", ") ?? null,
      run,
    }));
  const pages = pagesFor(site, ownedSite).map((page) => ({
    id: `page.${page.section}`,
    group: t("actions.group.page"),
    words: t(`app.page.${page.section}`),
    keys: null,
    run: () => go(pathOf(page.site, page.section)),
  }));
  const others = sites.length < 2 ? [] : [{ slug: undefined, name: t("app.allSites") }, ...sites];
  const places = others
    .filter(({ slug }) => slug !== site)
    .map(({ slug, name }) => ({
      id: `site.${slug ?? ""}`,
      group: t("actions.group.site"),
      words: name,
      keys: null,
      run: () => go(pathOf(slug, slug !== undefined && section ? section : "held")),
    }));
  const languages = (Object.keys(LANGUAGES) as Language[])
    .filter((code) => code !== language())
    .map((code) => ({
      id: `language.${code}`,
      group: t("actions.group.language"),
      words: LANGUAGES[code],
      keys: null,
      run: () => void chooseLanguage(code),
    }));
  return [...actions, ...pages, ...places, ...languages];
}
