import { t as say } from "i18next";
import { useTranslation } from "react-i18next";
import { ENOUGH_SEEN, type BacktestResult as Result } from "../../server/backtests/contract.ts";
import { rejects } from "../../server/rules/definition.ts";
import { exact, number, percent } from "../language/format.ts";
import css from "./backtest.module.css";
import { BacktestExamples, type Reading } from "./backtest-examples.tsx";
import { factLabel } from "./facts.ts";

interface Props extends Reading {
  result: Result;
}

/** What a back-test found: the most important first, in sentences, with the numbers in them. */
export function BacktestResult({ result, ...reading }: Props) {
  const { t } = useTranslation();
  const { hits, seen, people, changes, work } = result;
  return (
    <div className={css.result}>
      <p className={css.outcome}>
        {t("rules.backtest.hits", { hits: number(hits), seen: number(seen), aDay: number(result.hitsADay) })}
      </p>
      <ul className={css.findings}>
        <li>{peopleSay(people)}</li>
        {people.precision !== null && people.undecided > 0 && (
          <li>{t("rules.backtest.undecided", { undecided: number(people.undecided) })}</li>
        )}
        {people.few && people.precision !== null && (
          <li className={css.caution}>{t("rules.backtest.few")}</li>
        )}
        <li>
          {t("rules.backtest.changes", {
            held: number(changes.newlyHeld),
            rejected: number(changes.newlyRejected),
            published: number(changes.newlyPublished),
          })}
        </li>
        <li>
          {t(work.minutesADay < 0 ? "rules.backtest.less" : "rules.backtest.more", {
            minutes: number(Math.abs(work.minutesADay)),
          })}{" "}
          {!work.measured && t("rules.backtest.assumed", { seconds: number(work.secondsEach) })}
        </li>
        {result.unknown > 0 && (
          <li className={css.caution}>{t("rules.backtest.unknown", { unknown: number(result.unknown) })}</li>
        )}
        {seen < ENOUGH_SEEN && rejects(reading.rule) && (
          <li className={css.caution}>{t("rules.backtest.fewSeen", { enough: number(ENOUGH_SEEN) })}</li>
        )}
        {result.missesUntold && <li>{t("rules.backtest.missesUntold")}</li>}
        {result.cut && <li className={css.caution}>{t("rules.backtest.cut")}</li>}
        {result.overlap.slice(0, 3).map(({ rule, name, both }) => (
          <li key={rule}>{t("rules.backtest.overlap", { name, both: number(both) })}</li>
        ))}
      </ul>
      {result.thresholds.map((one) => (
        <Thresholds key={one.path} of={one} />
      ))}
      <BacktestExamples
        title={t("rules.backtest.falseAlarms")}
        comments={result.likelyFalseAlarms}
        {...reading}
      />
      <BacktestExamples title={t("rules.backtest.misses")} comments={result.likelyMisses} {...reading} />
      <BacktestExamples title={t("rules.backtest.random")} comments={result.samples.random} {...reading} />
    </div>
  );
}

function peopleSay({ agreed, disagreed, precision, interval }: Result["people"]): string {
  if (precision === null || interval === null) return say("rules.backtest.nobody");
  return say("rules.backtest.agreed", {
    agreed: number(agreed),
    decided: number(agreed + disagreed),
    share: percent(precision),
    low: percent(interval.low),
    high: percent(interval.high),
  });
}

const SIGNS: Record<string, string> = { ">=": "≥", "<=": "≤" };

/** What other thresholds would have done, the present one marked. */
function Thresholds({ of: { fact, op, value, steps } }: { of: Result["thresholds"][number] }) {
  const { t } = useTranslation();
  const title = t("rules.backtest.thresholds", { fact: factLabel(fact) });
  return (
    <>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={css.scroll} tabIndex={0} aria-label={title}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t("rules.backtest.threshold")}</th>
              <th scope="col">{t("rules.backtest.matches")}</th>
              <th scope="col">{t("rules.backtest.agreement")}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.threshold} data-now={step.threshold === value || undefined}>
                <th scope="row">
                  {SIGNS[op] ?? op} {exact(step.threshold)}
                </th>
                <td>{number(step.hits)}</td>
                <td>
                  {step.precision === null
                    ? "–"
                    : t("rules.backtest.ofDecided", {
                        share: percent(step.precision),
                        decided: number(step.agreed + step.disagreed),
                      })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
