import { Kbd, Modal, Table, Text } from "@mantine/core";
import { Fragment } from "react";
import { useLettersOn } from "./letters.ts";

const KEYS: [keys: string[], does: string][] = [
  [["A"], "Approve"],
  [["R"], "Reject: choose the reason, then Enter"],
  [["1", "…", "9"], "Pick a reason while rejecting"],
  [["T"], "Take over a comment that a colleague is on"],
  [["U", "Ctrl Z"], "Take the last decision back"],
  [["J", "K"], "Next and previous comment"],
  [["→", "←"], "Next and previous comment, in focus mode"],
  [["↓", "↑"], "Next and previous comment, in the list"],
  [["L"], "Switch between list and focus"],
  [["Enter"], "Open the comment from the list"],
  [["Esc"], "Close what is open"],
  [["?"], "This list"],
];

export function KeyList({ onClose }: { onClose: () => void }) {
  const on = useLettersOn();
  return (
    <Modal opened onClose={onClose} title="Keys" size="md" closeButtonProps={{ "aria-label": "Close" }}>
      {!on && (
        <Text size="sm" mb="sm">
          Single-letter keys are switched off. Your menu, top right, switches them on.
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
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="md">
        Keys rest while you type in a field, and never take the browser’s own shortcuts.
      </Text>
    </Modal>
  );
}
