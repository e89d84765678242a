import { CanonicalJsonError, canonicalize, parseStrict } from "@tillit/canonical-json";

// One value, one text: hash it or sign it, and anyone gets the same bytes again.
console.log(canonicalize({ kommun: "Skinnskatteberg", plats: [59.83, 15.69], antal: 1e21 }));
// {"antal":1e+21,"kommun":"Skinnskatteberg","plats":[59.83,15.69]}

// Two equal keys would let two readers see two documents.
try {
  parseStrict('{"beslut":"bifall","beslut":"avslag"}');
} catch (error) {
  if (error instanceof CanonicalJsonError) console.log(error.code); // JSON_DUPLICATE_KEY
}
