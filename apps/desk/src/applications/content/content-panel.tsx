/** The sealed content of a case: fetched and opened when asked for, gone when hidden or when the key locks. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, bytesOf, valueOf } from "../../api/api-client.ts";
import type { CaseView } from "../../api/wire.ts";
import type { OpenedApplication } from "../../crypto/open-application.ts";
import { Failure, Note } from "../../page/notice.tsx";
import { readingQuery, RestrictedReading } from "../../page/sealed/restricted-reading.tsx";
import { RecordLink } from "../../page/list/record-link.tsx";
import { useTexts } from "../../texts/language.ts";
import { has } from "../../rights.ts";
import { type HeldKey, useVault } from "../../unlock/vault.ts";
import { AnswersPanel } from "./answers-panel.tsx";
import { FilesPanel } from "./files-panel.tsx";

interface Props {
  readonly view: CaseView;
  readonly role: string;
  readonly onAccess: () => void;
  readonly onUnlock: () => void;
}

interface ContentProps {
  readonly view: CaseView;
  readonly held: HeldKey;
  readonly onAccess: () => void;
  /** Takes focus when what was focused goes away. */
  readonly title: RefObject<HTMLHeadingElement | null>;
}

function Content({ view, held, onAccess, title }: ContentProps) {
  const { texts } = useTexts();
  const [opened, setOpened] = useState<OpenedApplication | undefined>(undefined);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const current = useRef<OpenedApplication | undefined>(undefined);
  const here = useRef(true);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  useEffect(
    () => () => {
      here.current = false;
      current.current?.close();
    },
    [],
  );

  const open = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    const sealed = api.desk.applications[":id"];
    const { id } = view;
    try {
      const [{ openApplication }, { expectedOf }] = await Promise.all([
        import("../../crypto/open-application.ts"),
        import("../../crypto/sealed-context.ts"),
      ]);
      const envelope = await valueOf(sealed.envelope.$get({ param: { id }, query: readingQuery(id) }));
      const application = await openApplication(
        envelope,
        await expectedOf(view, held.controller),
        held.decapsulator,
        (section) =>
          bytesOf(sealed.blobs[":section"].$get({ param: { id, section }, query: readingQuery(id) })),
      );
      if (here.current) {
        current.current = application;
        setOpened(application);
        title.current?.focus();
      } else application.close();
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
      onAccess();
    }
  };
  const hide = (): void => {
    opened?.close();
    current.current = undefined;
    setOpened(undefined);
    title.current?.focus();
  };

  if (opened !== undefined) {
    return (
      <>
        {view.sealedFor !== undefined && <p class="muted">{texts.case.fromChecked(view.sealedFor.name)}</p>}
        <AnswersPanel application={opened} />
        <FilesPanel application={opened} />
        <p>
          <button type="button" class="button secondary" onClick={hide}>
            {texts.case.hide}
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{texts.case.openLead}</p>
      {error !== undefined && <Failure error={error} />}
      <button type="button" class="button" aria-disabled={working} onClick={() => void open()}>
        {texts.case.open}
      </button>
      <p role="status">{working ? texts.case.opening : ""}</p>
    </>
  );
}

function Restriction({ requests }: { readonly requests: readonly string[] }) {
  const { texts } = useTexts();
  return (
    <>
      <Note kind="warn">{texts.case.restricted}</Note>
      <p>
        {texts.case.restrictedBy}{" "}
        {requests.map((request) => (
          <RecordLink key={request} record={request} />
        ))}
      </p>
    </>
  );
}

export function ContentPanel({ view, role, onAccess, onUnlock }: Props) {
  const { texts } = useTexts();
  const vault = useVault();
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="content-title" class="panel">
      <h2 id="content-title" ref={title} tabIndex={-1}>
        {texts.case.answers}
      </h2>
      {view.status === "withdrawn" && <Note kind="warn">{texts.case.withdrawn}</Note>}
      {view.restriction !== undefined && <Restriction requests={view.restriction.requests} />}
      {view.restriction !== undefined && has(role, "content:read") && <RestrictedReading record={view.id} />}
      {!has(role, "content:read") && <p>{texts.case.notForRole}</p>}
      {has(role, "content:read") && vault.status === "unlocked" && (
        <Content view={view} held={vault.key} onAccess={onAccess} title={title} />
      )}
      {has(role, "content:read") && vault.status === "locked" && (
        <>
          <p>{texts.case.needKey}</p>
          <button type="button" class="button" onClick={onUnlock}>
            {texts.key.unlockNow}
          </button>
        </>
      )}
    </section>
  );
}
