import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import {
  openPasswordReset,
  usePasswordReset as sendNewPassword,
} from "../../server/password-resets/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { usePageTitle } from "../app/page.tsx";
import { call } from "../client.ts";
import { Door } from "./door.tsx";
import css from "./sign-in.module.css";

/** The page behind a link for a forgotten password. What stands after # never reaches a server's log. */
export function NewPasswordPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState("");
  usePageTitle(t("session.newPassword.title"));
  const reset = useQuery({
    queryKey: ["password-reset"],
    queryFn: ({ signal }) => call(openPasswordReset, { body: { token: token || "none" }, signal }),
    gcTime: 0,
  });
  const use = useMutation({
    mutationFn: () => call(sendNewPassword, { body: { token, password } }),
    onSuccess: () => {
      queries.clear();
      go("/", { replace: true });
    },
  });
  const error = use.error ?? reset.error;
  const found = reset.data;
  return (
    <Door>
      <form
        className={css.card}
        onSubmit={(event) => {
          event.preventDefault();
          use.mutate();
        }}
      >
        <Stack gap="md">
          <Title order={1} size="h3">
            {t("session.newPassword.title")}
          </Title>
          {reset.isPending && (
            <Late>
              <Text size="sm">{t("app.oneMoment")}</Text>
            </Late>
          )}
          {error && (
            <div className={css.error} role="alert">
              <Icon name="warn" size={18} />
              <span>{error.message}</span>
            </div>
          )}
          {found && (
            <>
              <Text size="sm">{t("session.newPassword.about", { name: found.name })}</Text>
              <TextInput
                label={t("session.email")}
                type="email"
                autoComplete="username"
                size="md"
                readOnly
                value={found.email}
              />
              <PasswordInput
                label={t("session.newPassword.password")}
                description={t("session.invitation.passwordHint")}
                autoComplete="new-password"
                autoFocus
                required
                minLength={10}
                withAsterisk={false}
                size="md"
                visibilityToggleButtonProps={{ "aria-label": t("app.showPassword"), tabIndex: 0 }}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" size="md" mt="xs" fullWidth loading={use.isPending}>
                {t("session.newPassword.choose")}
              </Button>
            </>
          )}
        </Stack>
      </form>
    </Door>
  );
}
