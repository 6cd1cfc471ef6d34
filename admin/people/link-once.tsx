import { Button, Group, Modal, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import page from "../app/page.module.css";

export interface Link {
  name: string;
  link: string;
  /** What the link is for: an invitation, or a forgotten password. */
  about: "about" | "aboutPassword";
}

interface Props {
  made: Link | null;
  onClose: () => void;
}

/** A link is shown this once; nothing but its own button closes the window. */
export function LinkOnce({ made, onClose }: Props) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      title={t("people.link.title", { name: made?.name ?? "" })}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text size="sm">{t(`people.link.${made?.about ?? "about"}`)}</Text>
      <div className={page.secret}>
        <code>{made?.link}</code>
      </div>
      <Group gap="sm">
        <Button leftSection={<Icon name="copy" />} onClick={() => clipboard.copy(made?.link)} data-autofocus>
          {t(clipboard.copied ? "app.copied" : "people.link.copy")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("people.link.done")}
        </Button>
      </Group>
    </Modal>
  );
}
