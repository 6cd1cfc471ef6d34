import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OwnClaim } from "./use-claim.ts";

/** "claimed by you 1:52", counting down by the second. */
export function ClaimMark({ claim }: { claim: OwnClaim }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((claim.until - now) / 1_000));
  return (
    <span title={t("claims.mineHint")}>
      {t("claims.mine", { left: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` })}
    </span>
  );
}
