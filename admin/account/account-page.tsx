import { useEffect } from "react";
import type { Moderator } from "../../server/moderators/contract.ts";
import css from "../settings/settings-page.module.css";
import { ChangePassword } from "./change-password.tsx";
import { Sessions } from "./sessions.tsx";
import { TwoStep } from "./two-step.tsx";

/** What belongs to the person themselves: how they sign in, and where they are signed in. */
export function AccountPage({ moderator }: { moderator: Moderator }) {
  useEffect(() => {
    document.title = "Your account · Replydesk";
  }, []);
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>Your account</h1>
        <p>
          {moderator.name}, {moderator.email}. How you sign in, and where you are signed in.
        </p>
      </div>
      <TwoStep />
      <ChangePassword email={moderator.email} />
      <Sessions />
    </div>
  );
}
