import { Button, PasswordInput, Stack, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { signIn } from "../../server/moderators/contract.ts";
import { Icon } from "../app/icons.tsx";
import { call, isCallError } from "../client.ts";
import css from "./sign-in.module.css";

/** Stands in for whatever page was asked for; once signed in, that page is there. */
export function SignIn() {
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const passwordField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = "Sign in · Replydesk";
  }, []);

  const enter = useMutation({
    mutationFn: () => call(signIn, { body: { email: email.trim(), password } }),
    onSuccess: ({ moderator }) => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      queries.setQueryData(["session"], moderator);
    },
    onError: () => {
      passwordField.current?.focus();
      passwordField.current?.select();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate();
  };

  return (
    <main className={css.page}>
      <div className={css.box}>
        <div className={css.brand}>
          <img src="/desk/mark.svg" width={28} height={28} alt="" />
          Replydesk
        </div>
        <form className={css.card} onSubmit={submit}>
          <Stack gap="md">
            <Title order={1} size="h3">
              Sign in to the desk
            </Title>
            {enter.error && (
              <div className={css.error} role="alert">
                <Icon name="warn" size={18} />
                <span>{explain(enter.error)}</span>
              </div>
            )}
            <TextInput
              label="E-mail"
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
              label="Password"
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              size="md"
              visibilityToggleButtonProps={{ "aria-label": "Show or hide the password", tabIndex: 0 }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="md" mt="xs" fullWidth loading={enter.isPending}>
              Sign in
            </Button>
          </Stack>
        </form>
      </div>
    </main>
  );
}

function explain(error: Error): string {
  if (isCallError(error) && error.status === 401) {
    return "E-mail and password do not match. Check both and try again.";
  }
  return error.message;
}
