import { Textarea } from "@mantine/core";
import { useState } from "react";

interface Props {
  label: string;
  description?: string;
  /** The label stands in the empty field alone. */
  inline?: boolean;
  value: readonly string[];
  /** What a line comes to. */
  read?: ((line: string) => string) | undefined;
  onChange: (values: string[]) => void;
}

/** Several values, one a line. What is typed stays as it is typed. */
export function ListField({ label, description, inline, value, read = (line) => line, onChange }: Props) {
  const [typed, setTyped] = useState(value.join("\n"));
  return (
    <Textarea
      {...(inline ? { "aria-label": label, placeholder: label } : { label })}
      description={description}
      autosize
      minRows={2}
      maxRows={10}
      spellCheck={false}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const lines = currentTarget.value.split("\n").map((line) => read(line.trim()));
        onChange([...new Set(lines.filter((line) => line !== ""))]);
      }}
    />
  );
}
