import { pino, type DestinationStream, type Logger } from "pino";

/** Structured lines without host name or process id; what may be in them is decided where they are written. */
export function createLog(level: string, destination: DestinationStream = buffered(1)): Logger {
  return pino({ level, base: null, timestamp: isoTime() }, destination);
}

/** How long a line may wait for others to be written with it. */
const waitMs = 200;

/**
 * Lines written some at a time: a system call for each costs more than making it. What waits is written when the
 * process ends, in whatever way it can still act; the log proves nothing, so the last fifth of a second may be lost.
 */
export function buffered(to: number | string): DestinationStream {
  const stream = pino.destination({ dest: to, sync: true, minLength: 4096 });
  setInterval(() => {
    stream.flush();
  }, waitMs).unref();
  process.on("exit", () => {
    stream.flushSync();
  });
  return stream;
}

/** RFC 3339 with milliseconds; the part that stays the same for a second is made once a second. */
function isoTime(): () => string {
  let second = Number.NaN;
  let begin = "";
  return () => {
    const now = Date.now();
    const milliseconds = now % 1000;
    if (now - milliseconds !== second) {
      second = now - milliseconds;
      begin = new Date(second).toISOString().slice(0, 20);
    }
    return `,"time":"${begin}${String(milliseconds).padStart(3, "0")}Z"`;
  };
}
