import { type ComponentProps, lazy, Suspense } from "react";
import type { PlotView as View } from "./plot-view.tsx";

const PlotView = lazy(async () => ({ default: (await import("./plot-view.tsx")).PlotView }));

/** The plot, loaded once somebody looks at it. */
export function LatePlot(props: ComponentProps<typeof View>) {
  return (
    <Suspense>
      <PlotView {...props} />
    </Suspense>
  );
}
