import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Person, resetTwoStep, updatePerson } from "../../server/moderators/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import { type Access, AccessFields } from "./access-fields.tsx";
import css from "./people-page.module.css";

interface Props {
  person: Person;
  me: boolean;
  sites: Site[];
  onChanged: () => void;
}

export function PersonRow({ person, me, sites, onChanged }: Props) {
  const [editing, setEditing] = useState(false);
  const active = person.deactivatedAt === null;
  return (
    <div className={css.person}>
      <div className={css.who}>
        <div className={css.name}>
          {person.name}
          {me && " · you"}
        </div>
        <div className={css.meta}>
          {person.email}
          <br />
          {whatTheyDo(person, sites)}
          {person.twoStep && " · two-step sign-in"} ·{" "}
          {person.lastSeenAt ? (
            <>
              last seen <When at={person.lastSeenAt} />
            </>
          ) : (
            "not seen yet"
          )}
        </div>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Change ${person.name}`}
        onClick={() => setEditing(true)}
      >
        {active ? "Change" : "Let in again"}
      </Button>
      {editing && (
        <EditPerson
          person={person}
          sites={sites}
          onClose={() => setEditing(false)}
          onChanged={() => {
            setEditing(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

function whatTheyDo({ role, sites: slugs, deactivatedAt }: Person, sites: Site[]): string {
  if (deactivatedAt) return "Deactivated";
  if (role === "owner") return "Owner of every site";
  const names = slugs.map((slug) => sites.find((site) => site.slug === slug)?.name ?? slug);
  return names.length > 0 ? `Moderator of ${names.join(", ")}` : "Moderator of no site yet";
}

function EditPerson(props: { person: Person; sites: Site[]; onClose: () => void; onChanged: () => void }) {
  const { person, sites, onClose, onChanged } = props;
  const [access, setAccess] = useState<Access>({ role: person.role, sites: person.sites });
  const active = person.deactivatedAt === null;
  const params = { id: person.id };
  const saved = (words: string) => () => {
    showToast(words);
    onChanged();
  };
  const save = useMutation({
    mutationFn: () =>
      call(updatePerson, { params, body: { ...access, ...(active ? {} : { active: true }) } }),
    onSuccess: saved(active ? `${person.name} has the new rights now.` : `${person.name} can sign in again.`),
  });
  const deactivate = useMutation({
    mutationFn: () => call(updatePerson, { params, body: { active: false } }),
    onSuccess: saved(`${person.name} is signed out everywhere.`),
  });
  const reset = useMutation({
    mutationFn: () => call(resetTwoStep, { params }),
    onSuccess: saved(`${person.name} signs in with the password alone now.`),
  });
  const error = save.error ?? deactivate.error ?? reset.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={person.name}
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <AccessFields access={access} onChange={setAccess} sites={sites} />
        <Text size="sm" c="dimmed">
          What they have open follows within seconds.
        </Text>
        {error && (
          <p className={css.error} role="alert">
            {error.message}
          </p>
        )}
        <Group gap="sm">
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {active ? "Save" : "Let in again"}
          </Button>
          {active && (
            <Button variant="default" loading={deactivate.isPending} onClick={() => deactivate.mutate()}>
              Deactivate
            </Button>
          )}
          {active && person.twoStep && (
            <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
              Switch two-step sign-in off
            </Button>
          )}
        </Group>
        {active && (
          <Text size="sm" c="dimmed">
            Deactivating signs them out everywhere and keeps them out. Their name stays beside what they
            decided.
          </Text>
        )}
      </Stack>
    </Modal>
  );
}
