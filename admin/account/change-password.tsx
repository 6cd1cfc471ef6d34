import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changePassword } from "../../server/account/contract.ts";
import { showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { Section } from "../settings/section.tsx";
import css from "./account-page.module.css";

export const SHOW_OR_HIDE = { "aria-label": "Show or hide the password", tabIndex: 0 };

export function ChangePassword({ email }: { email: string }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const change = useMutation({
    mutationFn: () => call(changePassword, { body: { password, newPassword } }),
    onSuccess: () => {
      setPassword("");
      setNewPassword("");
      showToast("Password changed. You are signed out everywhere else.");
      void queries.invalidateQueries({ queryKey: ["account"] });
    },
  });
  return (
    <Section title="Password" words="A new password signs you out on every other device.">
      <form
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={SHOW_OR_HIDE}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          description="At least ten characters. Several words in a row are easy to keep in mind."
          autoComplete="new-password"
          required
          minLength={10}
          withAsterisk={false}
          visibilityToggleButtonProps={SHOW_OR_HIDE}
          value={newPassword}
          onChange={(event) => setNewPassword(event.currentTarget.value)}
        />
        {change.error && (
          <p className={css.error} role="alert">
            {change.error.message}
          </p>
        )}
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            Change the password
          </Button>
        </div>
      </form>
    </Section>
  );
}
