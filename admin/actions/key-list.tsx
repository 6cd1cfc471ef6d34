import { Kbd, Modal, Table, Text } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useLettersOn } from "../app/letters.ts";
import { keyName } from "./key-name.ts";
import { ACTION_IDS, ACTIONS, factsOf } from "./list.ts";

/** Every key and what it does. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const on = useLettersOn();
  const keyed = ACTION_IDS.filter((id) => factsOf(id).keys);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("actions.keys.title")}
      size="md"
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      {!on && (
        <Text size="sm" mb="sm">
          {t("actions.keys.off")}
        </Text>
      )}
      <Table verticalSpacing={7} horizontalSpacing={4}>
        <Table.Tbody>
          {keyed.map((id) => (
            <Table.Tr key={id}>
              <Table.Td w={130}>
                {factsOf(id).keys?.map((key, i) => (
                  <Fragment key={key}>
                    {i > 0 && " "}
                    {key === "…" ? key : <Kbd>{keyName(key)}</Kbd>}
                  </Fragment>
                ))}
              </Table.Td>
              <Table.Td>{t(`actions.${id}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="md">
        {t("actions.keys.rest")} {t("actions.keys.more", { keys: keyName(ACTIONS["desk.palette"].keys[0]) })}
      </Text>
    </Modal>
  );
}
