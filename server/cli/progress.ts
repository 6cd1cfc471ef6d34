/** A terminal is drawn again at most this often, in ms. */
const PAUSE = 100;

/** Says on standard error how far a long command is: one line drawn over where a person looks on, else nothing until the end. */
export function countOn(stream: Pick<NodeJS.WriteStream, "write" | "isTTY">, what: string) {
  const began = performance.now();
  let drawn = 0;
  const sentence = (count: number): string => {
    const seconds = (performance.now() - began) / 1_000;
    return `${count.toLocaleString("en")} ${what} in ${seconds.toFixed(1)} s (${Math.round(count / seconds).toLocaleString("en")} a second)`;
  };
  return {
    show(count: number): void {
      if (!stream.isTTY || performance.now() - drawn < PAUSE) return;
      drawn = performance.now();
      stream.write(`\r\u001b[2K${sentence(count)}`);
    },
    end(count: number): void {
      stream.write(`${stream.isTTY ? "\r\u001b[2K" : ""}${sentence(count)}\n`);
    },
  };
}
