import { Trans } from "react-i18next";
import { dayAndTime, exactTime } from "../language/format.ts";

/** "until 3 Dec, 14:00", in the viewer's time zone. */
export function Until({
  at,
  words = "readers.until",
}: {
  at: string;
  words?: "readers.until" | "readers.newcomersToo";
}) {
  return (
    <Trans
      i18nKey={words}
      components={{
        end: (
          <time dateTime={at} title={exactTime(at)}>
            {dayAndTime(at)}
          </time>
        ),
      }}
    />
  );
}
