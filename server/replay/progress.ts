const WIDTH = 30;
/** A terminal is drawn again at most this often, in ms. */
const PAUSE = 100;

export interface Progress {
  /** Of all rows, how many were posted and how many of those looked up again at the end. */
  show(now: { posted: number; checked: number }): void;
  /** A line of its own, above the bar. */
  remark(sentence: string): void;
  end(): void;
}

type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY">;

/** A bar where a person looks on, else a line at every tenth part. `total` rows make both parts of the work. */
export function progressOn(stream: Stream, total: number): Progress {
  const percent = ({ posted, checked }: { posted: number; checked: number }): number =>
    total === 0 ? 100 : Math.floor((90 * posted + 10 * checked) / total);
  return stream.isTTY ? bar(stream, total, percent) : lines(stream, total, percent);
}

type Percent = (now: { posted: number; checked: number }) => number;

const words = (now: { posted: number; checked: number }, total: number): string =>
  now.checked > 0
    ? `${now.checked} of ${now.posted} followed to the end`
    : `${now.posted} of ${total} posted`;

function bar(stream: Stream, total: number, percent: Percent): Progress {
  const began = performance.now();
  let latest = { posted: 0, checked: 0 };
  let drawn = 0;
  const draw = (): void => {
    drawn = performance.now();
    const part = Math.min(100, percent(latest));
    const full = Math.round((part / 100) * WIDTH);
    const seconds = ((drawn - began) / 1_000).toFixed(0);
    stream.write(
      `\r\u001b[2K  ${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${part} %  ${words(latest, total)}, ${seconds} s`,
    );
  };
  return {
    show(now) {
      latest = { ...now };
      if (performance.now() - drawn > PAUSE) draw();
    },
    remark(sentence) {
      stream.write(`\r\u001b[2K${sentence}\n`);
      draw();
    },
    end() {
      draw();
      stream.write("\n");
    },
  };
}

function lines(stream: Stream, total: number, percent: Percent): Progress {
  let told = 0;
  return {
    show(now) {
      const tenth = Math.floor(percent(now) / 10);
      if (tenth <= told) return;
      told = tenth;
      stream.write(`${tenth * 10} %: ${words(now, total)}\n`);
    },
    remark: (sentence) => void stream.write(`${sentence}\n`),
    end() {},
  };
}
