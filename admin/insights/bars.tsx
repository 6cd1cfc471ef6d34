import { number } from "../language/format.ts";
import css from "./insights.module.css";

export interface Series {
  name: string;
  values: readonly number[];
}

interface Props {
  /** What the picture shows, for those who do not see it; the numbers are in the table beside it. */
  label: string;
  /** One behind the other on each bar, from below; at most three. */
  series: Series[];
  /** The first, the middle and the last part by name. */
  parts: readonly string[];
  /** When each part begins. */
  starts: readonly string[];
  /** One beside the other's top, not on it: the second goes further than the first. */
  overlaid?: boolean;
  words?: (value: number) => string;
}

const FILLS = [css.first, css.second, css.third];
/** Of the picture, in its own units; it is stretched to the page. */
const HEIGHT = 100;

/** Bars of one or a few series over the parts of a period, told apart by lightness and order, not by hue alone. */
export function Bars({ label, series, parts, starts, overlaid = false, words = number }: Props) {
  const tops = starts.map((_, i) => {
    const values = series.map(({ values }) => values[i] ?? 0);
    return overlaid ? Math.max(...values) : values.reduce((sum, n) => sum + n, 0);
  });
  const most = Math.max(...tops, 0);
  const scale = most === 0 ? 0 : HEIGHT / most;
  const bars = starts.flatMap((start, i) => {
    let under = 0;
    return series.map(({ name, values }, k) => {
      const height = (values[i] ?? 0) * scale;
      const y = HEIGHT - under - height;
      if (!overlaid) under += height;
      return (
        <rect key={`${name} ${start}`} className={FILLS[k]} x={i + 0.12} y={y} width={0.76} height={height} />
      );
    });
  });
  return (
    <div className={css.chart}>
      {series.length > 1 && (
        <ul className={css.legend}>
          {series.map(({ name }, k) => (
            <li key={name}>
              <svg width="12" height="12" aria-hidden="true">
                <rect className={FILLS[k]} x="0.5" y="0.5" width="11" height="11" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className={css.most} aria-hidden="true">
        {words(most)}
      </div>
      <svg
        className={css.bars}
        viewBox={`0 0 ${parts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {bars}
      </svg>
      <div className={css.scale} aria-hidden="true">
        <span>{parts[0]}</span>
        <span>{parts[Math.floor(parts.length / 2)]}</span>
        <span>{parts.at(-1)}</span>
      </div>
    </div>
  );
}

interface SmallProps {
  values: readonly number[];
  starts: readonly string[];
  /** What the whole height stands for. */
  most: number;
  label: string;
}

/** The same without any words, in a line of a table. */
export function SmallBars({ values, starts, most, label }: SmallProps) {
  return (
    <svg
      className={css.small}
      viewBox={`0 0 ${starts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {starts.map((start, i) => {
        const height = most === 0 ? 0 : ((values[i] ?? 0) / most) * HEIGHT;
        return (
          <rect
            key={start}
            className={css.second}
            x={i + 0.1}
            y={HEIGHT - height}
            width={0.8}
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** A share between 0 and 1 as a dot, and the interval it may lie in as a line. */
export function Interval({ share, low, high }: { share: number; low: number; high: number }) {
  // Room for the dot at either end.
  const at = (part: number): number => 3 + part * 94;
  return (
    <svg className={css.interval} viewBox="0 0 100 12" aria-hidden="true">
      <line className={css.rail} x1="0" x2="100" y1="6" y2="6" />
      <line className={css.range} x1={at(low)} x2={at(high)} y1="6" y2="6" />
      <circle className={css.dot} cx={at(share)} cy="6" r="3" />
    </svg>
  );
}
