/** One zod/mini schema per question: what counts as an answer, before the rules about required and alone. */
import * as z from "zod/mini";
import type { AnswerValue, FileReference, Question, TextFormat } from "./question.ts";

const formats: Record<TextFormat, RegExp> = {
  phone: /^\+?[\d\s()-]{6,30}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  "identity-number": /^(\d{2})?\d{6}[-+ ]?\d{4}$/,
};

/** Longest text, most files and largest file of any question. */
export const limits: { readonly textLength: number; readonly files: number; readonly fileBytes: number } = {
  textLength: 1000,
  files: 5,
  fileBytes: 10 * 1024 * 1024,
};

/** Media types an attachment may have. */
export const attachmentTypes: readonly string[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/heic",
];

const fileReference: z.ZodMiniType<FileReference> = z.strictObject({
  section: z.string().check(z.regex(/^file-\d{1,2}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  type: z.string().check(z.refine((type) => attachmentTypes.includes(type))),
  size: z.int().check(z.minimum(1), z.maximum(limits.fileBytes)),
});

function code(question: Question): z.ZodMiniType<string> {
  // Controller ids come from the deployment, so only their shape is known here.
  if (question.options === undefined) return z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
  return z.enum(question.options);
}

function text(question: Question): z.ZodMiniType<string> {
  const longest = question.maxLength ?? limits.textLength;
  const plain = z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));
  return question.format === undefined ? plain : plain.check(z.regex(formats[question.format]));
}

/** The schema of one question's answer. */
export function answerSchema(question: Question): z.ZodMiniType<AnswerValue> {
  switch (question.kind) {
    case "radio":
      return code(question);
    case "checkbox":
      return z.array(code(question)).check(z.minLength(1));
    case "text":
      return text(question);
    case "number":
      return z.int().check(z.minimum(0));
    case "acknowledge":
      return z.literal(true);
    case "files":
      return z.array(fileReference).check(z.minLength(1), z.maxLength(limits.files));
  }
}
