import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { t } from "i18next";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { type Person, resetTwoStep, updatePerson } from "../../server/moderators/contract.ts";
import { createPasswordReset } from "../../server/password-resets/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { showToast } from "../app/notices.ts";
import page from "../app/page.module.css";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { type Access, AccessFields } from "./access-fields.tsx";
import type { Link } from "./link-once.tsx";
import css from "./people-page.module.css";

interface Props {
  person: Person;
  me: boolean;
  sites: Site[];
  onChanged: () => void;
  onLink: (link: Link) => void;
}

export function PersonRow({ person, me, sites, onChanged, onLink }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const active = person.deactivatedAt === null;
  return (
    <div className={css.person}>
      <div className={css.who}>
        <div className={page.name}>
          {person.name}
          {me && ` · ${t("people.person.you")}`}
        </div>
        <div className={page.meta}>
          {person.email}
          <br />
          {whatTheyDo(person, sites)}
          {person.twoStep && ` · ${t("people.person.twoStep")}`}
          {" · "}
          {person.lastSeenAt ? (
            <Trans i18nKey="people.person.seen" components={{ when: <When at={person.lastSeenAt} /> }} />
          ) : (
            t("people.person.notSeen")
          )}
        </div>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("people.person.changeOne", { name: person.name })}
        onClick={() => setEditing(true)}
      >
        {t(active ? "people.person.change" : "people.person.letIn")}
      </Button>
      {editing && (
        <EditPerson
          person={person}
          me={me}
          sites={sites}
          onClose={() => setEditing(false)}
          onLink={(link) => {
            setEditing(false);
            onLink(link);
          }}
          onChanged={() => {
            setEditing(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

function whatTheyDo({ role, sites: slugs, sections, deactivatedAt }: Person, sites: Site[]): string {
  if (deactivatedAt) return t("people.person.deactivated");
  if (role === "owner") return t("people.person.ownerOfAll");
  const nameOf = (slug: string): string => sites.find((site) => site.slug === slug)?.name ?? slug;
  const parts = [...new Set(sections.map(({ site }) => site))].map((slug) => {
    const own = sections.filter(({ site }) => site === slug).map(({ section }) => section);
    return t("people.person.sectionsOf", { site: nameOf(slug), sections: own.join(", ") });
  });
  const names = [...slugs.map(nameOf), ...parts];
  return names.length > 0
    ? t("people.person.moderatorOf", { sites: names.join(", ") })
    : t("people.person.moderatorOfNone");
}

function EditPerson(props: Props & { onClose: () => void }) {
  const { t } = useTranslation();
  const { person, me, sites, onClose, onChanged, onLink } = props;
  const [access, setAccess] = useState<Access>({
    role: person.role,
    sites: person.sites,
    sections: person.sections,
  });
  const active = person.deactivatedAt === null;
  const params = { id: person.id };
  const saved = (what: "rights" | "backIn" | "out" | "noTwoStep") => () => {
    showToast(t(`people.person.${what}`, { name: person.name }));
    onChanged();
  };
  const save = useMutation({
    mutationFn: () =>
      call(updatePerson, { params, body: { ...access, ...(active ? {} : { active: true }) } }),
    onSuccess: saved(active ? "rights" : "backIn"),
  });
  const deactivate = useMutation({
    mutationFn: () => call(updatePerson, { params, body: { active: false } }),
    onSuccess: saved("out"),
  });
  const reset = useMutation({
    mutationFn: () => call(resetTwoStep, { params }),
    onSuccess: saved("noTwoStep"),
  });
  const forgotten = useMutation({
    mutationFn: () => call(createPasswordReset, { params }),
    onSuccess: ({ link }) => onLink({ name: person.name, link, about: "aboutPassword" }),
  });
  const error = save.error ?? deactivate.error ?? reset.error ?? forgotten.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={person.name}
      size="lg"
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <Stack gap="md">
        <AccessFields access={access} onChange={setAccess} sites={sites} />
        <Text size="sm" c="dimmed">
          {t("people.person.follows")}
        </Text>
        <FormError error={error} />
        <Group gap="sm">
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t(active ? "app.save" : "people.person.letIn")}
          </Button>
          {active && (
            <Button variant="default" loading={deactivate.isPending} onClick={() => deactivate.mutate()}>
              {t("people.person.deactivate")}
            </Button>
          )}
          {active && !me && (
            <Button variant="default" loading={forgotten.isPending} onClick={() => forgotten.mutate()}>
              {t("people.person.resetPassword")}
            </Button>
          )}
          {active && !me && person.twoStep && (
            <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
              {t("people.person.twoStepOff")}
            </Button>
          )}
        </Group>
        {active && (
          <Text size="sm" c="dimmed">
            {t("people.person.deactivating")}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}
