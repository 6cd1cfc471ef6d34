/** Does `tell` at once, and what is asked for within `ms` of it once more at the end of them. */
export function seldom(ms: number, tell: () => void): () => void {
  let pause: NodeJS.Timeout | null = null;
  let again = false;
  return function ask() {
    if (pause) {
      again = true;
      return;
    }
    tell();
    pause = setTimeout(() => {
      pause = null;
      if (again) ask();
    }, ms);
    pause.unref();
    again = false;
  };
}
