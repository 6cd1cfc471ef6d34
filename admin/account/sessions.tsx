import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { Trans, useTranslation } from "react-i18next";
import {
  listSessions,
  type OwnSession,
  revokeOtherSessions,
  revokeSession,
} from "../../server/account/contract.ts";
import { FormError } from "../app/form-error.tsx";
import { Late } from "../app/late.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import page from "../app/page.module.css";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "./account-page.module.css";

/** Where the person is signed in, this device first. */
export function Sessions() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["account", "sessions"],
    queryFn: async ({ signal }) => (await call(listSessions, { signal })).items,
  });
  const settled = {
    onSuccess: () => {
      showToast(t("account.sessions.ended"));
      void queries.invalidateQueries({ queryKey: ["account"] });
    },
    onError: (error: Error) => showProblem(error.message),
  };
  const end = useMutation({
    mutationFn: (id: string) => call(revokeSession, { params: { id } }),
    ...settled,
  });
  const endOthers = useMutation({ mutationFn: () => call(revokeOtherSessions, {}), ...settled });
  const sessions = query.data && [...query.data].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <Section title={t("account.sessions.title")} about={t("account.sessions.about")}>
      <FormError error={query.error} />
      {query.isPending && (
        <Late>
          <p className="rd-muted">{t("account.sessions.loading")}</p>
        </Late>
      )}
      {sessions?.map((session) => (
        <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
      ))}
      {sessions && sessions.length > 1 && (
        <Button variant="default" mt="sm" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t("account.sessions.endOthers")}
        </Button>
      )}
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.row}>
      <div>
        <div className={page.name}>
          {deviceName(session.device)}
          {session.current && ` · ${t("account.sessions.here")}`}
        </div>
        <div className={page.meta}>
          <Trans
            i18nKey="account.sessions.seen"
            components={{ since: <When at={session.createdAt} />, seen: <When at={session.lastSeenAt} /> }}
          />
        </div>
      </div>
      {!session.current && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("account.sessions.endOne", { device: deviceName(session.device) })}
          onClick={onEnd}
        >
          {t("account.sessions.end")}
        </Button>
      )}
    </div>
  );
}

/** The device in the viewer's language: the server keeps it as "Firefox on Linux", or as one it does not know. */
function deviceName(device: string): string {
  if (device === "An unknown device") return i18next.t("account.sessions.unknown");
  const [browser = device, system] = device.split(" on ");
  return system ? i18next.t("account.sessions.device", { browser, system }) : device;
}
