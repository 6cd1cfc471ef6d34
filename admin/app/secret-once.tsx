import { Button, Modal, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";
import css from "./page.module.css";

interface Props {
  title: string;
  words: string;
  /** null: nothing to show. */
  secret: string | null;
  onClose: () => void;
}

/** A secret is shown this once; nothing but its own button closes the window. */
export function SecretOnce({ title, words, secret, onClose }: Props) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text size="sm">{words}</Text>
      <div className={css.secret}>
        <code>{secret}</code>
        <Button variant="default" leftSection={<Icon name="copy" />} onClick={() => clipboard.copy(secret)}>
          {t(clipboard.copied ? "app.copied" : "app.copy")}
        </Button>
      </div>
      <Button onClick={onClose} data-autofocus>
        {t("app.secretKept")}
      </Button>
    </Modal>
  );
}
