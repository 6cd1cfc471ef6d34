/** Which entries came and which went between two states of a list. */
export function differences(before: readonly string[], after: readonly string[]) {
  const [was, is] = [new Set(before), new Set(after)];
  return {
    added: new Set(after.filter((entry) => !was.has(entry))),
    removed: before.filter((entry) => !is.has(entry)),
  };
}
