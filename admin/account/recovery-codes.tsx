import { Button, Group, Modal, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import css from "./account-page.module.css";

/** Shown this once; nothing but its own button closes the window. */
export function RecoveryCodes({ codes, onClose }: { codes: string[] | null; onClose: () => void }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <Modal
      opened={codes !== null}
      onClose={onClose}
      title={t("account.codes.title")}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text size="sm">{t("account.codes.about")}</Text>
      <ul className={css.codes}>
        {codes?.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group gap="sm">
        <Button onClick={onClose} data-autofocus>
          {t("account.codes.kept")}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="copy" />}
          onClick={() => clipboard.copy(codes?.join("\n"))}
        >
          {t(clipboard.copied ? "app.copied" : "app.copy")}
        </Button>
      </Group>
    </Modal>
  );
}
