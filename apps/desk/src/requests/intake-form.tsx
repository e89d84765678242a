/** Taking in a request that came by letter, telephone or in person. */
import { applicationPage } from "../api/lists.ts";
import { everyRow } from "../page/list/pages.tsx";
import type { Controller } from "@tillit/api-contract/client";
import { isCalendarDate } from "@tillit/civil-time";
import { receiptDay, type ReceiptDay } from "@tillit/dsar-workflow";
import { type Language, lawKey } from "@tillit/law-reference";
import { ErrorSummary, type FieldFault, SelectField, TextField, useSendingKey } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import { Failure, Loaded } from "../page/notice.tsx";
import { useResource } from "../page/use-resource.ts";
import { useTexts } from "../texts/language.ts";
import { swedishToday } from "./today.ts";

const channels = ["letter", "email", "phone", "in-person", "form"] as const;
const rights = ["access", "rectification", "erasure", "restriction", "objection", "portability"] as const;

function citedReason({ reason, law }: ReceiptDay, language: Language): string {
  return law === undefined ? reason[language] : `${reason[language]} (${lawKey(law)})`;
}

export interface IntakeProps {
  /** The own controller. */
  readonly controller: string;
  readonly onTaken: (id: string) => void;
}

export function IntakeForm({ controller, onTaken }: IntakeProps) {
  const { resource } = useResource("controllers", (signal) =>
    valueOf(api.controllers.$get(undefined, until(signal))),
  );
  return (
    <Loaded resource={resource}>
      {({ controllers }) => {
        const own = controllers.find(({ id }) => id === controller);
        return own === undefined ? null : <Form kind={own.kind} onTaken={onTaken} />;
      }}
    </Loaded>
  );
}

function Form({ kind, onTaken }: Pick<Controller, "kind"> & Pick<IntakeProps, "onTaken">) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  const { resource } = useResource("intake", (signal) => everyRow(applicationPage, signal));
  const [application, setApplication] = useState("");
  const [right, setRight] = useState<(typeof rights)[number]>("access");
  const [channel, setChannel] = useState<(typeof channels)[number]>("letter");
  const [arrivedOn, setArrivedOn] = useState(swedishToday);
  // What the clerk knows better than the presumption of the law.
  const [knownDay, setKnownDay] = useState<string>();
  const presumed = isCalendarDate(arrivedOn) ? receiptDay(arrivedOn, channel, kind) : undefined;
  const receivedOn = knownDay ?? presumed?.day ?? arrivedOn;
  const sending = useSendingKey();
  const [error, setError] = useState<unknown>(undefined);
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const rows = resource.status === "ready" ? resource.value : [];
  const faults: FieldFault[] = [];
  if (application === "") faults.push({ field: "intake-application", message: words.needCase });
  if (!isCalendarDate(arrivedOn))
    faults.push({ field: "intake-arrived", message: words.badDate(words.arrivedOn) });
  if (!isCalendarDate(receivedOn))
    faults.push({ field: "intake-day", message: words.badDate(words.fields.receivedOn) });
  const shown = attempt === 0 ? [] : faults;
  const fault = (field: string): string | undefined => shown.find((one) => one.field === field)?.message;
  const save = async (): Promise<void> => {
    setError(undefined);
    setWorking(true);
    try {
      const json = { application, right, channel, receivedOn };
      const headers = { "idempotency-key": sending.of(Object.values(json)) };
      const { id } = await valueOf(api.desk.requests.$post({ json }, { headers }));
      sending.renew();
      onTaken(id);
    } catch (failure) {
      setError(failure);
      setWorking(false);
    }
  };
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((before) => before + 1);
        if (faults.length === 0) void save();
      }}
    >
      <ErrorSummary faults={shown} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      <SelectField
        name="intake-application"
        label={words.application}
        required
        value={application}
        onChange={setApplication}
        choices={[
          { value: "", label: words.chooseCase },
          ...rows.map(({ id, number }) => ({ value: id, label: number })),
        ]}
        error={fault("intake-application")}
      />
      <SelectField
        name="intake-right"
        label={words.right}
        required
        value={right}
        onChange={(value) => setRight(rights.find((one) => one === value) ?? "access")}
        choices={rights.map((value) => ({ value, label: words.rights[value] }))}
      />
      <SelectField
        name="intake-channel"
        label={words.cameBy}
        required
        value={channel}
        onChange={(value) => setChannel(channels.find((one) => one === value) ?? "letter")}
        choices={channels.map((value) => ({ value, label: words.choices[value] }))}
      />
      <TextField
        name="intake-arrived"
        label={words.arrivedOn}
        hint={words.dateHint}
        required
        value={arrivedOn}
        onInput={setArrivedOn}
        error={fault("intake-arrived")}
      />
      <TextField
        name="intake-day"
        label={words.fields.receivedOn}
        hint={presumed === undefined ? words.dateHint : words.receivedHint(citedReason(presumed, lang))}
        required
        value={receivedOn}
        onInput={setKnownDay}
        error={fault("intake-day")}
      />
      <button type="submit" class="button" aria-disabled={working}>
        {words.takeIn}
      </button>
      <p role="status">{working ? words.working : ""}</p>
    </form>
  );
}
