import { Checkbox, Input, Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Person } from "../../server/moderators/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import css from "./people-page.module.css";
import { SectionChoice } from "./section-choice.tsx";

/** Sites are slugs. */
export type Access = Pick<Person, "role" | "sites" | "sections">;

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
        <Input.Wrapper
          label={t("people.access.sites")}
          description={t("people.access.sitesHint")}
          labelElement="div"
        >
          <div className={css.where}>
            {sites.map((site) => (
              <SiteAccess key={site.slug} site={site} access={access} onChange={onChange} />
            ))}
          </div>
        </Input.Wrapper>
      )}
    </>
  );
}

/** A site: all of it, or some of its sections. */
function SiteAccess(props: { site: Site; access: Access; onChange: (access: Access) => void }) {
  const { site, access, onChange } = props;
  const whole = access.sites.includes(site.slug);
  const others = access.sites.filter((slug) => slug !== site.slug);
  const of = (one: Access["sections"][number]): boolean => one.site === site.slug;
  const chosen = access.sections.filter(of).map(({ section }) => section);
  const choose = (sections: string[]) =>
    onChange({
      ...access,
      sections: [
        ...access.sections.filter((one) => !of(one)),
        ...sections.map((section) => ({ site: site.slug, section })),
      ],
    });
  return (
    <div className={css.site}>
      <Checkbox
        label={site.name}
        checked={whole}
        onChange={() => onChange({ ...access, sites: whole ? others : [...others, site.slug] })}
      />
      {!whole && <SectionChoice site={site} chosen={chosen} onChange={choose} />}
    </div>
  );
}
