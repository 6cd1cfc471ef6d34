import { Slider, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { ATTRIBUTES, attributeName } from "../comment/bands.ts";
import { Meter } from "../comment/meter.tsx";
import { exact } from "../language/format.ts";
import css from "./settings-page.module.css";

type HoldAt = SiteSettings["holdAt"];

/** Where the slider starts when an attribute is switched on. */
const START = 0.8;

const BAND_ENDS = [{ value: 0.3 }, { value: 0.6 }, { value: 0.85 }];

export function Thresholds({ value, onChange }: { value: HoldAt; onChange: (value: HoldAt) => void }) {
  const { t } = useTranslation();
  return ATTRIBUTES.map((id) => {
    const attribute = attributeName(id);
    const at = value[id];
    return (
      <div key={id} className={css.threshold}>
        <Switch
          label={attribute}
          checked={at !== null}
          onChange={(event) => onChange({ ...value, [id]: event.currentTarget.checked ? START : null })}
        />
        <Slider
          min={0.05}
          max={1}
          step={0.01}
          disabled={at === null}
          value={at ?? START}
          label={(score) => exact(score)}
          marks={BAND_ENDS}
          thumbLabel={t("settings.scores.thumb", { attribute })}
          onChange={(score) => onChange({ ...value, [id]: score })}
        />
        <span className={css.at}>
          {at === null ? (
            <span className="rd-muted">{t("app.off")}</span>
          ) : (
            <Meter score={at} tell={t("settings.scores.from", { attribute })} />
          )}
        </span>
      </div>
    );
  });
}
