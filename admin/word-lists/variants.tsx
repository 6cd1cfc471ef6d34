import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { findWordVariants } from "../../server/word-lists/contract.ts";
import { call } from "../client.ts";
import { number } from "../language/format.ts";
import css from "./tried.module.css";

const PAUSE_MS = 500;

interface Props {
  site: string;
  list: { id: string; version: number };
  entry: string;
  /** Words that the list has, saved or not. */
  known: readonly string[];
  /** To be looked at in the field; nothing is added before the person says so. */
  onPick: (word: string) => void;
}

/** Words of the site's comments that are like the one typed and not caught by it. */
export function Variants({ site, list: { id, version }, entry, known, onPick }: Props) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(entry, PAUSE_MS);
  const query = useQuery({
    queryKey: ["word-lists", site, "variants", id, version, asked],
    queryFn: async ({ signal }) =>
      (await call(findWordVariants, { params: { site }, body: { entry: asked, beside: id }, signal })).items,
    enabled: asked !== "",
    retry: false,
  });
  const items = (asked === entry ? query.data : undefined)?.filter(({ word }) => !known.includes(word)) ?? [];
  if (items.length === 0) return null;
  return (
    <div className={css.variants}>
      <p>{t("wordLists.variants.title")}</p>
      <ul className={css.forms}>
        {items.map(({ word, kind, comments }) => (
          <li key={word}>
            <button type="button" title={t(`wordLists.variants.${kind}`)} onClick={() => onPick(word)}>
              {word} <span className="rd-muted">{number(comments)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
