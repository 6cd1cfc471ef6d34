import { Button, Group, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { confirmTwoStep } from "../../server/account/contract.ts";
import { call } from "../client.ts";
import css from "./account-page.module.css";
import { QrCode } from "./qr-code.tsx";

interface Props {
  begun: { secret: string; uri: string };
  onDone: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

/** The picture for the app, and the first code it shows. */
export function Enrol({ begun, onDone, onCancel }: Props) {
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => call(confirmTwoStep, { body: { code } }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const groups = begun.secret.match(/.{1,4}/g)?.join(" ");
  return (
    <form
      className={css.enrol}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <QrCode text={begun.uri} label="The QR code for your authenticator app" />
      <div className={css.fields}>
        <div className={css.secret}>
          Scan this with your authenticator app. Where it cannot scan, type <code>{groups}</code>
        </div>
        <TextInput
          label="The code it shows now"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          withAsterisk={false}
          maxLength={10}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {confirm.error && (
          <p className={css.error} role="alert">
            {confirm.error.message}
          </p>
        )}
        <Group gap="sm">
          <Button type="submit" loading={confirm.isPending}>
            Switch on
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </div>
    </form>
  );
}
