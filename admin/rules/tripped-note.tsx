import { Button } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { Tripped } from "../../server/rules/contract.ts";
import { When } from "../comment/when.tsx";
import css from "./aside.module.css";

interface Props {
  tripped: Tripped;
  unsaved: boolean;
  onAgain: () => void;
}

/** Why a rule may not reject at the moment, with the numbers, and the way back. */
export function TrippedNote({ tripped, unsaved, onAgain }: Props) {
  const { t } = useTranslation();
  const { at, hits, seen, testedHits, testedSeen } = tripped;
  return (
    <section className={css.tripped} aria-label={t("rules.tripped.title")}>
      <h3>{t("rules.tripped.title")}</h3>
      <p>
        <Trans
          i18nKey="rules.tripped.words"
          values={{ hits, seen, testedHits, testedSeen }}
          components={{ when: <When at={at} /> }}
        />
      </p>
      <p>{t("rules.tripped.next")}</p>
      <Button size="xs" variant="default" disabled={unsaved} onClick={onAgain}>
        {t("rules.tripped.again")}
      </Button>
    </section>
  );
}
