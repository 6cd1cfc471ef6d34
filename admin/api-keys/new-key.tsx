import { NumberInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createApiKey } from "../../server/api-keys/contract.ts";
import { NewForm } from "../app/new-form.tsx";
import { call } from "../client.ts";

interface Props {
  site: string;
  onMade: (key: string) => void;
  onCancel: () => void;
}

export function NewKey({ site, onMade, onCancel }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [queriesAMinute, setQueriesAMinute] = useState<number | string>(600);
  const make = useMutation({
    mutationFn: () =>
      call(createApiKey, {
        params: { site },
        body: { name: name.trim(), queriesAMinute: Number(queriesAMinute) },
      }),
    onSuccess: ({ key }) => onMade(key),
  });
  return (
    <NewForm
      title={t("apiKeys.make")}
      submit={t("apiKeys.makeIt")}
      make={make}
      incomplete={name.trim() === ""}
      onCancel={onCancel}
    >
      <TextInput
        label={t("apiKeys.program")}
        placeholder="Coral"
        required
        withAsterisk={false}
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        label={t("apiKeys.limit")}
        min={1}
        max={60_000}
        allowDecimal={false}
        required
        withAsterisk={false}
        value={queriesAMinute}
        onChange={setQueriesAMinute}
      />
    </NewForm>
  );
}
