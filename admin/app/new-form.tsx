import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "./form-error.tsx";
import css from "./page.module.css";

interface Props {
  title: string;
  /** What the button says. */
  submit: string;
  make: { mutate: () => void; error: Error | null; isPending: boolean };
  /** Something needed is still missing. */
  incomplete?: boolean;
  onCancel: () => void;
  children: ReactNode;
}

/** The form by which a page adds one more of what it lists. */
export function NewForm({ title, submit, make, incomplete = false, onCancel, children }: Props) {
  const { t } = useTranslation();
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <h2>{title}</h2>
      {children}
      <FormError error={make.error} />
      <Group gap="sm">
        <Button type="submit" loading={make.isPending} disabled={incomplete}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("app.cancel")}
        </Button>
      </Group>
    </form>
  );
}
