import css from "./entries.module.css";

const SIZE = { width: 60, height: 18 };

/** How often something happened day by day, as bars; the figures stand beside it in words. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const step = SIZE.width / values.length;
  return (
    <svg className={css.spark} width={SIZE.width} height={SIZE.height} aria-hidden="true">
      {values.map((value, i) => {
        const height = value === 0 ? 1 : Math.max(2, (value / most) * SIZE.height);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its day
            key={i}
            x={i * step}
            y={SIZE.height - height}
            width={Math.max(1, step - 0.5)}
            height={height}
          />
        );
      })}
    </svg>
  );
}
