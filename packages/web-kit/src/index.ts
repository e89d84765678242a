/** Fields, shells and words shared by the three web apps. Preact without compat, native controls, no styles inline. */
export { ApiProblem, getJson, request } from "./api-problem.ts";
export { DeploymentError } from "./deployment/deployment-error.ts";
export { fetchDeployment } from "./deployment/fetch-deployment.ts";
export { holdBusyButtons } from "./page/busy-buttons.ts";
export { ConfirmDialog } from "./page/confirm-dialog.tsx";
export { ErrorSummary } from "./page/error-summary.tsx";
export { AcknowledgeField, CheckboxField, RadioField } from "./fields/choice-fields.tsx";
export { controlId } from "./fields/field-parts.tsx";
export { FileField } from "./fields/file-field.tsx";
export { NumberField, SelectField, TextArea, TextField } from "./fields/text-fields.tsx";
export { kitTexts, LanguageContext, useKitTexts } from "./language.ts";
export { usePage } from "./page/page-focus.ts";
export { PageShell } from "./page/page-shell.tsx";
export { StepShell } from "./page/step-shell.tsx";
export { saveFile } from "./save-file.ts";
export { useSendingKey, type SendingKey } from "./sending-key.ts";
export { SummaryList } from "./page/summary-list.tsx";

export type { DeploymentErrorCode } from "./deployment/deployment-error.ts";
export type { Deployment } from "./deployment/parse-deployment.ts";
export type { FieldFault } from "./page/error-summary.tsx";
export type { Choice } from "./fields/choice-fields.tsx";
export type { FieldProps } from "./fields/field-parts.tsx";
export type { ListedFile } from "./fields/file-field.tsx";
export type { KitTexts } from "./language.ts";
export type { SummaryRow } from "./page/summary-list.tsx";
