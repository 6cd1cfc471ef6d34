import { Button, PasswordInput, Stack, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { signIn } from "../../server/moderators/contract.ts";
import { Icon } from "../app/icons.tsx";
import { call, isCallError } from "../client.ts";
import { Door } from "./door.tsx";
import css from "./sign-in.module.css";

/** Stands in for whatever page was asked for; once signed in, that page is there. */
export function SignIn() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  /** null: not asked for. */
  const [code, setCode] = useState<string | null>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${t("session.title")} · Replydesk`;
  }, [t]);

  const enter = useMutation({
    mutationFn: () =>
      call(signIn, { body: { email: email.trim(), password, ...(code !== null && { code }) } }),
    onSuccess: ({ moderator }) => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      queries.setQueryData(["session"], moderator);
    },
    onError: (error) => {
      if (codeOf(error) === "code_required") return setCode("");
      if (code !== null) return codeField.current?.select();
      passwordField.current?.focus();
      passwordField.current?.select();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate();
  };

  return (
    <Door>
      <form className={css.card} onSubmit={submit}>
        <Stack gap="md">
          <Title order={1} size="h3">
            {t(code === null ? "session.heading" : "session.oneMore")}
          </Title>
          {enter.error && codeOf(enter.error) !== "code_required" && (
            <div className={css.error} role="alert">
              <Icon name="warn" size={18} />
              <span>{explain(enter.error)}</span>
            </div>
          )}
          {code === null ? (
            <>
              <TextInput
                label={t("session.email")}
                type="email"
                name="email"
                autoComplete="username"
                autoFocus
                required
                withAsterisk={false}
                size="md"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <PasswordInput
                ref={passwordField}
                label={t("session.password")}
                name="password"
                autoComplete="current-password"
                required
                withAsterisk={false}
                size="md"
                visibilityToggleButtonProps={{ "aria-label": t("app.showPassword"), tabIndex: 0 }}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            </>
          ) : (
            <TextInput
              ref={codeField}
              label={t("session.code")}
              description={t("session.codeHint")}
              name="code"
              autoComplete="one-time-code"
              autoFocus
              required
              withAsterisk={false}
              size="md"
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <Button type="submit" size="md" mt="xs" fullWidth loading={enter.isPending}>
            {t("session.signIn")}
          </Button>
          {code !== null && (
            <Button
              variant="subtle"
              onClick={() => {
                enter.reset();
                setCode(null);
              }}
            >
              {t("session.back")}
            </Button>
          )}
        </Stack>
      </form>
    </Door>
  );
}

function explain(error: Error): string {
  if (codeOf(error) === "unauthenticated") {
    return t("session.mismatch");
  }
  return error.message;
}

const codeOf = (error: Error): string | null => (isCallError(error) ? error.code : null);
