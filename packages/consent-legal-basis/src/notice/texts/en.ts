import type { Art6 } from "../../activity/basis.ts";
import { listWords } from "../../law/localized.ts";
import type { NoticeLevel } from "../notice-document.ts";
import type { NoticeTexts } from "./notice-texts.ts";

const tools = {
  adequacy: "the European Commission has decided that the country protects personal data well enough",
  scc: "the EU's standard clauses protect the data",
  bcr: "the group's binding rules protect the data",
  art49: "a specific derogation of Article 49 is used",
} as const;

function basis(ground: Art6, level: NoticeLevel): string {
  const easy = level === "easy-read";
  switch (ground.art6) {
    case "a":
      return easy ? "you have said yes" : "your consent";
    case "b":
      if (easy) return "the contract with you needs it";
      return ground.contract === "performance"
        ? "the contract with you"
        : "steps you asked for before a contract";
    case "c":
      return easy ? "the law says we must" : "a legal obligation";
    case "d":
      return easy ? "it protects someone's life" : "protecting someone's life";
    case "e":
      return easy ? "it is our task by law" : "a task in the public interest or official authority";
    case "f":
      return easy ? "we have an important reason" : "a balance of interests";
  }
}

export const noticeEn: NoticeTexts = {
  title: (name, level) =>
    level === "easy-read" ? `Your data at ${name} – easy to read` : `How ${name} uses your personal data`,
  headings: {
    controller: "Who is responsible",
    dpo: "Data protection officer",
    purposes: "What we use the data for, and by what right",
    interest: "Our legitimate interest",
    categories: "Which data we hold",
    recipients: "Who receives the data",
    transfers: "Outside the EU and the EEA",
    storage: "How long we keep the data",
    rights: "Your rights",
    withdraw: "If you have consented",
    complaint: "If you are not satisfied",
    requirement: "Do you have to give the data?",
    source: "Where the data come from",
    automated: "Automated decisions",
    "new-purpose": "New purposes",
  },
  easyHeadings: {
    controller: "Who is responsible?",
    dpo: "Whom can you ask?",
    purposes: "Why do we need your data?",
    interest: "What is our reason?",
    categories: "What do we know about you?",
    recipients: "Who may see the data?",
    transfers: "Are the data sent far away?",
    storage: "How long do the data stay?",
    rights: "What can you do?",
    withdraw: "Can you change your mind?",
    complaint: "Where can you complain?",
    requirement: "Do you have to answer?",
    source: "Who told us?",
    automated: "Does a computer decide?",
    "new-purpose": "If something changes",
  },
  controller: ({ name, contact, representative }, level) => {
    const easy = level === "easy-read";
    const who = easy
      ? `${name} is responsible for your data.`
      : `${name} is the controller of your personal data.`;
    const where =
      contact === "" ? "" : easy ? ` You can reach us: ${contact}.` : ` You reach us here: ${contact}.`;
    const deputy = representative === undefined ? "" : ` Representative: ${representative}.`;
    return who + where + deputy;
  },
  dpo: ({ contact }, level) =>
    level === "easy-read"
      ? `Our data protection officer sees to it that we follow the law. You can ask the officer: ${contact}.`
      : `You reach our data protection officer here: ${contact}.`,
  basis,
  special: ({ law }, level) =>
    level === "easy-read"
      ? `Some data are extra sensitive. We may hold them under ${law}.`
      : `We process special categories of data under ${law}.`,
  criminal: ({ law }, level) =>
    level === "easy-read"
      ? `We may see data about crimes under ${law}.`
      : `We process data on offences under ${law}.`,
  nationalId: ({ law }, level) =>
    level === "easy-read"
      ? `We use your personal identity number to know that it is you. We may do so under ${law}.`
      : `We use personal identity numbers for safe identification, under ${law}.`,
  purpose: ({ purpose, basis: ground, law }, level) => {
    const support = law === "" ? "" : ` (${law})`;
    if (level === "easy-read") return `${purpose} We may do this because ${ground}${support}.`;
    return `${purpose} Legal basis: ${ground}${support}.`;
  },
  data: ({ categories }, level) =>
    level === "easy-read" ? `We hold these data: ${categories}.` : `Data: ${categories}.`,
  interest: ({ interest }, level) =>
    level === "easy-read" ? `Our reason is: ${interest}.` : `Our legitimate interest: ${interest}.`,
  recipients: ({ names }, level) => {
    if (names.length === 0) {
      return level === "easy-read" ? "Only we see the data." : "We do not pass the data on to anyone.";
    }
    const all = listWords(names, "en");
    return level === "easy-read"
      ? `These may see data about you: ${all}.`
      : `The data may be passed on to ${all}.`;
  },
  noTransfer: (_, level) =>
    level === "easy-read"
      ? "The data stay in Europe."
      : "The data are not sent to any country outside the EU and the EEA.",
  transfer: ({ country, tool, copyFrom }, level) => {
    const copy = copyFrom === undefined ? "" : ` You can get a copy of the safeguard here: ${copyFrom}.`;
    if (level === "easy-read") return `Data are sent to ${country}. This is allowed: ${tools[tool]}.${copy}`;
    return `Data are sent to ${country}; ${tools[tool]}.${copy}`;
  },
  storage: ({ retention }) => retention,
  rightsIntro: ({ answersWithin }, level) => {
    const time = answersWithin === undefined ? "" : ` You get an answer ${answersWithin}.`;
    if (level === "easy-read") return `You can ask us for any of this. It costs nothing.${time}`;
    if (level === "short") return `You have rights that are free to use.${time}`;
    return `Your rights are free to use, in any way you like, also by word of mouth.${time}`;
  },
  rightNames: {
    inform: "Be informed",
    access: "Learn what we hold about you",
    rectification: "Have errors corrected",
    erasure: "Have data erased",
    restriction: "Have use restricted",
    notification: "Learn who was told of a change",
    portability: "Move your data",
    object: "Object to the use",
    "object-marketing": "Say no to advertising",
    "not-automated": "Not be subject to automated decisions",
    withdraw: "Withdraw consent",
    complain: "Complain",
  },
  easyRights: {
    access: {
      applies: "You may see what we have written about you.",
      conditional:
        "You may see what we have written about you. Some things are secret, such as about other people.",
      excluded: "You cannot see the data here.",
    },
    rectification: {
      applies: "Is something wrong? Then we correct it.",
      conditional: "Is something wrong? Then we correct it, if we can.",
      excluded: "We cannot change the data here.",
    },
    erasure: {
      applies: "You can ask us to remove the data.",
      conditional: "You can ask us to remove the data. Sometimes we have to keep them.",
      excluded: "We cannot remove the data when you ask. The law decides when they go.",
    },
    restriction: {
      applies: "You can ask us not to use the data while we sort something out.",
      conditional: "You can sometimes ask us not to use the data for a while.",
      excluded: "You cannot ask us to wait here.",
    },
    portability: {
      applies: "You can have the data that you gave us and take them with you.",
      conditional: "Sometimes you can have the data that you gave us and take them with you.",
      excluded: "That works only when you have said yes or have a contract with us.",
    },
    "not-automated": {
      applies: "A computer may not decide alone on something important about you.",
      conditional: "A computer may only sometimes decide on something important about you.",
      excluded: "A computer may decide here.",
    },
  },
  excluded: (reason, level) =>
    level === "easy-read" ? `Does not apply here. ${reason}` : `Does not apply here: ${reason}`,
  objection: ({ open, reason }, level) => {
    if (!open) {
      return level === "easy-read"
        ? `You cannot say no to this use. ${reason}`
        : `The right to object does not apply to this processing: ${reason}`;
    }
    return level === "easy-read"
      ? "You can say no to our use of your data. Tell us why, and we will look at it."
      : "You have the right to object to the processing on grounds relating to your situation. We then stop, unless we can show compelling grounds.";
  },
  easyLeave: "We do this only if you say yes. You can change your mind and need not say why.",
  withdraw: ({ channels }, level) => {
    const where = channels.length === 0 ? "" : ` This is how: ${listWords(channels, "en")}.`;
    return level === "easy-read"
      ? `If you have said yes, you can change your mind at any time.${where}`
      : `You can withdraw your consent at any time. What was done before stays lawful.${where}`;
  },
  complaint: ({ authority, contact }, level) => {
    const where = contact === undefined ? authority : `${authority}: ${contact}`;
    return level === "easy-read"
      ? `Do you think we do something wrong? Then you can complain to ${where}.`
      : `You can complain to ${where}. You can also go to court.`;
  },
  requirement: ({ kind, consequence }, level) => {
    const easy = level === "easy-read";
    const what = {
      statutory: easy ? "The law says that the data are needed." : "The data are required by law.",
      contractual: easy ? "The data are needed for a contract." : "The data are needed for a contract.",
      voluntary: easy ? "You choose yourself." : "You give the data of your own free will.",
    }[kind];
    return `${what} ${consequence}`;
  },
  source: ({ names, open }, level) => {
    const publicly = open.length === 0 ? "" : ` Publicly accessible sources: ${listWords(open, "en")}.`;
    return level === "easy-read"
      ? `We have data from ${listWords(names, "en")}.${publicly}`
      : `The data come from ${listWords(names, "en")}.${publicly}`;
  },
  noAutomated: (_, level) =>
    level === "easy-read"
      ? "No. A human decides."
      : "No decision is made solely by automated means and there is no profiling.",
  automated: ({ logic, consequences }, level) =>
    level === "easy-read"
      ? `A computer does part of it. ${logic} ${consequences} You can ask for a human to look at it.`
      : `Decisions can be made by automated means. ${logic} ${consequences} You can have the decision reviewed by a human, give your view and contest it.`,
  newPurpose: (_, level) =>
    level === "easy-read"
      ? "If we want to use the data for something new, we tell you first."
      : "Before we use the data for a new purpose, you are told about it.",
  extraConsent: ({ kind, detail }, level) => {
    if (kind === "secrecy-waiver") {
      return level === "easy-read"
        ? `We pass data on to ${detail} only if you say yes.`
        : `Data are passed on to ${detail} only once you have waived secrecy. This is not the legal basis.`;
    }
    return level === "easy-read"
      ? `You must say yes before we do this, under ${detail}.`
      : `The law also requires your consent as a condition: ${detail}. This is not the legal basis.`;
  },
  notStated: "Not stated.",
};
