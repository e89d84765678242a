import { parseDate } from "@tillit/civil-time";
import { type Clock, deadline as deadlineOf, type Pause } from "@tillit/dsar-workflow";
import type { CommonOptions, Io } from "../console/io.ts";
import { CommandError } from "../console/outcome.ts";
import { writeJson } from "../files/output.ts";

export type DeadlineOptions = CommonOptions & {
  readonly received: string;
  readonly controller: "public-authority" | "private-provider";
  readonly extended?: boolean;
  readonly pause: readonly string[];
  readonly served?: string;
};

/** `FROM..TO`, two dates, the second not the earlier. */
function parsePause(text: string): Pause {
  const ends = text.split("..");
  if (ends.length !== 2)
    throw new CommandError("PAUSE_MALFORMED", "a pause is written FROM..TO, two dates YYYY-MM-DD");
  const [from = "", to = ""] = ends;
  return { from: parseDate(from), to: parseDate(to) };
}

/** `tillit dsar deadline`: the last days of a request, each with the statute that gives it. */
export async function deadline(options: DeadlineOptions, io: Io): Promise<void> {
  const { received, controller, extended = false, pause, served, lang } = options;
  const clock: Clock = {
    receivedOn: parseDate(received),
    controller,
    extended,
    pauses: pause.map(parsePause),
    ...(served === undefined ? {} : { servedOn: parseDate(served) }),
  };
  const { lastDay, extensionNoticeBy, extendedLastDay, appealLastDay, trace } = deadlineOf(clock);
  await writeJson(io, {
    lastDay,
    extensionNoticeBy,
    extendedLastDay,
    appealLastDay,
    trace: trace.map(({ rule, law, from, to, text }) => ({
      rule,
      law: `${law.act} ${law.at}`,
      grade: law.grade,
      from,
      to,
      text: text[lang],
    })),
  });
}
