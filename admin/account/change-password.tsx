import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changePassword } from "../../server/account/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { showToast } from "../app/notices.ts";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import css from "./account-page.module.css";

export function ChangePassword({ email }: { email: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const change = useMutation({
    mutationFn: () => call(changePassword, { body: { password, newPassword } }),
    onSuccess: () => {
      setPassword("");
      setNewPassword("");
      showToast(t("account.password.changed"));
      void queries.invalidateQueries({ queryKey: ["account"] });
    },
  });
  return (
    <Section title={t("account.password.title")} about={t("account.password.about")}>
      <form
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t("account.password.present")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t("app.showPassword"), tabIndex: 0 }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("account.password.new")}
          description={t("session.invitation.passwordHint")}
          autoComplete="new-password"
          required
          minLength={10}
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t("app.showPassword"), tabIndex: 0 }}
          value={newPassword}
          onChange={(event) => setNewPassword(event.currentTarget.value)}
        />
        <FormError error={change.error} />
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t("account.password.change")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
