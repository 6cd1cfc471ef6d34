import { Checkbox, Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Site } from "../../server/sites/contract.ts";
import page from "../app/page.module.css";

export interface Access {
  role: "moderator" | "owner";
  /** Slugs. */
  sites: string[];
}

/** What somebody may do, and where. */
export function AccessFields(props: { access: Access; onChange: (access: Access) => void; sites: Site[] }) {
  const { t } = useTranslation();
  const { access, onChange, sites } = props;
  return (
    <>
      <Radio.Group
        label={t("people.access.role")}
        value={access.role}
        onChange={(role) => onChange({ ...access, role: role as Access["role"] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="moderator"
            label={t("people.access.moderator")}
            description={t("people.access.moderatorHint")}
          />
          <Radio value="owner" label={t("people.access.owner")} description={t("people.access.ownerHint")} />
        </Stack>
      </Radio.Group>
      {access.role === "moderator" && (
        <Checkbox.Group
          label={t("people.access.sites")}
          value={access.sites}
          onChange={(chosen) => onChange({ ...access, sites: chosen })}
        >
          <div className={page.checks}>
            {sites.map((site) => (
              <Checkbox key={site.slug} value={site.slug} label={site.name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}
