import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useActions } from "../actions/use-actions.ts";
import { Icon } from "./icons.tsx";

export function SchemeToggle() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light", { getInitialValueInEffect: false }) === "dark";
  const label = t(dark ? "app.toLight" : "app.toDark");
  const toggle = () => setColorScheme(dark ? "light" : "dark");
  useActions({ "desk.scheme": toggle });
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={toggle}>
        <Icon name={dark ? "sun" : "moon"} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
