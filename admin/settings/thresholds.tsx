import { Slider, Switch } from "@mantine/core";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { ATTRIBUTES, attributeName, exact } from "../comment/bands.ts";
import { Meter } from "../comment/meter.tsx";
import css from "./settings-page.module.css";

type HoldAt = SiteSettings["holdAt"];

/** Where the slider starts when an attribute is switched on. */
const START = 0.8;

const BAND_ENDS = [{ value: 0.3 }, { value: 0.6 }, { value: 0.85 }];

export function Thresholds({ value, onChange }: { value: HoldAt; onChange: (value: HoldAt) => void }) {
  return ATTRIBUTES.map(([id, name]) => {
    const at = value[id];
    return (
      <div key={id} className={css.threshold}>
        <Switch
          label={name}
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
          thumbLabel={`Hold when ${attributeName(id)} is at least`}
          onChange={(score) => onChange({ ...value, [id]: score })}
        />
        <span className={css.at}>
          {at === null ? (
            <span className="rd-muted">Off</span>
          ) : (
            <Meter score={at} tell={`${name}, holds from`} />
          )}
        </span>
      </div>
    );
  });
}
