/** The attached files: listed, fetched one by one, opened here, checked by their first bytes, saved as octets. */
import { saveFile } from "@tillit/web-kit";
import type { FileReference } from "@tillit/application-case";
import { useState } from "preact/hooks";
import type { OpenedApplication } from "../../crypto/open-application.ts";
import { Failure, Note } from "../../page/notice.tsx";
import { useTexts } from "../../texts/language.ts";
import { safeFileName, sniff } from "./sniff.ts";

type Progress =
  | { readonly status: "waiting" | "working" | "saved" }
  | { readonly status: "mismatch"; readonly found: string }
  | { readonly status: "failed"; readonly error: unknown };

function showSize(bytes: number, lang: string): string {
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return bytes < 1_000_000 ? `${format.format(bytes / 1000)} kB` : `${format.format(bytes / 1_000_000)} MB`;
}

interface RowProps {
  readonly file: FileReference;
  readonly application: OpenedApplication;
}

function FileRow({ file, application }: RowProps) {
  const { texts, lang } = useTexts();
  const [progress, setProgress] = useState<Progress>({ status: "waiting" });
  const fetchFile = async (): Promise<void> => {
    setProgress({ status: "working" });
    try {
      const bytes = await application.readFile(file.section);
      const found = sniff(bytes);
      saveFile(safeFileName(file.name, file.type, found), bytes);
      setProgress(found === file.type ? { status: "saved" } : { status: "mismatch", found });
    } catch (error) {
      setProgress({ status: "failed", error });
    }
  };
  const words = texts.files;
  return (
    <li class="file">
      <p>
        <strong class="file-name">{file.name}</strong>{" "}
        <span class="muted">
          {file.type}, {showSize(file.size, lang)}
        </span>
      </p>
      <button
        type="button"
        class="button secondary"
        aria-disabled={progress.status === "working"}
        onClick={() => void fetchFile()}
      >
        {words.downloadName(file.name)}
      </button>
      <div role="status">
        {progress.status === "working" && <p>{words.working}</p>}
        {progress.status === "saved" && <Note kind="good">{words.saved}</Note>}
        {progress.status === "mismatch" && (
          <Note kind="warn">
            {words.mismatch(file.type, progress.found === "unknown" ? words.unknownContent : progress.found)}
          </Note>
        )}
      </div>
      {progress.status === "failed" && <Failure error={progress.error} />}
    </li>
  );
}

export function FilesPanel({ application }: { readonly application: OpenedApplication }) {
  const { texts } = useTexts();
  const { files } = application;
  return (
    <section aria-labelledby="files-title">
      <h3 id="files-title">{texts.files.title}</h3>
      {files.length === 0 ? (
        <p>{texts.files.none}</p>
      ) : (
        <>
          <p class="muted">{texts.files.caution}</p>
          <ul class="files">
            {files.map((file) => (
              <FileRow key={file.section} file={file} application={application} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
