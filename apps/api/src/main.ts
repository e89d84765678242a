/** The process: environment, clock, entropy, signals. Everything else is in createApp and the commands. */
import { randomBytes } from "node:crypto";
import { createApp } from "./app.ts";
import { instant } from "./clock.ts";
import { runCommand, usage } from "./commands/run.ts";
import { ConfigError, loadConfig, type Config } from "./config/config.ts";
import type { Deps } from "./deps.ts";
import { eidSettings } from "./config/eid-settings.ts";
import { takeUpJournal } from "./erasure/reconcile-erasures.ts";
import { oidcAuthenticator, Pseudonyms } from "@tillit/login";
import { createLog } from "./log.ts";
import { serve } from "./serve.ts";
import { fileJournal, openStore, readWholeJournal, StoreError } from "@tillit/record-store";
import { startWorker } from "./work/worker.ts";

async function main(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  const store = await openStore(config.DATABASE_URL, config.DATABASE_POOL);
  const pseudonyms = await Pseudonyms.hold(
    store,
    { staff: config.PSEUDONYM_SECRET, applicants: config.APPLICANT_SECRET },
    { at: instant(new Date()), confirmed: false },
  ).catch(async (reason: unknown) => {
    await store.close();
    throw reason;
  });
  const deps: Deps = {
    store,
    pseudonyms,
    erasures: fileJournal(config.ERASURE_JOURNAL),
    clock: () => new Date(),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    authenticator: oidcAuthenticator({
      issuer: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID,
      clientSecret: config.OIDC_CLIENT_SECRET,
      redirectUri: config.OIDC_REDIRECT_URI,
      scope: config.OIDC_SCOPE,
      acrValues: config.OIDC_ACR_VALUES,
      postLogoutRedirectUri: config.OIDC_POST_LOGOUT_REDIRECT_URI,
      toleranceSeconds: config.OIDC_CLOCK_TOLERANCE_SECONDS,
      allowHttp: config.INSECURE_HTTP,
    }),
    claims: config.claims,
    eid: eidSettings(config),
    session: {
      secret: config.SESSION_SECRET,
      previousSecrets: config.SESSION_SECRET_PREVIOUS,
      secure: !config.INSECURE_HTTP,
      idleSeconds: config.SESSION_IDLE_MINUTES * 60,
      absoluteSeconds: config.SESSION_HOURS * 3600,
    },
    logSecret: config.LOG_SECRET,
    previousLogSecrets: config.LOG_SECRET_PREVIOUS,
    origins: config.MY_PAGES_ORIGINS,
    desk: config.DESK_URL,
    log,
    rate: {
      perNetwork: config.RATE_PER_NETWORK,
      perSession: config.RATE_PER_SESSION,
      proxies: config.PROXIES,
    },
    exportDays: config.EXPORT_DAYS,
    metricsToken: config.METRICS_TOKEN,
    maxBlobBytes: config.MAX_BLOB_BYTES,
  };
  const again = await takeUpJournal(deps, readWholeJournal(config.ERASURE_JOURNAL)).catch(
    async (reason: unknown) => {
      await store.close();
      throw reason;
    },
  );
  if (again > 0) log.warn({ again }, "the database was older than the erasure journal; destroyed again");
  const running = await serve(createApp(deps), { port: config.PORT, hostname: config.HOST });
  log.info({ port: running.port, engine: store.engine }, "listening");
  const worker = startWorker(deps, randomBytes(9).toString("base64url"));
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void running
      .stop()
      .then(() => worker.stop())
      .then(() => store.close())
      .then(() => {
        log.info("stopped");
      });
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

const [, , command = "serve", ...rest] = process.argv;
try {
  if (command === "serve") await main(loadConfig(process.env));
  else {
    const database = process.env["DATABASE_URL"] ?? "file:./tillit.db";
    const done = await runCommand(database, [command, ...rest], process.env);
    (done === undefined ? process.stderr : process.stdout).write(`${done ?? usage}\n`);
    process.exitCode = done === undefined ? 2 : 0;
  }
} catch (error) {
  if (error instanceof ConfigError) {
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
  } else if (error instanceof StoreError) {
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.exitCode = 1;
  } else if (error instanceof Error && "code" in error && typeof error.code === "string") {
    process.stderr.write(`${error.code}\n`);
    process.exitCode = 1;
  } else {
    // Where it happened, and not what it was about: messages of others may hold values.
    const frames =
      error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
    process.stderr.write(`INTERNAL\n${frames.join("\n")}\n`);
    process.exitCode = 1;
  }
}
