/** Choosing unit, persons and guard; what would shut oneself out is asked about first. */
import type { Colleague, Placement } from "@tillit/api-contract/client";
import {
  controlId,
  AcknowledgeField,
  CheckboxField,
  ErrorSummary,
  SelectField,
  type FieldFault,
} from "@tillit/web-kit";
import { useEffect, useState } from "preact/hooks";
import { api, until, valueOf } from "../../api/api-client.ts";
import type { CaseView, Session } from "../../api/wire.ts";
import { Failure, Loaded, Note } from "../../page/notice.tsx";
import { goTo } from "../../page/router.tsx";
import { useResource } from "../../page/use-resource.ts";
import { roleText } from "../../texts/codes.ts";
import { showDate, useTexts } from "../../texts/language.ts";
import { nobodyInParticular, wouldReach } from "./placement.ts";
import { placementTexts } from "./placement-texts.ts";

interface Props {
  readonly view: CaseView;
  readonly session: Session;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}

function Fields({
  view,
  session,
  onCancel,
  onSaved,
  units,
  colleagues,
}: Props & { readonly units: readonly string[]; readonly colleagues: readonly Colleague[] }) {
  const { texts, lang } = useTexts();
  const words = placementTexts[lang];
  const [placement, setPlacement] = useState<Placement>(view.placement ?? nobodyInParticular);
  const [attempt, setAttempt] = useState(0);
  const [sure, setSure] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { unit, assignees, protectedIdentity } = placement;
  // The button that opened the form is gone.
  useEffect(() => document.getElementById(controlId("placement-unit"))?.focus(), []);
  const faults: FieldFault[] =
    protectedIdentity && assignees.length === 0
      ? [{ field: "placement-assignees", message: words.needAssignee }]
      : [];
  const shown = attempt === 0 ? [] : faults;
  const change = (next: Placement): void => {
    setSure(false);
    setPlacement(next);
  };
  const labelled = ({ ref, role, unit: of, seen }: Colleague) => ({
    value: ref,
    label: `${roleText(role, texts)} ${ref.slice(0, 6)}${ref === session.user.ref ? ` (${words.you})` : ""}`,
    hint: [of ?? words.whole, words.seen(showDate(seen, lang))].join(", "),
  });
  // Someone assigned who has not logged in for long is still there to be kept or taken away.
  const gone = assignees.filter((ref) => colleagues.every((one) => one.ref !== ref));
  const choices = [
    ...colleagues.map(labelled),
    ...gone.map((ref) => ({ value: ref, label: ref.slice(0, 6) })),
  ];

  const save = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      await api.desk.applications[":id"].placement.$post({ param: { id: view.id }, json: placement });
      if (wouldReach(session, placement)) onSaved();
      else goTo("/");
    } catch (failure) {
      setError(failure);
      setWorking(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (faults.length > 0) return;
    if (!sure && !wouldReach(session, placement)) setSure(true);
    else void save();
  };

  return (
    <form onSubmit={submit} noValidate autocomplete="off" aria-labelledby="placement-title">
      <ErrorSummary faults={shown} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      <SelectField
        name="placement-unit"
        label={words.unit}
        hint={words.unitHint}
        required
        value={unit ?? ""}
        onChange={(value) =>
          change(
            value === "" ? { assignees, protectedIdentity } : { unit: value, assignees, protectedIdentity },
          )
        }
        choices={[{ value: "", label: words.whole }, ...units.map((value) => ({ value, label: value }))]}
      />
      <CheckboxField
        name="placement-assignees"
        label={words.assignees}
        hint={words.assigneesHint}
        required
        choices={choices}
        value={assignees}
        onChange={(value) => change({ ...placement, assignees: value })}
        error={shown[0]?.message}
      />
      <AcknowledgeField
        name="placement-guard"
        label={words.guard}
        hint={words.guardHint}
        checked={protectedIdentity}
        onChange={(checked) => change({ ...placement, protectedIdentity: checked })}
      />
      <div role="status">{sure && <Note kind="warn">{words.loses}</Note>}</div>
      <div class="actions">
        <button type="submit" class="button" aria-disabled={working}>
          {sure ? words.sure : words.save}
        </button>
        <button type="button" class="button secondary" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      <p role="status">{working ? words.working : ""}</p>
    </form>
  );
}

export function PlacementForm(props: Props) {
  const { resource } = useResource("colleagues", (signal) =>
    valueOf(api.desk.colleagues.$get({}, until(signal))),
  );
  return <Loaded resource={resource}>{(found) => <Fields {...props} {...found} />}</Loaded>;
}
