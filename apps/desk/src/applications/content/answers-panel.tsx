/** The opened answers, grouped by section, in the desk's language whatever language the applicant used. */
import type { Language } from "@tillit/law-reference";
import {
  type Answers,
  fromSections,
  isQuestionId,
  optionText,
  parseAnswers,
  questionnaire,
  questionText,
  sectionIds,
  type SectionId,
} from "@tillit/application-case";
import { SummaryList, type SummaryRow } from "@tillit/web-kit";
import type { OpenedApplication, OpenedSection } from "../../crypto/open-application.ts";
import { Note } from "../../page/notice.tsx";
import { useTexts } from "../../texts/language.ts";

/** One answer in words, one entry per choice: codes become option texts, everything else is shown as it is. */
export function answerTexts(lang: Language, id: string, value: unknown, yes: string): readonly string[] {
  const word = (code: string): string => (isQuestionId(id) ? optionText(lang, id, code) : code);
  if (value === true) return [yes];
  if (typeof value === "string") return [word(value)];
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value))
    return value.map((one) => (typeof one === "string" ? word(one) : JSON.stringify(one)));
  return [JSON.stringify(value)];
}

function Section({ id, section }: { readonly id: SectionId; readonly section: OpenedSection }) {
  const { texts, lang } = useTexts();
  const title = `answers-${id}`;
  if (section.status === "shredded") {
    return (
      <section aria-labelledby={title}>
        <h3 id={title}>{texts.case.section[id]}</h3>
        <p class="muted">{texts.case.shredded}</p>
      </section>
    );
  }
  const given: Readonly<Record<string, unknown>> = section.answers;
  const shown = questionnaire.questions.filter(
    (question) => question.kind !== "files" && question.id in given,
  );
  if (shown.length === 0) return null;
  const rows: SummaryRow[] = shown.map(({ id: key }) => ({
    key,
    term: questionText(lang, key).label,
    values: answerTexts(lang, key, given[key], texts.yes),
  }));
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>{texts.case.section[id]}</h3>
      <SummaryList rows={rows} />
    </section>
  );
}

/** Routing answers are sealed nowhere, so what is required and absent says nothing; what is there must fit. */
function fits(application: OpenedApplication): boolean {
  const sections: Partial<Record<SectionId, Answers>> = {};
  for (const id of sectionIds) {
    const section = application.sections[id];
    if (section?.status === "open") sections[id] = section.answers;
  }
  const parsed = parseAnswers(questionnaire, fromSections(sections));
  return parsed.ok || parsed.problems.every(({ code }) => code === "REQUIRED");
}

export function AnswersPanel({ application }: { readonly application: OpenedApplication }) {
  const { texts } = useTexts();
  return (
    <>
      <Note kind="good">{texts.case.verified}</Note>
      {!fits(application) && <Note kind="warn">{texts.case.misfit}</Note>}
      {sectionIds.map((id) => {
        const section = application.sections[id];
        return section === undefined ? null : <Section key={id} id={id} section={section} />;
      })}
    </>
  );
}
