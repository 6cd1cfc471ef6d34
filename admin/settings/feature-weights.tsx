import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { PARTS } from "../features/parts.tsx";
import css from "./settings-page.module.css";

type Weights = SiteSettings["featureWeights"];

/** How much each part counts in ranking what may be worth featuring. */
export function FeatureWeights({ value, onChange }: { value: Weights; onChange: (value: Weights) => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.weights}>
      {PARTS.map((part) => (
        <NumberInput
          key={part}
          label={t(`features.part.${part}`)}
          min={0}
          max={10}
          allowDecimal={false}
          value={value[part]}
          onChange={(weight) => typeof weight === "number" && onChange({ ...value, [part]: weight })}
        />
      ))}
    </div>
  );
}
