import { Button, Group, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { invite } from "../../server/invitations/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { call } from "../client.ts";
import { type Access, AccessFields } from "./access-fields.tsx";
import css from "./people-page.module.css";

interface Props {
  sites: Site[];
  onMade: (made: { name: string; link: string }) => void;
  onCancel: () => void;
}

export function InviteForm({ sites, onMade, onCancel }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [access, setAccess] = useState<Access>({
    role: "moderator",
    sites: sites.length === 1 ? sites.map(({ slug }) => slug) : [],
  });
  const make = useMutation({
    mutationFn: () => call(invite, { body: { name, email: email.trim(), ...access } }),
    onSuccess: onMade,
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <h2>Invite somebody</h2>
      <TextInput
        label="Name"
        description="As colleagues see it beside decisions."
        required
        withAsterisk={false}
        autoFocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        type="email"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <AccessFields access={access} onChange={setAccess} sites={sites} />
      {make.error && (
        <p className={css.error} role="alert">
          {make.error.message}
        </p>
      )}
      <Group gap="sm">
        <Button type="submit" loading={make.isPending}>
          Make the link
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
