/** Taking in a request that came by letter, telephone or in person. */
import { SelectField, TextField } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import { Failure } from "../page/notice.tsx";
import { useResource } from "../page/use-resource.ts";
import { useTexts } from "../texts/language.ts";
import { swedishToday } from "./today.ts";

const channels = ["letter", "email", "phone", "in-person", "form"] as const;
const rights = ["access", "rectification", "erasure", "restriction", "objection", "portability"] as const;

export function IntakeForm({ onTaken }: { readonly onTaken: (id: string) => void }) {
  const { texts } = useTexts();
  const words = texts.requests;
  const { resource } = useResource("intake", (signal) =>
    valueOf(api.desk.applications.$get({ query: {} }, until(signal))),
  );
  const [application, setApplication] = useState("");
  const [right, setRight] = useState<(typeof rights)[number]>("access");
  const [channel, setChannel] = useState<(typeof channels)[number]>("letter");
  const [receivedOn, setReceivedOn] = useState(swedishToday);
  const [error, setError] = useState<unknown>(undefined);
  const rows = resource.status === "ready" ? resource.value.applications : [];
  const chosen = application === "" ? (rows[0]?.id ?? "") : application;
  const save = async (): Promise<void> => {
    setError(undefined);
    try {
      const json = { application: chosen, right, channel, receivedOn };
      onTaken((await valueOf(api.desk.requests.$post({ json }))).id);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {error !== undefined && <Failure error={error} />}
      <SelectField
        name="intake-application"
        label={words.application}
        required
        value={chosen}
        onChange={setApplication}
        choices={rows.map(({ id, number }) => ({ value: id, label: number }))}
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
        label={words.fields.channel}
        required
        value={channel}
        onChange={(value) => setChannel(channels.find((one) => one === value) ?? "letter")}
        choices={channels.map((value) => ({ value, label: words.choices[value] }))}
      />
      <TextField
        name="intake-day"
        label={words.fields.receivedOn}
        hint={words.dateHint}
        required
        value={receivedOn}
        onInput={setReceivedOn}
      />
      <button type="submit" class="button" disabled={chosen === ""}>
        {words.takeIn}
      </button>
    </form>
  );
}
