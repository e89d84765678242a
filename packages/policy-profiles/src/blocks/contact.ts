import type { Controller, ProcessingActivity, Recipient } from "@tillit/consent-legal-basis";
import { release } from "./application.ts";
import { contactData, message, partners, visitors } from "./data.ts";
import { answerInterest } from "./grounds.ts";
import { openTransfer } from "./recipients.ts";
import { messageFile } from "./retention.ts";

/** Answering those who write or call. */
export function contactActivity(
  controller: Controller,
  recipients: readonly Recipient[] = [],
): ProcessingActivity {
  return {
    id: `${controller.id}/contact`,
    version: 1,
    validFrom: release,
    title: { sv: "kontakt med oss", en: "contact with us" },
    purpose: {
      sv: "Vi svarar på frågor och håller kontakt med den som hör av sig",
      en: "We answer questions and keep in touch with those who contact us",
    },
    controller,
    task: "own-administration",
    subjects: [visitors, partners],
    data: [contactData, message],
    source: "subject",
    recipients,
    transfers: openTransfer,
    basis: answerInterest,
    safeguards: [],
    ...messageFile,
    requirement: {
      kind: "voluntary",
      consequence: {
        sv: "Utan kontaktuppgifter kan vi inte svara",
        en: "Without contact details we cannot answer",
      },
    },
    security: [],
  };
}
