import { Button, FileButton, Radio, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkWordList } from "../../server/word-lists/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { showProblem } from "../app/notices.ts";
import { call } from "../client.ts";
import { differences } from "./differences.ts";
import { LineProblems } from "./line-problems.tsx";
import type { ListDraft } from "./use-draft.ts";
import { linesOf } from "./use-lists.ts";
import css from "./word-lists.module.css";
import { WouldChange } from "./would-change.tsx";

const PAUSE_MS = 400;
/** As the server takes it, in UTF-16 units. */
const LONGEST = 1_000_000;

interface Given {
  text: string;
  format: "text" | "csv";
  /** Counts what was given, so that nothing compares a million characters. */
  round: number;
}

/** Many entries at once, pasted or from a file: what is wrong by its line, and what would change, before anything does. */
export function ManyEntries({ site, draft, onDone }: { site: string; draft: ListDraft; onDone: () => void }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>({ text: "", format: "text", round: 0 });
  const [way, setWay] = useState<"add" | "replace">("add");
  const [asked] = useDebouncedValue(given, PAUSE_MS);
  const give = (text: string, format: Given["format"]) =>
    setGiven(({ round }) => ({ text, format, round: round + 1 }));
  const query = useQuery({
    queryKey: ["word-lists", site, "check", asked.round, way, draft.entries.length],
    queryFn: ({ signal }) => {
      const beside = way === "add" ? draft.entries.join("\n") : "";
      const { text, format } = asked;
      return call(checkWordList, { params: { site }, body: { text, format, beside }, signal });
    },
    enabled: asked.text.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const current = asked === given && !query.isPlaceholderData ? query.data : undefined;
  const text = current?.text;
  const next = useMemo(() => {
    if (text === undefined) return undefined;
    return way === "add" ? [...draft.entries, ...linesOf(text)] : linesOf(text);
  }, [text, way, draft.entries]);
  const change = useMemo(() => next && differences(draft.entries, next), [next, draft.entries]);

  const take = async (file: File | null) => {
    if (!file) return;
    const text = await file.text();
    if (text.length > LONGEST) return showProblem(t("wordLists.many.tooLong"));
    give(text, /\.csv$/i.test(file.name) ? "csv" : "text");
  };
  return (
    <div>
      <Textarea
        label={t("wordLists.many.label")}
        description={t(given.format === "csv" ? "wordLists.many.csv" : "wordLists.many.hint")}
        rows={10}
        maxLength={LONGEST}
        spellCheck={false}
        value={given.text}
        onChange={(event) => give(event.currentTarget.value, given.format)}
      />
      <div className={css.tools}>
        <FileButton accept=".txt,.csv,text/plain,text/csv" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {t("wordLists.many.file")}
            </Button>
          )}
        </FileButton>
        <Radio.Group
          aria-label={t("wordLists.many.way")}
          value={way}
          onChange={(value) => setWay(value as "add" | "replace")}
        >
          <div className={css.ways}>
            <Radio value="add" label={t("wordLists.many.add")} />
            <Radio value="replace" label={t("wordLists.many.replace")} />
          </div>
        </Radio.Group>
      </div>
      <FormError error={query.error} />
      <div aria-live="polite">
        {current && <LineProblems {...current} />}
        {change && <WouldChange {...change} refused={current?.errors ?? 0} />}
      </div>
      <div className={css.tools}>
        <Button
          disabled={!change || (change.added.size === 0 && change.removed.length === 0)}
          onClick={() => {
            if (next) draft.set(next);
            onDone();
          }}
        >
          {t("wordLists.many.act")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t("app.cancel")}
        </Button>
      </div>
    </div>
  );
}
