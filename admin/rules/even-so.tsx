import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isCallError } from "../client.ts";
import css from "./aside.module.css";

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
    <Modal
      opened={examplesFail(error)}
      onClose={onClose}
      title={t("rules.examples.evenSoTitle")}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <p className={css.ask}>{error?.message}</p>
      <div className={css.acts}>
        <Button loading={pending} onClick={onEvenSo}>
          {t("rules.examples.evenSo")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("app.cancel")}
        </Button>
      </div>
    </Modal>
  );
}
