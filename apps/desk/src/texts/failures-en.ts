/** The failures in English. */
import type { failures as swedish } from "./failures-sv.ts";

export const failures: typeof swedish = {
  FORMAT: "The envelope is damaged or has the wrong format. It is not opened.",
  LIMIT: "The envelope is larger than allowed. It is not opened.",
  VERSION: "The envelope has a version that this desk cannot read.",
  SUITE: "The envelope is encrypted in a way that is not allowed.",
  SIGNATURE: "The signature of the envelope is wrong. The content may have been changed and is not opened.",
  CONTEXT:
    "The envelope does not belong to this case. It may have been swapped. Do not open it, and tell the person responsible for the system.",
  NO_KEY: "The envelope is not sealed to this key. Check that you chose your own organisation's key file.",
  UNWRAP:
    "The envelope could not be opened with this key. The key does not fit, or the envelope was changed.",
  COMMITMENT: "The content does not match the envelope. It may have been swapped and is not opened.",
  CORRUPT: "The content was changed or damaged on the way and is not opened.",
  TRUNCATED: "The file is cut short: its end is missing. It is not saved.",
  SHREDDED: "This part has been disposed of and cannot be read.",
  PASSPHRASE: "Wrong passphrase. Check that every word is right and that you chose the right key file.",
  DIRECTORY:
    "The organisation's key list is not signed by the right root key, or has expired. Nothing is sealed to it.",
  POLICY: "The organisation's keys do not meet the requirements. Nothing is sealed to them.",
  PLATFORM: "The browser lacks something that is needed. Update the browser.",
  KEY_FILE: "The file is not a key file. Choose the file that ends with .key.json.",
  KEY_OF_OTHER: "The key file does not belong to your organisation. Choose your own organisation's file.",
  KEYS_UNTRUSTED:
    "The organisation's key list is not signed by the root key that this installation trusts. It may have been swapped. Nothing is opened or sealed with it.",
  KEY_LOG_UNSIGNED:
    "The keys cannot be checked: the public key log is not signed by the key that is known here. Nothing is encrypted to them.",
  KEY_LOG_MISSING:
    "The keys are not in the public key log. They may have been replaced. Nothing is encrypted to them.",
  KEY_LOG_ROLLED_BACK:
    "The public key log is shorter than last time. Something has been taken out of it. Nothing is encrypted.",
  KEY_LOG_SPLIT:
    "The public key log is another than the one that was seen here last time. Nothing is encrypted. Tell whoever is responsible for the system.",
  NO_PINS: "This installation has no root key for your organisation. Ask the operator to correct it.",
  DEPLOYMENT: "This installation is set up wrongly. Nothing is opened or encrypted.",
  NO_SUBJECT_KEYS: "The person has given no key to encrypt the answer to.",
  LETTER_FACT_MISSING:
    "The letter lacks something the law demands. Fill in every fact, and it can be written.",
  LETTER_FACT_MALFORMED:
    "A date or an amount is written wrongly. Write dates as 2026-12-01 and amounts in whole kronor.",
  LETTER_NOT_FOR_CASE: "That letter does not belong to such a request.",
  WORDS_UNKNOWN: "The text has not been kept. Write it again.",
  EXPORT_KEY: "The answer is not encrypted to the person's own key, or can be opened by someone else.",
  SECTION_MALFORMED: "A part of the answers has content that cannot be understood.",
  PACKAGE_TOO_LARGE:
    "The file is too large to be packed in the browser. Pack it on the command line with tillit retention package.",
  SENDER_UNKNOWN:
    "This installation does not know the sender: its root key is missing. Nothing is opened. Ask whoever runs the system to check the sender.",
  TRANSFER_UNPROVED:
    "The offer cannot be proved: it is not in the sender's signed log, or an unknown key signed the log. Do not accept it.",
  TRANSFER_MISFIT:
    "What is offered does not agree with the sender's manifest. Do not accept it, and tell the sender.",
  OFFLINE: "The server cannot be reached. Check the network and try again.",
  LOGGED_OUT: "You are logged out. Log in again.",
  LOGIN_INVALID: "The login could not be completed. Start again with the button below.",
  LOGIN_CANCELLED: "The login was cancelled. Start again when you like.",
  LOGIN_TOO_WEAK:
    "The login was not strong enough. Log in with the level of assurance that your organisation requires and with more than one factor, such as a card and a PIN.",
  LOGIN_NOT_ALLOWED:
    "Your account has no role here. Ask whoever handles permissions in your organisation for help.",
  ISSUER_UNREACHABLE: "The identity provider does not answer. Try again in a while.",
  FORBIDDEN: "Your role may not do this.",
  ROLE_NOT_ALLOWED: "Your role may not do this.",
  RECORD_RESTRICTED:
    "Processing of the data is restricted. They can be read for one of the four purposes allowed, once you have chosen it. Nothing else can be done until the restriction has been lifted.",
  STATE_CONFLICT: "It cannot be done as things stand now. Read the page again and retry.",
  CERTIFICATE_PENDING:
    "The data have been destroyed, but the certificate waits until the database's files hold nothing of them. Try again in a minute.",
  JOURNAL_UNWRITABLE:
    "Nothing has been destroyed, since the erasure journal cannot be written. Tell whoever runs the system.",
  GONE: "The content has been disposed of and is no longer there.",
  TOO_MANY_REQUESTS: "There were too many requests in a short time. Wait a little.",
  INPUT_INVALID: "The server did not accept what is filled in. Check days and codes in the form.",
  NOT_FOUND: "There is no such thing in your organisation.",
  CONFLICT: "Someone else has changed the case. Reload and try again.",
  SERVER: "The server could not do it. Try again in a while.",
  UNKNOWN: "Something went wrong. Nothing has been saved.",
};
