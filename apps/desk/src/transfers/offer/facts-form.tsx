/** What only a reader can say and the rules need before a record is sent: codes, no words. */
import { CheckboxField, ErrorSummary, TextField } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../../api/api-client.ts";
import { Failure } from "../../page/notice.tsx";
import { useTexts } from "../../texts/language.ts";
import { transferTexts } from "../texts/transfer-texts.ts";

interface Props {
  readonly record: string;
  readonly onStated: () => void;
}

export function FactsForm({ record, onStated }: Props) {
  const words = transferTexts[useTexts().lang];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [municipality, setMunicipality] = useState("");
  const [fault, setFault] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>(undefined);
  const [working, setWorking] = useState(false);
  const save = async (): Promise<void> => {
    setError(undefined);
    setAttempt((before) => before + 1);
    const right = municipality === "" || /^\d{4}$/u.test(municipality);
    setFault(right ? "" : words.municipalityFault);
    if (!right) return;
    setWorking(true);
    try {
      const facts = {
        ...(chosen.includes("case-file") ? { recordType: "case-file" as const } : {}),
        ...(chosen.includes("agreement") ? { transferAgreement: true } : {}),
        ...(municipality === "" ? {} : { municipality }),
      };
      await api.desk.applications[":id"]["retention-facts"].$post({ param: { id: record }, json: facts });
      onStated();
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
    }
  };
  return (
    <form
      noValidate
      autocomplete="off"
      aria-label={words.facts}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="hint">{words.factsLead}</p>
      <ErrorSummary
        faults={fault === "" ? [] : [{ field: "municipality", message: fault }]}
        attempt={attempt}
      />
      {error !== undefined && <Failure error={error} />}
      <CheckboxField
        name="facts"
        label={words.factsLegend}
        choices={[
          { value: "case-file", label: words.caseFile },
          { value: "agreement", label: words.agreement },
        ]}
        value={chosen}
        onChange={(value) => setChosen(value)}
      />
      <TextField
        name="municipality"
        label={words.municipality}
        hint={words.municipalityHint}
        inputMode="numeric"
        maxLength={4}
        value={municipality}
        onInput={setMunicipality}
        error={fault === "" ? undefined : fault}
      />
      <button type="submit" class="button secondary" aria-disabled={working}>
        {words.saveFacts}
      </button>
    </form>
  );
}
