import { Button, Group, PasswordInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { beginTwoStep, endTwoStep, readTwoStep } from "../../server/account/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { Late } from "../app/late.tsx";
import { showToast } from "../app/notices.ts";
import page from "../app/page.module.css";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import css from "./account-page.module.css";
import { Enrol } from "./enrol.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Two-step sign-in: on or off, each with the password. */
export function TwoStep() {
  const { t } = useTranslation();
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
      showToast(t("account.twoStep.isOff"));
      refresh();
    },
  });
  const enabled = query.data?.enabled;
  const ask = enabled ? end : begin;

  return (
    <Section title={t("account.twoStep.title")} about={t("account.twoStep.about")}>
      <FormError error={query.error} />
      {query.isPending && (
        <Late>
          <p className="rd-muted">{t("app.oneMoment")}</p>
        </Late>
      )}
      {query.data && !asking && (
        <div className={css.row}>
          <div>
            <div className={page.name}>{t(enabled ? "app.on" : "app.off")}</div>
            {enabled && (
              <div className={page.meta}>
                {t("account.twoStep.codesLeft", { count: query.data.recoveryCodesLeft })}
              </div>
            )}
          </div>
          <Button variant={enabled ? "default" : "filled"} onClick={() => setAsking(true)}>
            {t(enabled ? "account.twoStep.switchOff" : "account.twoStep.switchOn")}
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
              label={t("account.twoStep.password")}
              description={t("account.twoStep.passwordHint")}
              autoComplete="current-password"
              autoFocus
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ "aria-label": t("app.showPassword"), tabIndex: 0 }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <FormError error={ask.error} />
            <Group gap="sm">
              <Button type="submit" loading={ask.isPending}>
                {t(enabled ? "account.twoStep.switchOff" : "account.twoStep.continue")}
              </Button>
              <Button variant="default" onClick={close}>
                {t("app.cancel")}
              </Button>
            </Group>
          </form>
        )
      )}
      <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />
    </Section>
  );
}
