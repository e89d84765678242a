/** The buttons that take a request one step on. */
import { SelectField } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import type { RequestView, Session } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { commandFor, identityMethods, type IdentityMethod, stepsNow, type StepName } from "./steps.ts";

interface Props {
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

export function RequestSteps({ request, session, onTaken }: Props) {
  const { texts } = useTexts();
  const words = texts.requests;
  const [method, setMethod] = useState<IdentityMethod>("eid");
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const steps = stepsNow(request, session.user.role);

  const take = async (step: StepName): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const command = await commandFor(step, {
        request,
        method,
        applicationDigest: async () => {
          const { manifestDigest } = await import("../crypto/manifest-digest.ts");
          return manifestDigest(request.application, session.user.controller);
        },
      });
      await api.desk.requests[":id"].commands.$post({ param: { id: request.id }, json: command });
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
      onTaken();
    }
  };

  return (
    <section aria-labelledby="steps-title" class="panel">
      <h2 id="steps-title">{words.steps}</h2>
      {request.status === "closed" && <p>{words.done}</p>}
      {request.status !== "closed" && steps.length === 0 && <p>{words.noSteps}</p>}
      {error !== undefined && <Failure error={error} />}
      {steps.includes("AcceptIdentity") && (
        <SelectField
          name="identity-method"
          label={words.method}
          hint={words.methodHint}
          required
          value={method}
          onChange={(value) => setMethod(identityMethods.find((one) => one === value) ?? "eid")}
          choices={identityMethods.map((value) => ({ value, label: words.methods[value] }))}
        />
      )}
      {steps.map((step) => (
        <div key={step} class="step">
          <button type="button" class="button" disabled={working} onClick={() => void take(step)}>
            {words.stepNames[step]}
          </button>
          <p class="hint">{words.stepHints[step]}</p>
        </div>
      ))}
      <p role="status">{working ? words.working : ""}</p>
    </section>
  );
}
