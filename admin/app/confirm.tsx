import { Button, Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  opened: boolean;
  title: string;
  words: string;
  /** What the button says that does it. */
  act: string;
  pending: boolean;
  onAct: () => void;
  onClose: () => void;
}

/** Asks before something is done that cannot be taken back. */
export function Confirm({ opened, title, words, act, pending, onAct, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <Text size="sm" mb="md">
        {words}
      </Text>
      <Button loading={pending} onClick={onAct} mr="sm">
        {act}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t("app.keep")}
      </Button>
    </Modal>
  );
}
