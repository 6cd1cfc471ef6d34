import { Button, Group, Modal, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Icon } from "../app/icons.tsx";
import css from "./people-page.module.css";

interface Props {
  made: { name: string; link: string } | null;
  onClose: () => void;
}

/** An invitation's link is shown this once; nothing but its own button closes the window. */
export function LinkOnce({ made, onClose }: Props) {
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      title={`The link for ${made?.name ?? ""}`}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text size="sm">
        Pass it on yourself, by a way that only they read. It opens once, within seven days, and is not shown
        again.
      </Text>
      <div className={css.link}>
        <code>{made?.link}</code>
      </div>
      <Group gap="sm">
        <Button leftSection={<Icon name="copy" />} onClick={() => clipboard.copy(made?.link)} data-autofocus>
          {clipboard.copied ? "Copied" : "Copy the link"}
        </Button>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Modal>
  );
}
