import "@mantine/core/styles/Pill.css";
import "@mantine/core/styles/PillsInput.css";
import { TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listSections } from "../../server/articles/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { call } from "../client.ts";

/** The longest name of a section. */
const LONGEST = 100;

/** Sections of a site, chosen from those its articles are in, or written. */
export function SectionChoice(props: {
  site: Site;
  chosen: string[];
  onChange: (sections: string[]) => void;
}) {
  const { t } = useTranslation();
  const { site, chosen, onChange } = props;
  // Of two hundred sites, those are asked that somebody looks at.
  const [looked, setLooked] = useState(false);
  const { data } = useQuery({
    queryKey: ["sections", site.slug],
    queryFn: async ({ signal }) => (await call(listSections, { params: { site: site.slug }, signal })).items,
    enabled: looked,
  });
  return (
    <TagsInput
      aria-label={t("people.access.sectionsOf", { site: site.name })}
      placeholder={chosen.length === 0 ? t("people.access.onlySections") : undefined}
      data={data ?? []}
      value={chosen}
      onChange={(sections) =>
        onChange(sections.map((section) => section.trim().slice(0, LONGEST)).filter(Boolean))
      }
      onFocus={() => setLooked(true)}
      splitChars={[]}
      maxDropdownHeight={220}
      comboboxProps={{ shadow: "md" }}
    />
  );
}
