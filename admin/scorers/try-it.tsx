import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { testScorer } from "../../server/scoring/contract.ts";
import { call } from "../client.ts";
import { ATTRIBUTES, attributeName } from "../comment/bands.ts";
import { Meter } from "../comment/meter.tsx";
import { withUnit } from "../language/format.ts";
import { said } from "../server-words/said.ts";
import css from "./scorers-page.module.css";

/** Lets one saved scorer score a sentence, and shows what happened. */
export function TryIt({ site, name, onDone }: { site: string; name: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>(() => t("scorers.try.example"));
  const ask = useMutation({
    mutationFn: () => call(testScorer, { params: { site, name }, body: { text } }),
    onSettled: onDone,
  });
  const told = ask.data;
  const score = () => {
    if (text.trim() && !ask.isPending) ask.mutate();
  };
  return (
    // No form of its own: the whole page is one.
    <div className={css.try}>
      <TextInput
        className={css.sentence}
        label={t("scorers.try.sentence")}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          score();
        }}
      />
      <Button type="button" variant="default" loading={ask.isPending} disabled={!text.trim()} onClick={score}>
        {t("scorers.try.score")}
      </Button>
      <div className={css.said} role="status">
        {ask.error && <span className={css.error}>{ask.error.message}</span>}
        {told?.unavailable && <span className={css.error}>{said(told.unavailable)}</span>}
        {told?.answer && (
          <>
            <ul className={css.scores}>
              {ATTRIBUTES.map((id) => {
                const score = told.answer?.scores[id];
                return (
                  <li key={id}>
                    <span>{attributeName(id)}</span>
                    {score === undefined ? (
                      <span className="rd-muted">{t("scorers.try.noScore")}</span>
                    ) : (
                      <Meter score={score} tell={attributeName(id)} />
                    )}
                  </li>
                );
              })}
            </ul>
            <span className="rd-muted">
              {told.answer.model} {told.answer.version} · {withUnit(told.tookMs, "millisecond")}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
