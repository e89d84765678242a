import { ConfigError } from "../config/config.ts";
import { openStore } from "@tillit/record-store";
import { parseRotateArgs, rotate, rotateSettings } from "./rotate.ts";

/** `rotate` with its settings and a store of its own; undefined for words it does not know. */
export async function rotateCommand(
  databaseUrl: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const parsed = parseRotateArgs(args);
  if (parsed === undefined) return undefined;
  const settings = rotateSettings.safeParse(env);
  if (!settings.success) {
    throw new ConfigError(settings.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
  }
  const { SESSION_SECRET, SESSION_SECRET_PREVIOUS, LOG_SECRET, LOG_SECRET_PREVIOUS } = settings.data;
  const store = await openStore(databaseUrl, 1);
  try {
    return await rotate(
      {
        store,
        clock: () => new Date(),
        session: {
          secret: SESSION_SECRET,
          previousSecrets: SESSION_SECRET_PREVIOUS,
          secure: true,
          idleSeconds: 0,
          absoluteSeconds: 0,
        },
        logSecret: LOG_SECRET,
        previousLogSecrets: LOG_SECRET_PREVIOUS,
      },
      parsed,
    );
  } finally {
    await store.close();
  }
}
