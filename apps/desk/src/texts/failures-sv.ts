/** One Swedish sentence for each failure a caseworker can meet, by the code the failure carries. */
export const failures = {
  // The envelope (codes of crypto-envelope)
  FORMAT: "Kuvertet är skadat eller har fel format. Det öppnas inte.",
  LIMIT: "Kuvertet är större än vad som är tillåtet. Det öppnas inte.",
  VERSION: "Kuvertet har en version som den här handläggningen inte kan läsa.",
  SUITE: "Kuvertet är krypterat på ett sätt som inte är tillåtet.",
  SIGNATURE: "Kuvertets underskrift stämmer inte. Innehållet kan vara ändrat och öppnas inte.",
  CONTEXT:
    "Kuvertet hör inte till det här ärendet. Det kan ha blivit utbytt. Öppna det inte, och berätta det för den som ansvarar för systemet.",
  NO_KEY:
    "Kuvertet är inte stängt för den här nyckeln. Kontrollera att du valde din egen organisations nyckelfil.",
  UNWRAP:
    "Kuvertet gick inte att öppna med den här nyckeln. Nyckeln passar inte, eller så är kuvertet ändrat.",
  COMMITMENT: "Innehållet stämmer inte med kuvertet. Det kan vara utbytt och öppnas inte.",
  CORRUPT: "Innehållet är ändrat eller skadat på vägen och öppnas inte.",
  TRUNCATED: "Filen är avkortad: slutet saknas. Den sparas inte.",
  SHREDDED: "Den här delen är gallrad och kan inte läsas.",
  PASSPHRASE: "Fel lösenfras. Kontrollera att alla ord är rätt och att du valde rätt nyckelfil.",
  DIRECTORY:
    "Organisationens nyckellista är inte undertecknad av rätt huvudnyckel, eller har gått ut. Inget krypteras till den.",
  POLICY: "Organisationens nycklar uppfyller inte kraven. Inget krypteras till dem.",
  PLATFORM: "Webbläsaren saknar en funktion som behövs. Uppdatera webbläsaren.",
  // The desk itself
  KEY_FILE: "Filen är ingen nyckelfil. Välj filen som slutar på .key.json.",
  KEY_OF_OTHER: "Nyckelfilen hör inte till din organisation. Välj din egen organisations fil.",
  KEYS_UNTRUSTED:
    "Organisationens nyckellista är inte undertecknad av den huvudnyckel som den här installationen litar på. Den kan vara utbytt. Inget öppnas eller krypteras med den.",
  KEY_LOG_UNSIGNED:
    "Nycklarna går inte att kontrollera: den offentliga nyckelloggen är inte undertecknad av den nyckel som är känd här. Inget krypteras till dem.",
  KEY_LOG_MISSING:
    "Nycklarna finns inte i den offentliga nyckelloggen. De kan vara utbytta. Inget krypteras till dem.",
  KEY_LOG_ROLLED_BACK:
    "Den offentliga nyckelloggen är kortare än förra gången. Något har tagits bort ur den. Inget krypteras.",
  KEY_LOG_SPLIT:
    "Den offentliga nyckelloggen är en annan än den som sågs här förra gången. Inget krypteras. Berätta det för den som ansvarar för systemet.",
  NO_PINS:
    "Den här installationen saknar huvudnyckel för din organisation. Be den som driver systemet att rätta det.",
  DEPLOYMENT: "Installationen är felaktigt inställd. Inget öppnas eller krypteras.",
  NO_SUBJECT_KEYS: "Personen har inte lämnat någon nyckel att kryptera svaret till.",
  LETTER_FACT_MISSING: "Brevet saknar något som lagen kräver. Fyll i alla uppgifter, så kan det skrivas.",
  LETTER_FACT_MALFORMED:
    "Ett datum eller ett belopp är fel skrivet. Skriv datum som 2026-12-01 och belopp i hela kronor.",
  LETTER_NOT_FOR_CASE: "Det brevet hör inte till en sådan begäran.",
  WORDS_UNKNOWN: "Texten har inte sparats. Skriv den igen.",
  EXPORT_KEY: "Svaret är inte krypterat till personens egen nyckel, eller kan öppnas av någon annan.",
  SECTION_MALFORMED: "En del av svaren har ett innehåll som inte går att tyda.",
  PACKAGE_TOO_LARGE:
    "Akten är för stor för att packas i webbläsaren. Packa den med kommandoradens tillit retention package.",
  SENDER_UNKNOWN:
    "Den här installationen känner inte avsändaren: dess huvudnyckel saknas. Inget öppnas. Be den som driver systemet att kontrollera avsändaren.",
  TRANSFER_UNPROVED:
    "Erbjudandet går inte att bevisa: det står inte i avsändarens undertecknade logg, eller loggen är undertecknad med en okänd nyckel. Ta inte emot det.",
  TRANSFER_MISFIT:
    "Det som erbjuds stämmer inte med avsändarens förteckning. Ta inte emot det, och berätta det för avsändaren.",
  // The API
  OFFLINE: "Servern går inte att nå. Kontrollera nätet och försök igen.",
  LOGGED_OUT: "Du är utloggad. Logga in igen.",
  LOGIN_INVALID: "Inloggningen gick inte att slutföra. Börja om från knappen här under.",
  LOGIN_CANCELLED: "Inloggningen avbröts. Börja om när du vill.",
  LOGIN_TOO_WEAK:
    "Inloggningen var inte tillräckligt stark. Logga in med tjänstelegitimation på den tillitsnivå som din organisation kräver och med mer än en faktor, till exempel kort och pinkod.",
  LOGIN_NOT_ALLOWED:
    "Ditt konto har ingen roll här. Be den som sköter behörigheter i din organisation om hjälp.",
  ISSUER_UNREACHABLE: "Inloggningstjänsten svarar inte. Försök igen om en stund.",
  FORBIDDEN: "Din roll får inte göra det här.",
  ROLE_NOT_ALLOWED: "Din roll får inte göra det här.",
  RECORD_RESTRICTED:
    "Behandlingen av uppgifterna är begränsad. De kan läsas för något av de fyra tillåtna ändamålen, om du först väljer ändamål. Annat kan inte göras förrän begränsningen har hävts.",
  STATE_CONFLICT: "Det går inte i det läge som råder nu. Läs om sidan och försök igen.",
  CERTIFICATE_PENDING:
    "Uppgifterna är förstörda, men intyget väntar tills inget av dem finns kvar i databasens filer. Försök igen om någon minut.",
  JOURNAL_UNWRITABLE:
    "Inget har förstörts, eftersom gallringsjournalen inte går att skriva. Berätta det för den som driver systemet.",
  GONE: "Innehållet är gallrat och finns inte kvar.",
  TOO_MANY_REQUESTS: "Det kom för många anrop på kort tid. Vänta en stund.",
  INPUT_INVALID: "Servern tog inte emot det som är ifyllt. Kontrollera dagar och koder i formuläret.",
  NOT_FOUND: "Det finns inget sådant i din organisation.",
  CONFLICT: "Någon annan har ändrat ärendet. Ladda om och försök igen.",
  SERVER: "Servern kunde inte göra det. Försök igen om en stund.",
  UNKNOWN: "Något gick fel. Inget har sparats.",
};
