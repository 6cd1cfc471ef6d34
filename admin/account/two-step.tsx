import { Button, Group, PasswordInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { beginTwoStep, endTwoStep, readTwoStep } from "../../server/account/contract.ts";
import { Late } from "../app/late.tsx";
import { showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { Section } from "../settings/section.tsx";
import css from "./account-page.module.css";
import { SHOW_OR_HIDE } from "./change-password.tsx";
import { Enrol } from "./enrol.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Two-step sign-in: on or off, each with the password. */
export function TwoStep() {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  const query = useQuery({
    queryKey: ["account", "totp"],
    queryFn: ({ signal }) => call(readTwoStep, { signal }),
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ["account", "totp"] });
  const close = () => {
    setAsking(false);
    setPassword("");
    begin.reset();
    end.reset();
  };
  const begin = useMutation({
    mutationFn: () => call(beginTwoStep, { body: { password } }),
    onSuccess: () => setPassword(""),
  });
  const end = useMutation({
    mutationFn: () => call(endTwoStep, { body: { password } }),
    onSuccess: () => {
      close();
      showToast("Two-step sign-in is off.");
      refresh();
    },
  });
  const enabled = query.data?.enabled;
  const ask = enabled ? end : begin;

  return (
    <Section
      title="Two-step sign-in"
      words="Beside your password, signing in asks for a code that an authenticator app on your phone shows. Who learns your password then still stays outside."
    >
      {query.error && <p className={css.error}>{query.error.message}</p>}
      {query.isPending && (
        <Late>
          <p className="rd-muted">One moment.</p>
        </Late>
      )}
      {query.data && !asking && (
        <div className={css.row}>
          <div>
            <div className={css.name}>{enabled ? "On" : "Off"}</div>
            {enabled && (
              <div className={css.meta}>
                {query.data.recoveryCodesLeft} of 10 recovery codes are left. To get new ones, switch it off
                and on again.
              </div>
            )}
          </div>
          <Button variant={enabled ? "default" : "filled"} onClick={() => setAsking(true)}>
            {enabled ? "Switch off" : "Switch on"}
          </Button>
        </div>
      )}
      {asking && begin.data && !enabled ? (
        <Enrol
          begun={begin.data}
          onCancel={close}
          onDone={(made) => {
            close();
            setCodes(made);
            refresh();
          }}
        />
      ) : (
        asking && (
          <form
            className={css.fields}
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              ask.mutate();
            }}
          >
            <PasswordInput
              label="Your password"
              description="So that nobody else does this at a desk left open."
              autoComplete="current-password"
              autoFocus
              required
              withAsterisk={false}
              visibilityToggleButtonProps={SHOW_OR_HIDE}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            {ask.error && (
              <p className={css.error} role="alert">
                {ask.error.message}
              </p>
            )}
            <Group gap="sm">
              <Button type="submit" loading={ask.isPending}>
                {enabled ? "Switch off" : "Continue"}
              </Button>
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
            </Group>
          </form>
        )
      )}
      <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />
    </Section>
  );
}
