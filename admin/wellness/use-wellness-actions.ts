import { useEffect } from "react";
import { useActions } from "../actions/use-actions.ts";
import { useWellness } from "./use-wellness.ts";

/** Lets the palette switch it, and takes the colours out of the page where that is wanted. */
export function useWellnessActions(): void {
  const [{ blur, grey }, change] = useWellness();
  useActions({
    "wellness.blur": () => change({ blur: !blur }),
    "wellness.grey": () => change({ grey: !grey }),
  });
  useEffect(() => {
    const { documentElement } = document;
    if (grey) documentElement.setAttribute("data-grey", "");
    return () => documentElement.removeAttribute("data-grey");
  }, [grey]);
}
