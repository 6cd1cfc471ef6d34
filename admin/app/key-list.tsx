import { Kbd, Modal, Table, Text } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useLettersOn } from "./letters.ts";

const KEYS = [
  [["A"], "approve"],
  [["R"], "reject"],
  [["1", "…", "9"], "pick"],
  [["T"], "takeOver"],
  [["U", "Ctrl Z"], "undo"],
  [["J", "K"], "step"],
  [["→", "←"], "stepFocus"],
  [["↓", "↑"], "stepList"],
  [["L"], "mode"],
  [["Enter"], "open"],
  [["Esc"], "close"],
  [["?"], "list"],
] as const;

export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const on = useLettersOn();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("app.keyList.title")}
      size="md"
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      {!on && (
        <Text size="sm" mb="sm">
          {t("app.keyList.off")}
        </Text>
      )}
      <Table verticalSpacing={7} horizontalSpacing={4}>
        <Table.Tbody>
          {KEYS.map(([keys, does]) => (
            <Table.Tr key={does}>
              <Table.Td w={130}>
                {keys.map((key, i) => (
                  <Fragment key={key}>
                    {i > 0 && " "}
                    {key === "…" ? key : <Kbd>{key}</Kbd>}
                  </Fragment>
                ))}
              </Table.Td>
              <Table.Td>{t(`app.keyList.${does}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="md">
        {t("app.keyList.rest")}
      </Text>
    </Modal>
  );
}
