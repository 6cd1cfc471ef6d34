import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Plot } from "../../server/plots/contract.ts";
import { type Box, boxBetween } from "./box.ts";
import { draw } from "./draw.ts";
import css from "./plot.module.css";

interface Props {
  plot: Plot;
  label: string;
  box: Box | null;
  lines: number[];
  across: number[];
  onBox: (box: Box) => void;
}

/** The dots themselves. A drag with mouse, pen or finger sets the range; keys set it by the edges beside it. */
export function PlotCanvas({ plot, label, box, lines, across, onBox }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const [, redraw] = useState(0);

  useEffect(() => {
    if (canvas.current) draw(canvas.current, plot, { box, lines, across });
  });
  useEffect(() => {
    // Drawn anew in the colours and the size of the moment.
    const again = () => redraw((n) => n + 1);
    const sizes = new ResizeObserver(again);
    if (canvas.current) sizes.observe(canvas.current);
    const scheme = new MutationObserver(again);
    scheme.observe(document.documentElement, { attributes: true });
    return () => {
      sizes.disconnect();
      scheme.disconnect();
    };
  }, []);

  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: 1 - (event.clientY - top) / height };
  };
  return (
    <canvas
      ref={canvas}
      className={css.canvas}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = at(event);
      }}
      onPointerMove={(event) => from.current && onBox(boxBetween(from.current, at(event)))}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    />
  );
}
