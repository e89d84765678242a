import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens CE1 envelopes sealed to X25519. Written from spec/CE1.md alone; needs JDK 17 and nothing else.
 *
 *   java Open.java open manifest.json keyring.json blobs out seed purpose schema
 *   java Open.java vectors FILE...     one line a case: file, tab, name, tab, result
 *
 * Blobs are files blobs/<section id>; a section appears in out only when all of it has been checked. The seed is
 * base64url. X-Wing keys are answered with PLATFORM.
 */
public final class Open {
  static final int CHUNK = 16384, TAG = 16, HEADER = 56, SEGMENT = 1 << 20;
  static final String MANIFEST_TYPE = "application/vnd.cenv.manifest.v1+json";

  /** A refusal with one of the codes of the specification. */
  static final class Refused extends RuntimeException {
    final String code;

    Refused(String code) {
      super(code);
      this.code = code;
    }
  }

  static void need(boolean condition, String code) {
    if (!condition) throw new Refused(code);
  }

  static void need(boolean condition) {
    need(condition, "FORMAT");
  }

  // --- JSON: objects, lists, texts, whole numbers, true, false, null ---------------------------------------------

  static final class Json {
    final String text;
    int at = 0;

    Json(String text) {
      this.text = text;
    }

    static Object parse(String text) {
      Json json = new Json(text);
      Object value = json.value(0);
      json.space();
      need(json.at == text.length());
      return value;
    }

    void space() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    char next() {
      need(at < text.length());
      return text.charAt(at++);
    }

    boolean skip(char wanted) {
      space();
      if (at >= text.length() || text.charAt(at) != wanted) return false;
      at++;
      return true;
    }

    Object word(String word, Object value) {
      need(text.startsWith(word, at));
      at += word.length();
      return value;
    }

    Object value(int depth) {
      need(depth < 64);
      space();
      need(at < text.length());
      char first = text.charAt(at);
      if (first == '{') return object(depth);
      if (first == '[') return list(depth);
      if (first == '"') return string();
      if (first == 't') return word("true", true);
      if (first == 'f') return word("false", false);
      if (first == 'n') return word("null", null);
      int start = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
      String number = text.substring(start, at);
      need(number.matches("0|-?[1-9][0-9]{0,17}"));
      return Long.parseLong(number);
    }

    Map<String, Object> object(int depth) {
      Map<String, Object> map = new LinkedHashMap<>();
      need(skip('{'));
      if (skip('}')) return map;
      do {
        space();
        String key = string();
        need(skip(':'));
        need(!map.containsKey(key));
        map.put(key, value(depth + 1));
      } while (skip(','));
      need(skip('}'));
      return map;
    }

    List<Object> list(int depth) {
      List<Object> list = new ArrayList<>();
      need(skip('['));
      if (skip(']')) return list;
      do list.add(value(depth + 1));
      while (skip(','));
      need(skip(']'));
      return list;
    }

    String string() {
      need(next() == '"');
      StringBuilder out = new StringBuilder();
      for (char letter = next(); letter != '"'; letter = next()) {
        need(letter >= 0x20);
        if (letter != '\\') {
          out.append(letter);
          continue;
        }
        char escape = next();
        int known = "\"\\/bfnrt".indexOf(escape);
        if (known >= 0) out.append("\"\\/\b\f\n\r\t".charAt(known));
        else {
          need(escape == 'u' && at + 4 <= text.length());
          String hex = text.substring(at, at + 4);
          need(hex.matches("[0-9a-fA-F]{4}"));
          out.append((char) Integer.parseInt(hex, 16));
          at += 4;
        }
      }
      return out.toString();
    }

    /** RFC 8785 for these kinds of values; keys are ASCII. */
    static void write(Object value, StringBuilder out) {
      if (value instanceof Map<?, ?> map) {
        char before = '{';
        for (var entry : new TreeMap<>(asObject(map)).entrySet()) {
          out.append(before);
          quote(entry.getKey(), out);
          out.append(':');
          write(entry.getValue(), out);
          before = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
      } else if (value instanceof List<?> list) {
        char before = '[';
        for (Object item : list) {
          out.append(before);
          write(item, out);
          before = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
      } else if (value instanceof String string) quote(string, out);
      else out.append(value);
    }

    static void quote(String string, StringBuilder out) {
      out.append('"');
      for (char letter : string.toCharArray()) {
        int known = "\"\\\b\f\n\r\t".indexOf(letter);
        if (known >= 0) out.append('\\').append("\"\\bfnrt".charAt(known));
        else if (letter < 0x20) out.append(String.format("\\u%04x", (int) letter));
        else out.append(letter);
      }
      out.append('"');
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> asObject(Object value) {
    need(value instanceof Map);
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> asList(Object value, int most) {
    need(value instanceof List);
    need(((List<Object>) value).size() <= most, "LIMIT");
    return (List<Object>) value;
  }

  static String string(Object value) {
    need(value instanceof String);
    return (String) value;
  }

  static Map<String, Object> fields(Object value, String... names) {
    Map<String, Object> map = asObject(value);
    need(map.keySet().equals(Set.of(names)));
    return map;
  }

  // --- Bytes and texts ---------------------------------------------------------------------------------------------

  static byte[] base64url(Object value, int length) {
    String text = string(value);
    need(text.matches("[A-Za-z0-9_-]*") && text.length() % 4 != 1);
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    need(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text));
    need(length < 0 || bytes.length == length);
    return bytes;
  }

  static byte[] base64(Object value) {
    String text = string(value);
    need(text.length() % 4 == 0 && text.matches("[A-Za-z0-9+/]*={0,2}"));
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      need(Base64.getEncoder().encodeToString(bytes).equals(text));
      return bytes;
    } catch (IllegalArgumentException cause) {
      throw new Refused("FORMAT");
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  static byte[] u16(int value) {
    return new byte[] {(byte) (value >>> 8), (byte) value};
  }

  static byte[] labelled(String label, Object... parts) {
    byte[] out = concat(utf8(label), new byte[1]);
    for (Object part : parts) {
      byte[] bytes = part instanceof String text ? utf8(text) : (byte[]) part;
      out = concat(out, ByteBuffer.allocate(4).putInt(bytes.length).array(), bytes);
    }
    return out;
  }

  static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  static String text(Object value) {
    String text = string(value);
    need(!text.isEmpty() && StandardCharsets.UTF_8.newEncoder().canEncode(text));
    need(Normalizer.isNormalized(text, Normalizer.Form.NFC));
    need(utf8(text).length <= 256, "LIMIT");
    return text;
  }

  static String ident(Object value) {
    String text = string(value);
    need(text.matches("[a-z0-9-]{1,32}"));
    return text;
  }

  static void instant(Object value) {
    String text = string(value);
    need(text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"));
    int year = Integer.parseInt(text.substring(0, 4)), month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8, 10)), hour = Integer.parseInt(text.substring(11, 13));
    int minute = Integer.parseInt(text.substring(14, 16)), second = Integer.parseInt(text.substring(17, 19));
    boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int[] days = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    need(month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] && hour < 24 && minute < 60 && second < 60);
  }

  static void distinct(List<String> values) {
    need(new HashSet<>(values).size() == values.size());
  }

  static void versionOne(Object value) {
    need(value instanceof Map && asObject(value).containsKey("v"));
    need(Long.valueOf(1).equals(asObject(value).get("v")), "VERSION");
  }

  // --- Steps 1 and 2: DSSE -------------------------------------------------------------------------------------------

  // The y-coordinates of all points of small order; the sign of x does not matter.
  static final Set<String> SMALL_ORDER = Set.of(
      "0100000000000000000000000000000000000000000000000000000000000000",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "0000000000000000000000000000000000000000000000000000000000000000",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

  static BigInteger littleEndian(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int at = 0; at < bytes.length; at++) reversed[at] = bytes[bytes.length - 1 - at];
    return new BigInteger(1, reversed);
  }

  static boolean usable(byte[] point) {
    BigInteger prime = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    byte[] y = point.clone();
    y[31] &= 0x7f;
    return !SMALL_ORDER.contains(HexFormat.of().formatHex(y)) && littleEndian(y).compareTo(prime) < 0;
  }

  static boolean signatureHolds(byte[] key, byte[] message, byte[] sig) {
    if (!usable(key) || !usable(Arrays.copyOf(sig, 32))) return false;
    try {
      byte[] spki = concat(HexFormat.of().parseHex("302a300506032b6570032100"), key);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
      verifier.update(message);
      return verifier.verify(sig);
    } catch (GeneralSecurityException cause) {
      return false;
    }
  }

  record Signed(byte[] body, byte[] signer) {}

  static Signed signedPayload(Object dsse) {
    Map<String, Object> map = fields(dsse, "payload", "payloadType", "signatures");
    if (map.get("payload") instanceof String text) need(text.length() <= 4 * ((256 * 1024 + 2) / 3), "LIMIT");
    byte[] body = base64(map.get("payload"));
    need(body.length <= 256 * 1024, "LIMIT");
    need(MANIFEST_TYPE.equals(map.get("payloadType")));
    List<byte[]> keys = new ArrayList<>(), sigs = new ArrayList<>();
    for (Object item : asList(map.get("signatures"), 8)) {
      Map<String, Object> signature = fields(item, "keyid", "sig");
      byte[] sig = base64(signature.get("sig"));
      need(sig.length == 64);
      keys.add(base64url(signature.get("keyid"), 32));
      sigs.add(sig);
    }
    need(!keys.isEmpty(), "SIGNATURE");
    String head = "DSSEv1 " + MANIFEST_TYPE.length() + " " + MANIFEST_TYPE + " " + body.length + " ";
    byte[] first = keys.get(0);
    need(signatureHolds(first, concat(utf8(head), body), sigs.get(0)), "SIGNATURE");
    for (byte[] other : keys.subList(1, keys.size())) need(!Arrays.equals(other, first), "SIGNATURE");
    return new Signed(body, first);
  }

  // --- Steps 3 and 4: the manifest -------------------------------------------------------------------------------------

  static long plainSize(long size) {
    long body = size - HEADER;
    if (body < TAG || body % (CHUNK + TAG) < TAG) return -1;
    return body - TAG * (body / (CHUNK + TAG) + 1);
  }

  static Map<String, Object> section(Object value) {
    Map<String, Object> section = fields(value, "class", "group", "hash", "id", "pad", "size", "slot");
    need(section.get("size") instanceof Long);
    long size = (Long) section.get("size");
    need(size >= 0 && size < 1L << 53);
    need(size <= 1L << 34, "LIMIT");
    String pad = string(section.get("pad"));
    need(Set.of("none", "4k", "padme").contains(pad));
    long plain = plainSize(size);
    need(!pad.equals("4k") || plain <= 4 * 1048576 + 4096, "LIMIT");
    need(plain >= 0 && (pad.equals("none") || plain > 0) && (!pad.equals("4k") || plain % 4096 == 0));
    ident(section.get("class"));
    ident(section.get("group"));
    ident(section.get("id"));
    base64url(section.get("hash"), 32);
    base64url(section.get("slot"), 32);
    return section;
  }

  static Map<String, Object> manifest(Object value) {
    versionOne(value);
    need("CE1".equals(asObject(value).get("suite")), "SUITE");
    Map<String, Object> manifest = fields(value, "context", "groups", "sections", "suite", "supersedes", "v");
    Map<String, Object> context =
        fields(manifest.get("context"), "app", "applicant", "controllers", "created", "purpose", "schema");
    List<String> groups = new ArrayList<>(), sections = new ArrayList<>(), used = new ArrayList<>();
    int recipients = 0;
    for (Object item : asList(manifest.get("groups"), 16)) {
      Map<String, Object> group = fields(item, "id", "recipients");
      List<String> kids = new ArrayList<>();
      for (Object kid : asList(group.get("recipients"), 512)) {
        base64url(kid, 16);
        kids.add((String) kid);
      }
      need(!kids.isEmpty());
      distinct(kids);
      recipients += kids.size();
      groups.add(ident(group.get("id")));
    }
    for (Object item : asList(manifest.get("sections"), 256)) {
      Map<String, Object> section = section(item);
      sections.add((String) section.get("id"));
      used.add((String) section.get("group"));
    }
    distinct(groups);
    distinct(sections);
    need(!groups.isEmpty() && !sections.isEmpty());
    need(recipients <= 512, "LIMIT");
    need(groups.containsAll(used));
    List<String> controllers = new ArrayList<>();
    for (Object controller : asList(context.get("controllers"), 16)) controllers.add(text(controller));
    need(!controllers.isEmpty());
    distinct(controllers);
    need(string(context.get("app")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    text(context.get("purpose"));
    text(context.get("schema"));
    instant(context.get("created"));
    base64url(context.get("applicant"), 32);
    if (manifest.get("supersedes") != null) base64url(manifest.get("supersedes"), 32);
    return manifest;
  }

  record Verified(Map<String, Object> manifest, byte[] cid) {}

  static Verified verify(Object dsse, Map<String, Object> expect) throws GeneralSecurityException {
    Signed signed = signedPayload(dsse);
    Map<String, Object> manifest;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(signed.body)).toString();
      manifest = manifest(Json.parse(text));
      StringBuilder again = new StringBuilder();
      Json.write(manifest, again);
      need(again.toString().equals(text));
    } catch (CharacterCodingException cause) {
      throw new Refused("FORMAT");
    }
    Map<String, Object> context = asObject(manifest.get("context"));
    List<Object> controllers = asList(context.get("controllers"), 16);
    need(Arrays.equals(base64url(context.get("applicant"), 32), signed.signer), "SIGNATURE");
    need(expect.get("app") == null || expect.get("app").equals(context.get("app")), "CONTEXT");
    need(expect.get("controller") == null || controllers.contains(expect.get("controller")), "CONTEXT");
    need(context.get("purpose").equals(expect.get("purpose")), "CONTEXT");
    need(asList(expect.get("schemas"), 1000).contains(context.get("schema")), "CONTEXT");
    byte[] list = labelled("cenv1/list", controllers.toArray());
    byte[] bound = labelled("cenv1/context", "CE1", context.get("app"), list, context.get("purpose"),
        context.get("schema"), context.get("created"), signed.signer);
    return new Verified(manifest, sha256(bound));
  }

  // --- Step 5: the keyring -----------------------------------------------------------------------------------------------

  static Map<String, Object> keyring(Object value, Verified verified) {
    versionOne(value);
    Map<String, Object> keyring = fields(value, "v", "cid", "stanzas", "slots");
    List<String> names = new ArrayList<>(), groups = new ArrayList<>();
    for (Object item : asList(keyring.get("stanzas"), 512)) {
      Map<String, Object> stanza = fields(item, "group", "kem", "kid", "enc", "ct");
      String kem = string(stanza.get("kem"));
      need(kem.equals("x25519") || kem.equals("xwing"));
      base64url(stanza.get("enc"), kem.equals("x25519") ? 32 : 1120);
      base64url(stanza.get("ct"), 48);
      base64url(stanza.get("kid"), 16);
      groups.add(ident(stanza.get("group")));
      names.add(stanza.get("group") + " " + stanza.get("kid"));
    }
    distinct(names);
    Map<String, Object> slots = asObject(keyring.get("slots"));
    need(slots.size() <= 256, "LIMIT");
    for (var slot : slots.entrySet()) {
      ident(slot.getKey());
      if (slot.getValue() instanceof String) base64url(slot.getValue(), 104);
      else {
        Map<String, Object> record = fields(slot.getValue(), "shredded", "rule");
        instant(record.get("shredded"));
        text(record.get("rule"));
      }
    }
    need(Arrays.equals(base64url(keyring.get("cid"), 32), verified.cid), "CONTEXT");
    Set<String> sections = new HashSet<>(), known = new HashSet<>();
    for (Object item : asList(verified.manifest.get("sections"), 256)) sections.add((String) asObject(item).get("id"));
    for (Object item : asList(verified.manifest.get("groups"), 16)) known.add((String) asObject(item).get("id"));
    need(slots.keySet().equals(sections) && known.containsAll(groups));
    return keyring;
  }

  // --- Step 6: HPKE --------------------------------------------------------------------------------------------------------

  static byte[] mac(String algorithm, byte[] key, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    return mac.doFinal(concat(parts));
  }

  static byte[] extract(byte[] suite, byte[] salt, String label, byte[] ikm) throws GeneralSecurityException {
    byte[] key = salt.length == 0 ? new byte[32] : salt;
    return mac("HmacSHA256", key, utf8("HPKE-v1"), suite, utf8(label), ikm);
  }

  /** One block of HKDF-Expand: nothing here is longer than 32 bytes. */
  static byte[] expand(byte[] suite, byte[] prk, String label, byte[] info, int length) throws GeneralSecurityException {
    byte[] block = mac("HmacSHA256", prk, u16(length), utf8("HPKE-v1"), suite, utf8(label), info, new byte[] {1});
    return Arrays.copyOf(block, length);
  }

  static byte[] gcm(byte[] key, byte[] nonce, byte[] sealed) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    return cipher.doFinal(sealed);
  }

  static final byte[] BASE_POINT = Arrays.copyOf(new byte[] {9}, 32);

  static byte[] x25519(byte[] seed, byte[] other) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("X25519");
    byte[] pkcs8 = concat(HexFormat.of().parseHex("302e020100300506032b656e04220420"), seed);
    byte[] spki = concat(HexFormat.of().parseHex("302a300506032b656e032100"), other);
    PrivateKey own = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    PublicKey peer = factory.generatePublic(new X509EncodedKeySpec(spki));
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(own);
    agreement.doPhase(peer, true);
    return agreement.generateSecret();
  }

  static byte[] hpkeOpen(byte[] seed, byte[] own, byte[] enc, byte[] info, byte[] ct) throws GeneralSecurityException {
    byte[] none = new byte[0], kem = concat(utf8("KEM"), u16(0x20));
    byte[] eae = extract(kem, none, "eae_prk", x25519(seed, enc));
    byte[] shared = expand(kem, eae, "shared_secret", concat(enc, own), 32);
    byte[] suite = concat(utf8("HPKE"), u16(0x20), u16(1), u16(2));
    byte[] context =
        concat(new byte[1], extract(suite, none, "psk_id_hash", none), extract(suite, none, "info_hash", info));
    byte[] secret = extract(suite, shared, "secret", none);
    return gcm(expand(suite, secret, "key", context, 32), expand(suite, secret, "base_nonce", context, 12), ct);
  }

  static byte[] receiptSeed(String receipt) throws GeneralSecurityException {
    need(receipt.startsWith("cenv1r."));
    byte[] bytes = base64url(receipt.substring(7), 52);
    byte[] check = Arrays.copyOf(sha256(Arrays.copyOf(bytes, 48)), 4);
    need(Arrays.equals(check, Arrays.copyOfRange(bytes, 48, 52)));
    byte[] label = utf8("cenv1/applicant-box-x25519");
    return mac("HmacSHA256", Arrays.copyOfRange(bytes, 16, 48), label, new byte[] {1});
  }

  static Map<String, byte[]> unwrap(Map<String, Object> keyring, byte[] cid, byte[] seed)
      throws GeneralSecurityException {
    byte[] own = x25519(seed, BASE_POINT);
    byte[] kid = Arrays.copyOf(sha256(labelled("cenv1/kid", u16(0x20), own)), 16);
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (Object item : asList(keyring.get("stanzas"), 512)) {
      Map<String, Object> stanza = asObject(item);
      String group = (String) stanza.get("group");
      boolean mine = stanza.get("kem").equals("x25519") && Arrays.equals(base64url(stanza.get("kid"), 16), kid);
      if (!mine || keys.containsKey(group)) continue;
      byte[] info = labelled("cenv1/wrap", cid, group, kid);
      try {
        keys.put(group, hpkeOpen(seed, own, base64url(stanza.get("enc"), 32), info, base64url(stanza.get("ct"), 48)));
      } catch (GeneralSecurityException cause) {
        throw new Refused("UNWRAP");
      }
    }
    need(!keys.isEmpty(), "NO_KEY");
    return keys;
  }

  // --- Steps 7 and 8: Cobblestone-256 -----------------------------------------------------------------------------------------

  static void openMessage(byte[] key, byte[] context, InputStream source, OutputStream out)
      throws GeneralSecurityException, IOException {
    byte[] header = source.readNBytes(HEADER);
    need(header.length == HEADER, "TRUNCATED");
    byte[] name = utf8("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0");
    byte[] info = concat(name, Arrays.copyOf(header, 24), context);
    byte[] first = mac("HmacSHA512", key, info, new byte[] {1});
    byte[] stream = concat(first, mac("HmacSHA512", key, first, info, new byte[] {2}));
    byte[] commitment = Arrays.copyOfRange(stream, 44, 76);
    need(MessageDigest.isEqual(commitment, Arrays.copyOfRange(header, 24, HEADER)), "COMMITMENT");
    byte[] messageKey = Arrays.copyOf(stream, 32);
    BigInteger base = new BigInteger(1, Arrays.copyOfRange(stream, 32, 44));
    for (long count = 0; ; count++) {
      byte[] sealed = source.readNBytes(CHUNK + TAG);
      need(sealed.length >= TAG, "TRUNCATED");
      byte[] number = base.xor(BigInteger.valueOf(count)).toByteArray();
      byte[] nonce = new byte[12];
      int length = Math.min(12, number.length);
      System.arraycopy(number, number.length - length, nonce, 12 - length, length);
      try {
        out.write(gcm(messageKey, nonce, sealed));
      } catch (AEADBadTagException cause) {
        throw new Refused("CORRUPT");
      }
      if (sealed.length < CHUNK + TAG) return;
    }
  }

  /** A blob that is counted and hashed as it is read. */
  static final class Checked extends InputStream {
    final InputStream source;
    final long size;
    final MessageDigest segment = MessageDigest.getInstance("SHA-256");
    final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    long seen = 0;

    Checked(InputStream source, long size) throws GeneralSecurityException {
      this.source = source;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int room = (int) Math.min(length, SEGMENT - seen % SEGMENT);
      int count = source.read(bytes, offset, room);
      if (count <= 0) return count;
      seen += count;
      need(seen <= size, "CORRUPT");
      segment.update(bytes, offset, count);
      if (seen % SEGMENT == 0) hashes.writeBytes(segment.digest());
      return count;
    }

    void finish(byte[] expected) throws IOException, GeneralSecurityException {
      need(source.read() < 0, "CORRUPT");
      need(seen == size, "TRUNCATED");
      if (seen % SEGMENT != 0) hashes.writeBytes(segment.digest());
      need(Arrays.equals(sha256(labelled("cenv1/tree", hashes.toByteArray())), expected), "CORRUPT");
    }
  }

  static long paddedLength(String pad, long length) {
    long least = length + 1;
    if (pad.equals("none")) return length;
    if (pad.equals("4k")) return (least + 4095) / 4096 * 4096;
    if (least < 2) return least;
    int exponent = 63 - Long.numberOfLeadingZeros(least);
    int bits = exponent - (32 - Integer.numberOfLeadingZeros(exponent));
    if (bits < 0) return least;
    return ((least + (1L << bits) - 1) >> bits) << bits;
  }

  static byte[] openSlot(Map<String, Object> keyring, Map<String, Object> section, Map<String, byte[]> keys, byte[] cid)
      throws GeneralSecurityException, IOException {
    String id = (String) section.get("id");
    Object slot = asObject(keyring.get("slots")).get(id);
    need(slot instanceof String, "SHREDDED");
    byte[] bytes = base64url(slot, 104);
    need(Arrays.equals(sha256(bytes), base64url(section.get("slot"), 32)), "CORRUPT");
    need(keys.containsKey((String) section.get("group")), "NO_KEY");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] context = labelled("cenv1/slot", cid, id);
    openMessage(keys.get((String) section.get("group")), context, new ByteArrayInputStream(bytes), out);
    return out.toByteArray();
  }

  /** Writes the padded content and leaves taking the padding off to the caller. */
  static void openBlob(byte[] key, Map<String, Object> section, byte[] cid, InputStream blob, OutputStream out)
      throws GeneralSecurityException, IOException {
    Checked checked = new Checked(blob, (Long) section.get("size"));
    try {
      openMessage(key, labelled("cenv1/blob", cid, section.get("id")), checked, out);
    } catch (Refused refusal) {
      // A blob that merely ends too early is told apart by its signed size.
      boolean ended = refusal.code.equals("CORRUPT") && checked.seen < checked.size && blob.read() < 0;
      throw ended ? new Refused("TRUNCATED") : refusal;
    }
    checked.finish(base64url(section.get("hash"), 32));
  }

  /** Where the content ends, given where its last byte that is not zero stands. */
  static long contentLength(String pad, long total, long mark, int value) {
    if (pad.equals("none")) return total;
    need(mark >= 0 && value == 0x80 && paddedLength(pad, mark) == total, "CORRUPT");
    return mark;
  }

  // --- The two commands ----------------------------------------------------------------------------------------------------

  static String runCase(Map<String, Object> item) throws GeneralSecurityException, IOException {
    try {
      Verified verified = verify(item.get("manifest"), asObject(item.get("expect")));
      Map<String, Object> keyring = keyring(item.get("keyring"), verified);
      Map<String, Object> key = asObject(item.get("key"));
      need(key.containsKey("receipt") || "x25519".equals(key.get("kem")), "PLATFORM");
      byte[] seed = key.containsKey("receipt") ? receiptSeed(string(key.get("receipt"))) : base64url(key.get("seed"), 32);
      Map<String, byte[]> keys = unwrap(keyring, verified.cid, seed);
      Map<String, Object> content = item.get("content") == null ? Map.of() : asObject(item.get("content"));
      for (Object entry : asList(verified.manifest.get("sections"), 256)) {
        Map<String, Object> section = asObject(entry);
        String id = (String) section.get("id");
        if ("ok".equals(item.get("result")) && !content.containsKey(id)) continue;
        byte[] blob = base64url(asObject(item.get("blobs")).get(id), -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] sectionKey = openSlot(keyring, section, keys, verified.cid);
        openBlob(sectionKey, section, verified.cid, new ByteArrayInputStream(blob), out);
        byte[] padded = out.toByteArray();
        int mark = padded.length - 1;
        while (mark >= 0 && padded[mark] == 0) mark--;
        int value = mark < 0 ? 0 : padded[mark] & 0xff;
        long length = contentLength((String) section.get("pad"), padded.length, mark, value);
        if (!content.containsKey(id)) continue;
        Map<String, Object> known = asObject(content.get(id));
        byte[] hash = sha256(Arrays.copyOf(padded, (int) length));
        boolean same = known.get("length").equals(length) && Arrays.equals(base64url(known.get("sha256"), 32), hash);
        if (!same) return "other content";
      }
      return "ok";
    } catch (Refused refusal) {
      return refusal.code;
    }
  }

  static Object read(String path) throws IOException {
    return Json.parse(Files.readString(Path.of(path)));
  }

  static void runVectors(List<String> paths) throws GeneralSecurityException, IOException {
    for (String path : paths) {
      for (Object item : asList(asObject(read(path)).get("cases"), 100000)) {
        Map<String, Object> vector = asObject(item);
        String name = (String) vector.get("name");
        System.out.println(Path.of(path).getFileName() + "\t" + name + "\t" + runCase(vector));
      }
    }
  }

  static void runOpen(String[] args) throws GeneralSecurityException, IOException {
    Map<String, Object> expect = Map.of("purpose", args[6], "schemas", List.of((Object) args[7]));
    Verified verified = verify(read(args[1]), expect);
    Map<String, Object> keyring = keyring(read(args[2]), verified);
    Map<String, byte[]> keys = unwrap(keyring, verified.cid, base64url(args[5], 32));
    Path blobs = Path.of(args[3]), folder = Files.createDirectories(Path.of(args[4]));
    for (Object entry : asList(verified.manifest.get("sections"), 256)) {
      Map<String, Object> section = asObject(entry);
      String id = (String) section.get("id");
      boolean shredded = !(asObject(keyring.get("slots")).get(id) instanceof String);
      if (shredded || !keys.containsKey((String) section.get("group"))) continue;
      Path part = folder.resolve(id + ".part");
      try {
        byte[] key = openSlot(keyring, section, keys, verified.cid);
        try (InputStream blob = Files.newInputStream(blobs.resolve(id)); OutputStream out = Files.newOutputStream(part)) {
          openBlob(key, section, verified.cid, blob, out);
        }
        try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw")) {
          long mark = file.length() - 1;
          int value = 0;
          for (; mark >= 0; mark--) {
            file.seek(mark);
            value = file.read();
            if (value != 0) break;
          }
          file.setLength(contentLength((String) section.get("pad"), file.length(), mark, value));
        }
        Files.move(part, folder.resolve(id), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      System.out.println(id);
    }
  }

  public static void main(String[] args) throws Exception {
    System.setOut(new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8));
    if (args.length > 1 && args[0].equals("vectors")) {
      runVectors(Arrays.asList(args).subList(1, args.length));
    } else if (args.length == 8 && args[0].equals("open")) {
      try {
        runOpen(args);
      } catch (Refused refusal) {
        System.err.println(refusal.code);
        System.exit(1);
      }
    } else {
      System.err.println("open manifest keyring blobs out seed purpose schema | vectors FILE...");
      System.exit(2);
    }
  }
}
