import { Button, Modal, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Icon } from "../app/icons.tsx";
import css from "./webhooks-page.module.css";

interface Props {
  made: { url: string; secret: string } | null;
  onClose: () => void;
}

/** A signing secret is shown this once; nothing but its own button closes the window. */
export function SecretOnce({ made, onClose }: Props) {
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      title="The signing secret"
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text size="sm">
        What is sent to {made?.url} is signed with this secret, by the Standard Webhooks convention. Keep it
        now: it is not shown again.
      </Text>
      <div className={css.secret}>
        <code>{made?.secret}</code>
        <Button
          variant="default"
          leftSection={<Icon name="copy" />}
          onClick={() => clipboard.copy(made?.secret)}
        >
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <Button onClick={onClose} data-autofocus>
        I have kept it
      </Button>
    </Modal>
  );
}
