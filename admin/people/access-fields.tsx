import { Checkbox, Radio, Stack } from "@mantine/core";
import type { Site } from "../../server/sites/contract.ts";
import css from "./people-page.module.css";

export interface Access {
  role: "moderator" | "owner";
  /** Slugs. */
  sites: string[];
}

/** What somebody may do, and where. */
export function AccessFields(props: { access: Access; onChange: (access: Access) => void; sites: Site[] }) {
  const { access, onChange, sites } = props;
  return (
    <>
      <Radio.Group
        label="Role"
        value={access.role}
        onChange={(role) => onChange({ ...access, role: role as Access["role"] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="moderator" label="Moderator" description="Decides comments of the sites below." />
          <Radio
            value="owner"
            label="Owner"
            description="Everything, on every site: settings, people, keys."
          />
        </Stack>
      </Radio.Group>
      {access.role === "moderator" && (
        <Checkbox.Group
          label="Sites"
          value={access.sites}
          onChange={(chosen) => onChange({ ...access, sites: chosen })}
        >
          <div className={css.checks}>
            {sites.map((site) => (
              <Checkbox key={site.slug} value={site.slug} label={site.name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}
