import { pino, type DestinationStream, type Logger } from "pino";

/** Structured lines without host name or process id; what may be in them is decided where they are written. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
