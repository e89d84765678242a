/** Placing a hold: on what ground, for what, and why; a dry run says what it would stop. */
import { sealingContexts } from "@tillit/application-case";
import { applicationPage, requestPage } from "../api/lists.ts";
import { everyRow } from "../page/list/pages.tsx";
import type { HoldScope } from "@tillit/api-contract/client";
import { ErrorSummary, SelectField, TextArea, TextField, type FieldFault } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, valueOf } from "../api/api-client.ts";
import type { Session } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { recordName } from "../page/list/record-link.tsx";
import { useUnsaved } from "../page/unsaved.ts";
import { useResource } from "../page/use-resource.ts";
import { assignmentList } from "../texts/codes.ts";
import { useTexts } from "../texts/language.ts";
import { holdTexts } from "./hold-texts.ts";

const grounds = ["supervision", "appeal", "damages", "research", "investigation"] as const;
const scopes = ["record", "assignment", "unit", "controller"] as const;
const assignments = ["family-home", "emergency-home", "contact-person", "contact-family"] as const;

function scopeOf(kind: (typeof scopes)[number], target: string): HoldScope | undefined {
  const of = target.trim();
  const assignment = assignments.find((one) => one === of);
  if (kind === "controller") return { kind };
  if (kind === "assignment") return assignment && { kind, of: assignment };
  if (kind === "record") return /^(?:[0-9a-f]{32}|r-[0-9a-f]{20})$/u.test(of) ? { kind, of } : undefined;
  return /^[a-z0-9-]{1,64}$/u.test(of) ? { kind, of } : undefined;
}

/** Applications by number, then requests: one may be left when its application is gone. */
async function recordsToHold(
  signal: AbortSignal,
): Promise<readonly { readonly id: string; readonly number?: string }[]> {
  const [inbox, asked] = await Promise.all([
    everyRow(applicationPage, signal),
    everyRow(requestPage, signal),
  ]);
  return [...inbox, ...asked.map(({ id }) => ({ id }))];
}

export function PlaceHold({
  session,
  onPlaced,
}: {
  readonly session: Session;
  readonly onPlaced: () => void;
}) {
  const { texts, lang } = useTexts();
  const words = holdTexts[lang];
  const [ground, setGround] = useState<(typeof grounds)[number]>("supervision");
  const [kind, setKind] = useState<(typeof scopes)[number]>("record");
  const [target, setTarget] = useState("");
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [counted, setCounted] = useState("");
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useUnsaved(reason !== "" && !working);
  const { resource } = useResource("records-to-hold", recordsToHold);
  const records = resource.status === "ready" ? resource.value : [];
  const scope = scopeOf(kind, target);
  const faults: FieldFault[] = [];
  if (scope === undefined) faults.push({ field: "hold-target", message: words.needTarget });
  if (reason.trim() === "") faults.push({ field: "hold-reason", message: words.needReason });
  const shown = attempt === 0 ? [] : faults;
  const fault = (field: string): string | undefined => shown.find((one) => one.field === field)?.message;

  const send = async (dryRun: boolean, wanted: HoldScope): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const id = crypto.randomUUID();
      if (dryRun) {
        const found = await valueOf(
          api.desk.holds.$post({ json: { id, ground, scope: wanted, dryRun: true } }),
        );
        setCounted(words.checked(found.due.length, found.lists.length, found.more === true));
      } else {
        const { sealText } = await import("../crypto/words.ts");
        const expected = { app: id, controller: session.user.controller };
        const sealed = await sealText(reason, sealingContexts.hold, expected);
        await api.desk.holds.$post({ json: { id, ground, scope: wanted, words: sealed } });
        setReason("");
        setTarget("");
        setCounted("");
        setAttempt(0);
        onPlaced();
      }
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (faults.length === 0 && scope !== undefined) void send(false, scope);
  };
  const chooseKind = (value: string): void => {
    setKind(scopes.find((one) => one === value) ?? "record");
    setTarget(value === "assignment" ? assignments[0] : "");
  };

  return (
    <section class="panel" aria-labelledby="place-title">
      <h2 id="place-title">{words.placeTitle}</h2>
      <form onSubmit={submit} noValidate autocomplete="off" aria-labelledby="place-title">
        <ErrorSummary faults={shown} attempt={attempt} />
        {error !== undefined && <Failure error={error} />}
        <SelectField
          name="hold-ground"
          label={words.ground}
          required
          value={ground}
          onChange={(value) => setGround(grounds.find((one) => one === value) ?? "supervision")}
          choices={grounds.map((value) => ({ value, label: words.grounds[value] }))}
        />
        <SelectField
          name="hold-scope"
          label={words.scope}
          required
          value={kind}
          onChange={chooseKind}
          choices={scopes.map((value) => ({ value, label: words.scopes[value] }))}
        />
        {kind === "assignment" && (
          <SelectField
            name="hold-target"
            label={words.assignment}
            required
            value={target}
            onChange={setTarget}
            choices={assignments.map((value) => ({ value, label: assignmentList([value], texts) }))}
          />
        )}
        {kind === "record" && (
          <SelectField
            name="hold-target"
            label={words.record}
            required
            value={target}
            onChange={setTarget}
            choices={[
              { value: "", label: words.choose },
              ...records.map(({ id, number }) => ({ value: id, label: recordName(id, lang, number) })),
            ]}
            error={fault("hold-target")}
          />
        )}
        {kind === "unit" && (
          <TextField
            name="hold-target"
            label={words.unit}
            hint={words.unitHint}
            required
            value={target}
            onInput={(value) => setTarget(value.toLowerCase())}
            error={fault("hold-target")}
          />
        )}
        <TextArea
          name="hold-reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={3}
          value={reason}
          onInput={setReason}
          error={fault("hold-reason")}
        />
        <div class="actions">
          <button type="submit" class="button" aria-disabled={working}>
            {words.place}
          </button>
          {scope !== undefined && (
            <button
              type="button"
              class="button secondary"
              aria-disabled={working}
              onClick={() => void send(true, scope)}
            >
              {words.check}
            </button>
          )}
        </div>
        <p role="status">{working ? words.working : counted}</p>
      </form>
    </section>
  );
}
