import css from "./page.module.css";

/** Why a form was not accepted, said aloud as well. */
export function FormError({ error }: { error: Error | null }) {
  return error ? (
    <p className={css.error} role="alert">
      {error.message}
    </p>
  ) : null;
}
