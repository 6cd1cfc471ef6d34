import { useTranslation } from "react-i18next";
import { exactTime } from "../language/format.ts";
import { ago, duration } from "./since.ts";
import { useNow } from "./use-now.ts";

/** A moment as a distance, the exact time on hover: "4 min ago", or "4 min" as `plain`, or "4 m" as `short`. */
export function When({ at, as = "ago" }: { at: string; as?: "ago" | "plain" | "short" }) {
  useTranslation();
  const now = useNow();
  return (
    <time dateTime={at} title={exactTime(at)}>
      {as === "ago" ? ago(at, now) : duration(at, now, as === "short")}
    </time>
  );
}
