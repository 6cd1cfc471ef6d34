import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { exportSearch } from "../../server/search/contract.ts";
import { Icon } from "../app/icons.tsx";
import { type Asked, queryOf } from "./asked.ts";

/** All that is found, as a file. The server streams it, so the browser fetches it and not this page. */
export function ExportLinks({ asked, site }: { asked: Asked; site: string | undefined }) {
  const { t } = useTranslation();
  const address = (format: "csv" | "jsonl") => {
    const query = new URLSearchParams({ format });
    for (const [name, value] of Object.entries(queryOf(asked, site)))
      if (value && name !== "sort") query.set(name, String(value));
    return `${exportSearch.path}?${query}`;
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<Icon name="out" size={14} />}>
          {t("search.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address("csv")} download>
          {t("search.csv")}
        </Menu.Item>
        <Menu.Item component="a" href={address("jsonl")} download>
          {t("search.jsonl")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
