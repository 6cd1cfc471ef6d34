import { Button, Group, NumberInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { createApiKey } from "../../server/api-keys/contract.ts";
import { call } from "../client.ts";
import css from "../webhooks/webhooks-page.module.css";

interface Props {
  site: string;
  onMade: (key: string) => void;
  onCancel: () => void;
}

export function NewKey({ site, onMade, onCancel }: Props) {
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
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <h2>Make a key</h2>
      <TextInput
        label="The program that will use it"
        placeholder="Coral"
        required
        withAsterisk={false}
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        mt="md"
        label="Texts a minute, at most"
        min={1}
        max={60_000}
        allowDecimal={false}
        required
        withAsterisk={false}
        value={queriesAMinute}
        onChange={setQueriesAMinute}
      />
      {make.error && (
        <p className={css.error} role="alert">
          {make.error.message}
        </p>
      )}
      <Group mt="lg" gap="sm">
        <Button type="submit" loading={make.isPending} disabled={name.trim() === ""}>
          Make
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
