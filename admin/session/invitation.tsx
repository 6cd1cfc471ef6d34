import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { acceptInvitation, openInvitation } from "../../server/invitations/contract.ts";
import { Icon } from "../app/icons.tsx";
import { Late } from "../app/late.tsx";
import { call } from "../client.ts";
import { Door } from "./door.tsx";
import css from "./sign-in.module.css";

/** The page behind an invitation's link. What stands after # never reaches a server's log. */
export function InvitationPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState("");
  useEffect(() => {
    document.title = `${t("session.invitation.title")} · Replydesk`;
  }, [t]);
  const invitation = useQuery({
    queryKey: ["invitation"],
    queryFn: ({ signal }) => call(openInvitation, { body: { token: token || "none" }, signal }),
    gcTime: 0,
  });
  const accept = useMutation({
    mutationFn: () => call(acceptInvitation, { body: { token, password } }),
    onSuccess: ({ moderator }) => {
      queries.clear();
      queries.setQueryData(["session"], moderator);
      go("/", { replace: true });
    },
  });
  const found = invitation.data;
  return (
    <Door>
      <form
        className={css.card}
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate();
        }}
      >
        <Stack gap="md">
          <Title order={1} size="h3">
            {found ? t("session.invitation.welcome", { name: found.name }) : t("session.invitation.title")}
          </Title>
          {invitation.isPending && (
            <Late>
              <Text size="sm">{t("app.oneMoment")}</Text>
            </Late>
          )}
          {(accept.error ?? invitation.error) && (
            <div className={css.error} role="alert">
              <Icon name="warn" size={18} />
              <span>{(accept.error ?? invitation.error)?.message}</span>
            </div>
          )}
          {found && (
            <>
              <Text size="sm">
                {t(`session.invitation.${found.role === "owner" ? "asOwner" : "asModerator"}`, {
                  by: found.invitedBy,
                })}
              </Text>
              <TextInput
                label={t("session.email")}
                type="email"
                autoComplete="username"
                size="md"
                readOnly
                value={found.email}
              />
              <PasswordInput
                label={t("session.password")}
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
              <Button type="submit" size="md" mt="xs" fullWidth loading={accept.isPending}>
                {t("session.invitation.join")}
              </Button>
            </>
          )}
        </Stack>
      </form>
    </Door>
  );
}
