/** What `--help` of `tillit retention` says in Swedish. */
export const retentionPhrases: Readonly<Record<string, string>> = {
  "what must go, stay or move, when, and by which provision":
    "vad som ska gallras, bevaras eller lämnas över, när, och enligt vilken bestämmelse",
  "one disposition a record, or the whole in numbers": "ett besked för varje post, eller helheten i siffror",
  "records, one JSON object a line or CSV; left out or - reads standard input":
    "poster, ett JSON-objekt per rad eller CSV; utelämnad eller - läser standard in",
  "how CSV columns become facts": "hur kolumner i CSV blir uppgifter",
  "form of the records": "posternas form",
  "of CSV": "för CSV",
  "of CSV; tab for a tab; guessed from the header": "för CSV; tab för tabb; gissas av rubrikraden",
  "where rejected CSV rows go; beside the input when left out":
    "dit avvisade rader i CSV skrivs; utelämnad bredvid indata",
  "the day asked about, YYYY-MM-DD": "dagen som frågan gäller, ÅÅÅÅ-MM-DD",
  "rule set: se/socialtjanst, claim/<organisation> or a file":
    "regeluppsättning: se/socialtjanst, claim/<organisation> eller en fil",
  "years ahead in tables and reports": "år framåt i tabeller och rapporter",
  "the whole trace of one record, with citations, in words":
    "hela vägen till beskedet om en post, med lagrum, i ord",
  "every answer a record will get, with the first day of each":
    "varje besked som en post kommer att få, med första dagen för vart och ett",
  "gaps, contradictions and stale sources of a rule set, each with a record that shows it":
    "luckor, motsägelser och inaktuella källor i en regeluppsättning, var och en med en post som visar det",
  "the day of the check; today when left out": "dagen för kontrollen; utelämnad i dag",
  "case table; rules no case decides are reported": "tabell med fall; regler som inget fall avgör redovisas",
  "runs case tables against a rule set": "prövar tabeller med fall mot en regeluppsättning",
  "case table; those of the Swedish rules when left out": "tabell med fall; utelämnad de svenska reglernas",
  "what the second rule set moves, as written, over all combinations and over records":
    "vad den andra regeluppsättningen ändrar, i text, för alla kombinationer och för poster",
  "records to compare over": "poster att jämföra för",
  "compare only there": "jämför bara där",
  "exit 1 where anything moves towards destruction": "slutkod 1 om något flyttas mot gallring",
  "drafts a disposal list of what is due": "upprättar en gallringslista över det som ska bort",
  "the list's id": "listans id",
  "who drafts it, a reference and no name": "vem som upprättar den, en beteckning och inget namn",
  "units of an ordinary list, for the volume brake": "enheter i en vanlig lista, för volymspärren",
  "applies review and execution commands, one JSON object a line, to a disposal list":
    "tillämpar kommandon för granskning och verkställighet, ett JSON-objekt per rad, på en gallringslista",
  "the list, a JSON file": "listan, en JSON-fil",
  "the commands": "kommandona",
  "all records as they are now, also those that others wait for; every item is decided again on the day of Begin":
    "alla poster som de är nu, även de som andra väntar på; varje rad prövas på nytt dagen för Begin",
  "what a receiver gets of a disposal list, with checksums":
    "vad en mottagare får av en gallringslista, med kontrollsummor",
  "who takes the records over, as the rules name it": "vem som tar över posterna, som reglerna benämner den",
  "SHA-256 in hexadecimal by record, a JSON file": "SHA-256 hexadecimalt för varje post, en JSON-fil",
  "the Swedish protocol of an executed list, and its proof":
    "gallringsprotokollet för en verkställd lista, och dess bevis",
  "the executed list, a JSON file": "den verkställda listan, en JSON-fil",
  "how it was executed, a JSON file": "hur den verkställdes, en JSON-fil",
  "key under which record ids are hidden": "nyckel som posternas id döljs med",
  "where the proof goes": "dit beviset skrivs",
  "where the leaves go": "dit löven skrivs",
  "whether a disposal proof holds, and whether a record was in it":
    "om ett gallringsbevis håller, och om en post ingick i det",
  "the proof, a JSON file": "beviset, en JSON-fil",
  "its leaves, one JSON object a line": "dess löv, ett JSON-objekt per rad",
  "the proof before it": "beviset före det",
  "a record to look for": "en post att söka efter",
  "opened content as an information package for an archive (E-ARK CSIP, FGS Paketstruktur 2.0)":
    "öppnat innehåll som informationspaket till ett arkiv (E-ARK CSIP, FGS Paketstruktur 2.0)",
  "folder with the opened content": "mapp med det öppnade innehållet",
  "what the API says about the record (archive-metadata), a JSON file":
    "API:ets uppgifter om posten (archive-metadata), en JSON-fil",
  "the package's identifier, and the name of its folder": "paketets beteckning, och mappens namn",
  "where the package's folder goes": "dit paketets mapp skrivs",
  "when it is made, RFC 3339; now when left out": "när det görs, RFC 3339; utelämnad nu",
  "the submission agreement": "leveransöverenskommelsen",
  "documentation of the content, to enclose": "dokumentation av innehållet, att bifoga",
  "schemas to enclose, where the archive wants those of METS and PREMIS inside":
    "scheman att bifoga, där arkivet vill ha METS och PREMIS med",
  "the reference engine of the conformance kit: questions in, dispositions out, a line each":
    "referensmotorn för överensstämmelseprov: frågor in, besked ut, en rad var",
  "questions {id, asOf, facts}, one JSON object a line": "frågor {id, asOf, facts}, ett JSON-objekt per rad",
  "runs another engine against the case tables": "prövar en annan motor mot tabellerna med fall",
  "command that reads questions and writes dispositions": "kommando som läser frågor och skriver besked",
  "cases, one JSON object a line; those of the Swedish rules when left out":
    "fall, ett JSON-objekt per rad; utelämnad de svenska reglernas",
};
