import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import { tryWordList } from "../../server/word-lists/contract.ts";
import type { Tried, WordList } from "../../server/word-lists/definition.ts";
import { FormError } from "../app/form-error.tsx";
import { Icon } from "../app/icons.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { number } from "../language/format.ts";
import { doubtsAbout, isHarmless } from "./doubts.ts";
import { Examples } from "./examples.tsx";
import css from "./tried.module.css";

const PAUSE_MS = 300;

interface Props {
  site: string;
  list: Pick<WordList, "id" | "version" | "kind" | "language">;
  /** What is being typed. */
  entry: string;
}

/** What an entry would have caught among the newest comments, while it is typed. */
export function TriedEntry({ site, list, entry }: Props) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(entry, PAUSE_MS);
  const { id, version, kind, language } = list;
  const query = useQuery({
    queryKey: ["word-lists", site, "try", id, version, language, asked],
    queryFn: ({ signal }) =>
      call(tryWordList, { params: { site }, body: { text: asked, language, beside: id }, signal }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  if (entry === "") return null;
  const { data, error } = query;
  const old = query.isPlaceholderData || asked !== entry;
  return (
    <div className={css.tried} data-old={old || undefined} aria-live="polite" aria-busy={old}>
      <FormError error={error} />
      {!data && !error && <p className="rd-muted">{t("wordLists.tried.looking")}</p>}
      {data && <Result tried={data} kind={kind} />}
    </div>
  );
}

function Result({ tried, kind }: { tried: Tried; kind: WordList["kind"] }) {
  const { t } = useTranslation();
  const { comments, since, caught, approved, refused, published, already, forms, examples } = tried;
  const by = already[0]?.by;
  const allowed = kind === "allowed";
  return (
    <>
      {by && (
        <p className={css.doubt}>
          <Icon name="check" />
          {t("wordLists.tried.already", {
            by: by
              .slice(0, 3)
              .map((one) => `“${one}”`)
              .join(", "),
          })}
        </p>
      )}
      <p className={css.caught}>
        {t(allowed ? "wordLists.tried.stands" : "wordLists.tried.caught", {
          count: caught,
          of: number(comments),
        })}{" "}
        {since && (
          <span className="rd-muted">
            <Trans i18nKey="wordLists.tried.since" components={{ when: <When at={since} /> }} />
          </span>
        )}
      </p>
      {caught > 0 && (
        <p className={css.sums}>
          {t("wordLists.tried.people", {
            approved: number(approved),
            refused: number(refused),
            rest: number(caught - approved - refused),
          })}{" "}
          {t("wordLists.tried.published", { count: published })}
        </p>
      )}
      {!allowed &&
        doubtsAbout(tried).map((words) => (
          <p key={words} className={css.doubt} role="alert">
            <Icon name="warn" />
            {words}
          </p>
        ))}
      {forms.length > 1 && (
        <ul className={css.forms} aria-label={t("wordLists.tried.forms")}>
          {forms.map(({ form, ...sums }) => (
            <li key={form} data-harmless={(!allowed && isHarmless(sums)) || undefined}>
              {form} <span className="rd-muted">{number(sums.caught)}</span>
            </li>
          ))}
        </ul>
      )}
      <Examples examples={examples} />
    </>
  );
}
