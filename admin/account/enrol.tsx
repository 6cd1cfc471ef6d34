import { Button, Group, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { confirmTwoStep } from "../../server/account/contract.ts";
import { FormError } from "../app/form-error.tsx";
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
  const { t } = useTranslation();
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
      <QrCode text={begun.uri} label={t("account.twoStep.qrCode")} />
      <div className={css.fields}>
        <div className={css.secret}>
          <Trans i18nKey="account.twoStep.scan" values={{ secret: groups }} components={{ code: <code /> }} />
        </div>
        <TextInput
          label={t("account.twoStep.firstCode")}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          withAsterisk={false}
          maxLength={10}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FormError error={confirm.error} />
        <Group gap="sm">
          <Button type="submit" loading={confirm.isPending}>
            {t("account.twoStep.switchOn")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("app.cancel")}
          </Button>
        </Group>
      </div>
    </form>
  );
}
