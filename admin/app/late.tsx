import { type ReactNode, useEffect, useState } from "react";

const LATE_MS = 300;

/** Shows its children only once waiting has become noticeable. */
export function Late({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}
