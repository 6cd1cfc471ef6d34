import { Button, Modal, NumberInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type RuleMode, type SiteRule, setRuleMode } from "../../server/rules/contract.ts";
import { rejects } from "../../server/rules/definition.ts";
import type { Site } from "../../server/sites/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { showToast } from "../app/notices.ts";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import { percent } from "../language/format.ts";
import css from "./aside.module.css";
import { examplesFail } from "./even-so.tsx";
import { SecondPerson } from "./second-person.tsx";
import { TrippedNote } from "./tripped-note.tsx";

const MODES: readonly RuleMode[] = ["off", "shadow", "canary", "live"];

interface Props {
  site: Site;
  rule: SiteRule | null;
  unsaved: boolean;
  onChanged: () => void;
}

/** The way of a rule from off to live, one step or several at a time. */
export function ModeSwitch({ site, rule, unsaved, onChanged }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<RuleMode | null>(null);
  if (!rule)
    return (
      <Section title={t("rules.modeTitle")}>
        <p className={css.hint}>{t("rules.modeNew")}</p>
      </Section>
    );
  const share = percent(rule.canaryPercent / 100);
  return (
    <Section title={t("rules.modeTitle")}>
      <ol className={css.steps} aria-label={t("rules.modeSteps")}>
        {MODES.map((mode) => (
          <li key={mode}>
            <button
              type="button"
              className={css.step}
              data-mode={mode}
              aria-current={rule.mode === mode ? "step" : undefined}
              disabled={unsaved || (rule.mode === mode && mode !== "canary")}
              onClick={() => setAsked(mode)}
            >
              {t(`rules.mode.${mode}`)}
            </button>
          </li>
        ))}
      </ol>
      <p className={css.hint}>{t(`rules.modeAbout.${rule.mode}`, { share })}</p>
      {rule.tripped && (
        <TrippedNote tripped={rule.tripped} unsaved={unsaved} onAgain={() => setAsked(rule.mode)} />
      )}
      {site.settings.rulesNeedSecond && rejects(rule.definition) && (
        <SecondPerson site={site.slug} rule={rule} unsaved={unsaved} onChanged={onChanged} />
      )}
      {unsaved && <p className={css.hint}>{t("rules.modeSaveFirst")}</p>}
      {asked && (
        <ModeDialog
          site={site.slug}
          rule={rule}
          mode={asked}
          onChanged={onChanged}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}

interface DialogProps {
  site: string;
  rule: SiteRule;
  mode: RuleMode;
  onChanged: () => void;
  onClose: () => void;
}

/** Asks before a rule is used in another way, and says what follows. */
function ModeDialog({ site, rule, mode, onChanged, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [share, setShare] = useState(rule.canaryPercent);
  const change = useMutation({
    mutationFn: (evenSo: boolean) =>
      call(setRuleMode, {
        params: { site, id: rule.id },
        body: { mode, version: rule.version, evenSo, ...(mode === "canary" && { canaryPercent: share }) },
      }),
    onSuccess: () => {
      showToast(t(`rules.switch.${mode}.done`));
      onChanged();
      onClose();
    },
  });
  const decides = mode === "live" || mode === "canary";
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`rules.switch.${mode}.title`)}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <p className={css.ask}>{t(`rules.switch.${mode}.words`)}</p>
      {decides && <p className={css.ask}>{t(`rules.does.${rule.definition.then}`)}</p>}
      {mode === "canary" && (
        <NumberInput
          label={t("rules.share")}
          suffix=" %"
          mb="md"
          maw={200}
          min={1}
          max={99}
          allowDecimal={false}
          value={share}
          onChange={(value) => typeof value === "number" && setShare(value)}
        />
      )}
      <FormError error={change.error} />
      <div className={css.acts}>
        <Button loading={change.isPending} onClick={() => change.mutate(examplesFail(change.error))}>
          {t(examplesFail(change.error) ? "rules.examples.evenSo" : `rules.switch.${mode}.act`)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("app.cancel")}
        </Button>
      </div>
    </Modal>
  );
}
