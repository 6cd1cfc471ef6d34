import { useTranslation } from "react-i18next";
import { Confirm } from "../app/confirm.tsx";
import { isCallError } from "../client.ts";

interface Props {
  /** What came of trying. */
  error: Error | null;
  pending: boolean;
  onEvenSo: () => void;
  onClose: () => void;
}

/** Whether the server wants it confirmed that examples kept with the rule come out wrong. */
export const examplesFail = (error: Error | null): boolean =>
  isCallError(error) && Array.isArray(error.problem.examples);

/** Asks before a rule goes on that gets its examples wrong. */
export function EvenSo({ error, pending, onEvenSo, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Confirm
      opened={examplesFail(error)}
      title={t("rules.examples.evenSoTitle")}
      words={error?.message ?? ""}
      act={t("rules.examples.evenSo")}
      pending={pending}
      onAct={onEvenSo}
      onClose={onClose}
    />
  );
}
