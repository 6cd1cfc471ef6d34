import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import { InvitationPage } from "../session/invitation.tsx";
import { SignIn } from "../session/sign-in.tsx";
import { useSession } from "../session/use-session.ts";
import { Late } from "./late.tsx";
import { Message } from "./message.tsx";
import { Shell } from "./shell.tsx";

/** The whole desk: the door, or what is behind it. The address stays, so a deep link survives signing in. */
export function Desk() {
  const [path] = useLocation();
  return path === "/invitation" ? <InvitationPage /> : <BehindTheDoor />;
}

function BehindTheDoor() {
  const { moderator, error, retry } = useSession();
  if (moderator) return <Shell moderator={moderator} />;
  if (moderator === null) return <SignIn />;
  if (error) {
    return (
      <Message icon="cloudOff" title="The desk cannot be reached" words={error.message}>
        <Button onClick={retry}>Try again</Button>
      </Message>
    );
  }
  return (
    <Late>
      <Message icon="clock" title="Opening the desk" words="One moment." />
    </Late>
  );
}
