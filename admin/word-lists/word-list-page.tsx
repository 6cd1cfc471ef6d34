import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Site } from "../../server/sites/contract.ts";
import { Message } from "../app/message.tsx";
import { pathOf } from "../app/place.ts";
import { QueryState } from "../app/query-state.tsx";
import { isCallError } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { ListEditor } from "./list-editor.tsx";
import { useList } from "./use-lists.ts";
import { en } from "./words.en.ts";

bringWords("wordLists", en);

/** One word list: its entries, what they catch, the rules that ask it, and its versions. */
export function WordListPage({ site, id }: { site: Site; id: string }) {
  const { t } = useTranslation();
  const query = useList(site.slug, id);
  if (query.data) return <ListEditor site={site} list={query.data} />;
  const { error } = query;
  if (isCallError(error) && [400, 404].includes(error.status))
    return (
      <Message icon="words" title={t("wordLists.gone")} words={error.message}>
        <Button component={Link} href={pathOf(site.slug, "word-lists")}>
          {t("wordLists.back")}
        </Button>
      </Message>
    );
  return <QueryState query={query} failed={t("wordLists.failed")} loading={t("wordLists.loading")} />;
}
