const NAMES: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  30: "",
  40: "warning",
  50: "error",
  60: "fatal",
};

/** Turns one JSON log line into one a person reads: `12:30:01 error: text key=value`, with the stack below it. */
export function humanLine(json: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(json) as {
    level: number;
    time: number;
    msg?: string;
    err?: { message?: string; stack?: string };
  };
  const name = NAMES[level] ?? "";
  const fields = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const clock = new Date(time).toTimeString().slice(0, 8);
  const head = [clock, name && `${name}:`, msg ?? err?.message, ...fields].filter(Boolean).join(" ");
  return err?.stack ? `${head}\n${err.stack}\n` : `${head}\n`;
}
