import { type ReactNode, useEffect, useState } from "react";

const LATE_MS = 300;

/** Shows its children only once waiting has become noticeable, or has lasted for `ms` milliseconds. */
export function Late({ children, ms = LATE_MS }: { children: ReactNode; ms?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late ? children : null;
}
