import { Button, Group, Modal, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Icon } from "../app/icons.tsx";
import css from "./account-page.module.css";

/** Shown this once; nothing but its own button closes the window. */
export function RecoveryCodes({ codes, onClose }: { codes: string[] | null; onClose: () => void }) {
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <Modal
      opened={codes !== null}
      onClose={onClose}
      title="Your recovery codes"
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text size="sm">
        Two-step sign-in is on. Should your phone be lost, each of these stands in once for a code of the app.
        Print them or keep them in a password manager: they are not shown again.
      </Text>
      <ul className={css.codes}>
        {codes?.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group gap="sm">
        <Button onClick={onClose} data-autofocus>
          I have kept them
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="copy" />}
          onClick={() => clipboard.copy(codes?.join("\n"))}
        >
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
      </Group>
    </Modal>
  );
}
