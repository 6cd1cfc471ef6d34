import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { InvitationPage } from "../session/invitation.tsx";
import { NewPasswordPage } from "../session/new-password.tsx";
import { SignIn } from "../session/sign-in.tsx";
import { useSession } from "../session/use-session.ts";
import { Late } from "./late.tsx";
import { Message } from "./message.tsx";
import { Shell } from "./shell.tsx";

/** The whole desk: the door, or what is behind it. The address stays, so a deep link survives signing in. */
export function Desk() {
  const [path] = useLocation();
  if (path === "/invitation") return <InvitationPage />;
  return path === "/password" ? <NewPasswordPage /> : <BehindTheDoor />;
}

function BehindTheDoor() {
  const { t } = useTranslation();
  const { moderator, error, retry } = useSession();
  if (moderator) return <Shell moderator={moderator} />;
  if (moderator === null) return <SignIn />;
  if (error) {
    return (
      <Message icon="cloudOff" title={t("app.unreachable")} words={error.message}>
        <Button onClick={retry}>{t("app.tryAgain")}</Button>
      </Message>
    );
  }
  return (
    <Late>
      <Message icon="clock" title={t("app.opening")} words={t("app.oneMoment")} />
    </Late>
  );
}
