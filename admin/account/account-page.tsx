import { useTranslation } from "react-i18next";
import type { Moderator } from "../../server/moderators/contract.ts";
import { Page } from "../app/page.tsx";
import { bringWords } from "../language/bring-words.ts";
import { WellnessSection } from "../wellness/wellness-section.tsx";
import { ChangePassword } from "./change-password.tsx";
import { Sessions } from "./sessions.tsx";
import { TwoStep } from "./two-step.tsx";
import { en } from "./words.en.ts";

bringWords("account", en);

/** What belongs to the person themselves: how they sign in, and where they are signed in. */
export function AccountPage({ moderator }: { moderator: Moderator }) {
  const { t } = useTranslation();
  const { name, email } = moderator;
  return (
    <Page title={t("account.title")} about={t("account.about", { name, email })} narrow>
      <TwoStep />
      <ChangePassword email={email} />
      <Sessions />
      <WellnessSection />
    </Page>
  );
}
