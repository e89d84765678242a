import { retentionPhrases } from "./retention-help-sv.ts";

/** What `--help` says in Swedish, by what it says in English. Names of options and values stay as they are typed. */
export const phrases: Readonly<Record<string, string>> = {
  ...retentionPhrases,
  // tillit
  "Retention, requests, calendar, identity numbers, envelopes, policies and logs of Swedish social care.":
    "Bevarande och gallring, begäranden, kalender, personnummer, kuvert, integritetspolicyer och loggar i svensk socialtjänst.",
  "print the version": "skriv ut versionen",
  "language of sentences": "språk i meningar",
  "show the stack of an error": "visa var ett fel uppstod i koden",
  "display help for command": "visa hjälp för kommandot",
  overwrite: "skriv över",
  "overwrite files that exist": "skriv över filer som finns",
  "do it": "gör det",
  form: "form",
  "form of the answer": "svarets form",
  "which record": "vilken post",

  // dsar
  "deadlines of data subjects' requests": "tidsfrister för registrerades begäranden",
  "the last day to answer, to extend and to appeal, with the statute behind each date":
    "sista dagen att svara, att förlänga och att överklaga, med lagrummet bakom varje datum",
  "the day the request came in, YYYY-MM-DD": "dagen då begäran kom in, ÅÅÅÅ-MM-DD",
  "whose answer it is": "vem som svarar",
  "two further months have been taken by a notice in time": "två månader till har tagits, med besked i tid",
  "the clock stood still, from the question to the sufficient answer; may be repeated":
    "tiden stod stilla, från frågan till det svar som räckte; får upprepas",
  "the day the person got the decision, YYYY-MM-DD": "dagen då personen fick beslutet, ÅÅÅÅ-MM-DD",

  // calendar, identity
  "what kind of day a date is in Sweden and for which law it is a working day":
    "vilket slags dag ett datum är i Sverige och enligt vilken lag det är en arbetsdag",
  "YYYY-MM-DD": "ÅÅÅÅ-MM-DD",
  "check a personnummer or samordningsnummer; without argument it is read from standard input":
    "kontrollera ett personnummer eller samordningsnummer; utan argument läses det från standard in",
  "10 or 12 digits; left out or - reads standard input, which shells do not remember":
    "10 eller 12 siffror; utelämnat eller - läser standard in, som skalet inte minns",

  // envelope
  "sealed envelopes: keys, sealing, checking, opening":
    "förseglade kuvert: nycklar, försegling, kontroll, öppning",
  "make a controller's keys: a locked private key, a signing root and a signed key document":
    "gör en personuppgiftsansvarigs nycklar: en låst privat nyckel, en rot att skriva under med och ett underskrivet nyckeldokument",
  "where key.json, root.json and document.json go": "dit key.json, root.json och document.json skrivs",
  "whose keys they are": "vems nycklarna är",
  "kind of key": "slag av nyckel",
  "how long the key may be sealed to": "hur länge det får förseglas till nyckeln",
  "file whose first line locks the private key; on a terminal it is asked for":
    "fil vars första rad låser den privata nyckeln; i en terminal ställs frågan",
  "seal files to a controller; each becomes a section with its own key":
    "försegla filer till en personuppgiftsansvarig; var och en blir en del med egen nyckel",
  "where the envelope goes": "dit kuvertet skrivs",
  "sections: contact=contact.json file-1=scan.pdf": "delar: contact=contact.json file-1=scan.pdf",
  "the controller's signed key document": "den ansvarigas underskrivna nyckeldokument",
  "the controller's root key, got by another way than the document":
    "den ansvarigas rotnyckel, fått på annan väg än dokumentet",
  "where the applicant's receipt goes; it opens the envelope":
    "dit den sökandes kvitto skrivs; det öppnar kuvertet",
  "what it is for": "vad det är till för",
  "form and version of the content": "innehållets formulär och version",
  "application; a new one when left out": "ansökan; utelämnad en ny",
  "class of the sections, visible to the operator": "delarnas klass, synlig för den som driver tjänsten",
  "print what an envelope says about itself, without any key and without checking it":
    "skriv ut vad ett kuvert säger om sig självt, utan nyckel och utan att kontrollera det",
  "folder with manifest.json, keyring.json and blobs/, or a manifest file, or -":
    "mapp med manifest.json, keyring.json och blobs/, eller en manifestfil, eller -",
  "check signature, context, keyring and every blob, without any key":
    "kontrollera underskrift, sammanhang, nyckelring och varje förseglad fil, utan nyckel",
  "folder with manifest.json, keyring.json and blobs/": "mapp med manifest.json, keyring.json och blobs/",
  "what it must be for": "vad det måste vara till för",
  "form and version it must have": "formulär och version som det måste ha",
  "application it must belong to": "ansökan som det måste höra till",
  "controller it must be for": "ansvarig som det måste vara till",
  "controller to seal to: the document must be of that one":
    "ansvarig att kryptera till: dokumentet måste vara dennes",
  "controller that the document must be of": "ansvarig vars dokument det måste vara",
  "open an envelope with a private key or a receipt":
    "öppna ett kuvert med en privat nyckel eller ett kvitto",
  "locked private key": "låst privat nyckel",
  "file whose first line unlocks it; on a terminal it is asked for":
    "fil vars första rad låser upp den; i en terminal ställs frågan",
  "the applicant's receipt, instead of a key": "den sökandes kvitto, i stället för en nyckel",
  "only this one, to standard output": "bara den här, till standard ut",
  "where the sections go, each under its own name": "dit delarna skrivs, var och en under sitt namn",
  "let one more controller open an envelope; content is not touched":
    "låt en ansvarig till öppna ett kuvert; innehållet rörs inte",
  "the new controller's signed key document": "den nya ansvarigas underskrivna nyckeldokument",
  "the new controller's root key, got by another way than the document":
    "den nya ansvarigas rotnyckel, fått på annan väg än dokumentet",
  "what the envelope must be for": "vad kuvertet måste vara till för",
  "group to join": "grupp att komma med i",
  "even with another kind of key than the group's; the weakest decides":
    "även med ett annat slag av nyckel än gruppens; den svagaste avgör",
  "locked private key of somebody in the group": "låst privat nyckel för någon i gruppen",
  "take a key's access away; shows what would happen until --yes is given":
    "ta bort en nyckels tillgång; visar vad som skulle hända tills --yes anges",
  "key id, as inspect and keygen print it": "nyckelns id, som inspect och keygen skriver ut det",
  "put a controller's new keys in place of its old one; shows it until --yes is given":
    "sätt en ansvarigs nya nycklar i stället för den gamla; visar det tills --yes anges",
  "the controller's newest signed key document": "den ansvarigas senaste underskrivna nyckeldokument",
  "locked private key that goes": "låst privat nyckel som utgår",
  "destroy a section for good; shows what would happen until --yes is given":
    "förstör en del för gott; visar vad som skulle hända tills --yes anges",
  "section id": "delens id",
  "by which rule, kept in place of the key": "enligt vilken regel, bevaras i nyckelns ställe",

  // policy
  "privacy policies as data: findings, notices, claims":
    "integritetspolicyer som data: anmärkningar, information, påståenden",
  "is each processing lawful as described? findings with law and remedy, exit 1 on an error":
    "är varje behandling laglig som den beskrivs? anmärkningar med lagrum och åtgärd, slutkod 1 vid fel",
  "register of processing activities as JSON, or the name of a profile; - is standard input":
    "behandlingsregister som JSON, eller namnet på en profil; - är standard in",
  "the day whose law decides; today when left out": "dagen vars lag avgör; utelämnad i dag",
  "of a profile: the processing as its published text states it":
    "av en profil: behandlingen som dess publicerade text beskriver den",
  "the notice to people, from the register": "informationen till registrerade, ur registret",
  "13: data from the person, 14: from others": "13: uppgifter från personen, 14: från andra",
  "how much": "hur mycket",
  "the day whose law is stated; today when left out": "dagen vars lag anges; utelämnad i dag",
  "reads a Swedish policy text as a careful colleague would; exit 1 on an error":
    "läser en svensk policytext som en noggrann kollega; slutkod 1 vid fel",
  "plain text; left out or - reads standard input": "ren text; utelämnad eller - läser standard in",
  "whose text it is; worked out from its words when left out": "vems texten är; utelämnad avgör orden",
  "the day whose law and names count; today when left out":
    "dagen vars lag och benämningar gäller; utelämnad i dag",
  "does a published notice still say what the register says? exit 1 when the content differs":
    "säger en publicerad information ännu vad registret säger? slutkod 1 när innehållet skiljer sig",
  "the text as published: HTML, Markdown or plain; in the language of --lang":
    "texten som den publicerats: HTML, Markdown eller ren text; på det språk som --lang anger",
  "the record of processing (Art. 30) of a register, or the register in DPV; exit 1 on a gap":
    "registerförteckningen (artikel 30) ur ett register, eller registret i DPV; slutkod 1 vid en lucka",
  "only what is valid on this day": "bara det som gäller den här dagen",
  "what five published policies say, and where that differs from the law as we read it":
    "vad fem publicerade policyer säger, och var det skiljer sig från lagen som vi läser den",
  "only this one": "bara den här",
  "only claims with a doubt": "bara påståenden med en tveksamhet",

  // audit, keys
  "logs that prove what happened and that nothing was removed":
    "loggar som visar vad som hänt och att inget tagits bort",
  "check an exported log against its signed checkpoints and name the first bad entry":
    "kontrollera en exporterad logg mot dess underskrivna kontrollpunkter och ange den första felaktiga raden",
  "exported log; left out or - reads standard input": "exporterad logg; utelämnad eller - läser standard in",
  "the log's public key (name+keyid+key), got by another way than the file; may be given again":
    "loggens publika nyckel (namn+nyckelid+nyckel), fått på annan väg än filen; får upprepas",
  "file with a checkpoint kept from earlier, which the log must continue":
    "fil med en tidigare sparad kontrollpunkt, som loggen måste fortsätta från",
  "look into the entries too: whether reviews, holds, disposals and keys fit together, and how many there are":
    "se även på innehållet: om granskningar, gallringsstopp, gallringar och nycklar hänger ihop, och hur många de är",
  "check the proof of an answer from my pages: whose it is, since when, and which files are in it":
    "kontrollera svarsbeviset från Mina sidor: vem som svarat, sedan när, och vilka filer som ingår",
  "proof saved in my pages; - reads standard input": "bevis sparat på Mina sidor; - läser standard in",
  "files of the answer, named as they were saved": "svarets filer, med de namn de sparades under",
  "the public key of the controller's log, got by another way than the file; may be given again":
    "den publika nyckeln till den ansvarigas logg, fått på annan väg än filen; får upprepas",
  "the public log of controllers' key documents": "den offentliga loggen över ansvarigas nyckeldokument",
  "check an exported key log: nothing removed, every document signed by its roots and newer":
    "kontrollera en exporterad nyckellogg: inget borttaget, varje dokument underskrivet av sina rötter och nyare än det förra",
  "exported key log (/api/keys/log); left out or - reads standard input":
    "exporterad nyckellogg (/api/keys/log); utelämnad eller - läser standard in",
  "the log's public key, got by another way than the file; may be given again":
    "loggens publika nyckel, fått på annan väg än filen; får upprepas",
  "file with pinned roots: {pins: {controller: {roots, threshold}}}":
    "fil med fasta rötter: {pins: {controller: {roots, threshold}}}",
  "a key document one was given: it must be in the log":
    "ett nyckeldokument man fått: det måste finnas i loggen",

  // What commander writes around them.
  "Usage:": "Så här:",
  "Arguments:": "Argument:",
  "Options:": "Alternativ:",
  "Global Options:": "Alternativ för alla kommandon:",
  "Commands:": "Kommandon:",
};

/** Below the help of `tillit` itself. */
export const exitCodes = `
Slutkoder:
  0  klart
  1  anmärkningar: det som kontrollerades håller inte
  2  fel användning, eller indata som inte går att läsa
  3  några poster avvisades eller kunde inte avgöras
  4  vägrades av säkerhetsskäl: skulle skriva över, eller något är ändrat`;
