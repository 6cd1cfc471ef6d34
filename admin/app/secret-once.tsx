import { Button, Modal, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import css from "../webhooks/webhooks-page.module.css";
import { Icon } from "./icons.tsx";

interface Props {
  title: string;
  words: string;
  /** null: nothing to show. */
  secret: string | null;
  onClose: () => void;
}

/** A secret is shown this once; nothing but its own button closes the window. */
export function SecretOnce({ title, words, secret, onClose }: Props) {
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
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <Button onClick={onClose} data-autofocus>
        I have kept it
      </Button>
    </Modal>
  );
}
