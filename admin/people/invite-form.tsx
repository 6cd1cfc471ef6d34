import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { invite } from "../../server/invitations/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { NewForm } from "../app/new-form.tsx";
import { call } from "../client.ts";
import { type Access, AccessFields } from "./access-fields.tsx";

interface Props {
  sites: Site[];
  onMade: (made: { name: string; link: string }) => void;
  onCancel: () => void;
}

export function InviteForm({ sites, onMade, onCancel }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [access, setAccess] = useState<Access>({
    role: "moderator",
    sites: sites.length === 1 ? sites.map(({ slug }) => slug) : [],
    sections: [],
  });
  const make = useMutation({
    mutationFn: () => call(invite, { body: { name, email: email.trim(), ...access } }),
    onSuccess: onMade,
  });
  return (
    <NewForm title={t("people.invite")} submit={t("people.makeLink")} make={make} onCancel={onCancel}>
      <TextInput
        label={t("people.name")}
        description={t("people.nameHint")}
        required
        withAsterisk={false}
        autoFocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t("people.email")}
        type="email"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <AccessFields access={access} onChange={setAccess} sites={sites} />
    </NewForm>
  );
}
