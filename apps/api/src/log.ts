import { pino, type DestinationStream, type Logger } from "pino";

/** Structured lines without host name or process id; what may be in them is decided where they are written. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, base: null, timestamp: isoTime() }, destination);
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
