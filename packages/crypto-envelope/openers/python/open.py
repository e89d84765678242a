#!/usr/bin/env python3
"""Opens CE1 envelopes. Written from spec/CE1.md alone; needs Python 3.9 and the `cryptography` package.

  open.py open --manifest M.json --keyring K.json --blobs DIR --out DIR --purpose P --schema S
               (--seed B64U --kem x25519|xwing | --receipt TEXT) [--app UUID] [--controller ID]
  open.py vectors FILE...      runs vector files, one JSON line for each case

Blobs are files DIR/<section id>. A section appears under --out only when all of it has been checked.
X-Wing is opened where `cryptography` has ML-KEM (48 and later); otherwise the answer is PLATFORM.
"""
import argparse
import base64
import hashlib
import hmac
import io
import json
import os
import re
import sys
import unicodedata

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

try:
    from cryptography.hazmat.primitives import hpke
except ImportError:
    hpke = None
try:
    from cryptography.hazmat.primitives.asymmetric import mlkem
except ImportError:
    mlkem = None

KEMS = {"x25519": (0x0020, 32), "xwing": (0x647A, 1120)}
CHUNK, TAG, SALT, HEADER, SEGMENT = 16384, 16, 24, 56, 1 << 20
MANIFEST_TYPE = "application/vnd.cenv.manifest.v1+json"


class Refused(Exception):
    """A refusal with one of the codes of the specification."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def need(condition, code="FORMAT"):
    if not condition:
        raise Refused(code)


# --- Text and bytes -------------------------------------------------------------------------------------------------

def from_b64u(text, length=None):
    need(isinstance(text, str) and re.fullmatch(r"[A-Za-z0-9_-]*", text) and len(text) % 4 != 1)
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    need(b64u(data) == text and (length is None or len(data) == length))
    return data


def b64u(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_b64(text):
    need(isinstance(text, str) and len(text) % 4 == 0 and re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", text))
    data = base64.b64decode(text)
    need(base64.b64encode(data).decode() == text)
    return data


def labelled(label, *parts):
    out = label.encode() + b"\0"
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        out += len(data).to_bytes(4, "big") + data
    return out


def sha256(data):
    return hashlib.sha256(data).digest()


# --- Shapes -----------------------------------------------------------------------------------------------------------

def fields(value, *names):
    need(isinstance(value, dict) and set(value) == set(names))
    return [value[name] for name in names]


def items(value, most):
    need(isinstance(value, list))
    need(len(value) <= most, "LIMIT")
    return value


def text(value):
    need(isinstance(value, str) and value != "")
    try:
        data = value.encode()
    except UnicodeEncodeError:
        raise Refused("FORMAT") from None
    need(unicodedata.normalize("NFC", value) == value)
    need(len(data) <= 256, "LIMIT")
    return value


def ident(value):
    need(isinstance(value, str) and re.fullmatch(r"[a-z0-9-]{1,32}", value))
    return value


def instant(value):
    need(isinstance(value, str))
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z", value, re.ASCII)
    need(found)
    year, month, day, hour, minute, second = map(int, found.groups())
    leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    need(1 <= month <= 12 and 1 <= day <= days[month - 1] and hour < 24 and minute < 60 and second < 60)
    return value


def distinct(values):
    need(len(set(values)) == len(values))


def version_one(value):
    need(isinstance(value, dict) and "v" in value)
    need(value["v"] == 1 and isinstance(value["v"], int) and not isinstance(value["v"], bool), "VERSION")


# --- Step 1 and 2: DSSE -----------------------------------------------------------------------------------------------

# The y-coordinates of all points of small order; the sign of x does not matter.
SMALL_ORDER = {int.from_bytes(bytes.fromhex(y), "little") for y in (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
)}


def signature_holds(key, message, sig):
    for point in (key, sig[:32]):
        y = int.from_bytes(point, "little") & ((1 << 255) - 1)
        if y in SMALL_ORDER or y >= 2**255 - 19:
            return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(sig, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def signed_payload(dsse, kind):
    payload, payload_type, signatures = fields(dsse, "payload", "payloadType", "signatures")
    if isinstance(payload, str):
        need(len(payload) <= 4 * -(-(256 * 1024) // 3), "LIMIT")
    body = from_b64(payload)
    need(len(body) <= 256 * 1024, "LIMIT")
    need(payload_type == kind)
    decoded = []
    for signature in items(signatures, 8):
        keyid, sig = fields(signature, "keyid", "sig")
        sig = from_b64(sig)
        need(len(sig) == 64)
        decoded.append((from_b64u(keyid, 32), sig))
    need(decoded, "SIGNATURE")
    message = b"DSSEv1 %d %s %d " % (len(kind), kind.encode(), len(body)) + body
    first, sig = decoded[0]
    need(signature_holds(first, message, sig), "SIGNATURE")
    need(all(key != first for key, _ in decoded[1:]), "SIGNATURE")
    return body, first


# --- Step 3: the manifest ---------------------------------------------------------------------------------------------

def plain_size(size):
    body = size - HEADER
    if body < TAG or body % (CHUNK + TAG) < TAG:
        return None
    return body - TAG * (body // (CHUNK + TAG) + 1)


def check_section(section):
    kind, group, tree, name, pad, size, slot = fields(section, "class", "group", "hash", "id", "pad", "size", "slot")
    need(isinstance(size, int) and not isinstance(size, bool) and 0 <= size < 2**53)
    need(size <= 2**34, "LIMIT")
    need(pad in ("none", "4k", "padme"))
    plain = plain_size(size)
    need(plain is not None)
    need(pad == "none" or plain > 0)
    need(pad != "4k" or plain <= 4 * 2**20 + 4096, "LIMIT")
    need(pad != "4k" or plain % 4096 == 0)
    ident(kind), ident(group), ident(name), from_b64u(tree, 32), from_b64u(slot, 32)
    return section


def check_manifest(value):
    version_one(value)
    need(value.get("suite") == "CE1", "SUITE")
    context, groups, sections, _, supersedes, _ = fields(
        value, "context", "groups", "sections", "suite", "supersedes", "v")
    app, applicant, controllers, created, purpose, schema = fields(
        context, "app", "applicant", "controllers", "created", "purpose", "schema")
    groups = items(groups, 16)
    for group in groups:
        name, recipients = fields(group, "id", "recipients")
        for kid in items(recipients, 512):
            from_b64u(kid, 16)
        need(recipients)
        distinct(recipients)
        ident(name)
    sections = [check_section(section) for section in items(sections, 256)]
    distinct([group["id"] for group in groups])
    distinct([section["id"] for section in sections])
    need(groups and sections)
    need(sum(len(group["recipients"]) for group in groups) <= 512, "LIMIT")
    need(all(section["group"] in [group["id"] for group in groups] for section in sections))
    for controller in items(controllers, 16):
        text(controller)
    need(controllers)
    distinct(controllers)
    need(isinstance(app, str) and re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", app))
    text(purpose), text(schema), instant(created), from_b64u(applicant, 32)
    if supersedes is not None:
        from_b64u(supersedes, 32)
    return value


def not_whole(_):
    raise ValueError("numbers are whole")


def parse_canonical(body):
    try:
        value = json.loads(body.decode("utf-8"), parse_float=not_whole, parse_constant=not_whole)
        check_manifest(value)
        again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refused("FORMAT") from None
    need(again == body)
    return value


def verify(dsse, expect):
    body, signer = signed_payload(dsse, MANIFEST_TYPE)
    manifest = parse_canonical(body)
    context = manifest["context"]
    need(from_b64u(context["applicant"]) == signer, "SIGNATURE")
    need(expect.get("app") in (None, context["app"]), "CONTEXT")
    need(expect.get("controller") is None or expect["controller"] in context["controllers"], "CONTEXT")
    need(expect["purpose"] == context["purpose"] and context["schema"] in expect["schemas"], "CONTEXT")
    cid = sha256(labelled(
        "cenv1/context", "CE1", context["app"], labelled("cenv1/list", *context["controllers"]),
        context["purpose"], context["schema"], context["created"], signer))
    return manifest, cid


# --- Step 5: the keyring ----------------------------------------------------------------------------------------------

def check_keyring(keyring, manifest, cid):
    version_one(keyring)
    _, named, stanzas, slots = fields(keyring, "v", "cid", "stanzas", "slots")
    for stanza in items(stanzas, 512):
        group, kem, kid, enc, ct = fields(stanza, "group", "kem", "kid", "enc", "ct")
        need(isinstance(kem, str) and kem in KEMS)
        from_b64u(enc, KEMS[kem][1]), from_b64u(ct, 48), ident(group), from_b64u(kid, 16)
    distinct([(stanza["group"], stanza["kid"]) for stanza in stanzas])
    need(isinstance(slots, dict))
    need(len(slots) <= 256, "LIMIT")
    for name, slot in slots.items():
        ident(name)
        if isinstance(slot, str):
            from_b64u(slot, 104)
        else:
            shredded, rule = fields(slot, "shredded", "rule")
            instant(shredded), text(rule)
    need(from_b64u(named, 32) == cid, "CONTEXT")
    need(set(slots) == {section["id"] for section in manifest["sections"]})
    need(all(stanza["group"] in [group["id"] for group in manifest["groups"]] for stanza in stanzas))


# --- Step 6: HPKE -----------------------------------------------------------------------------------------------------

def extract(salt, ikm):
    return hmac.new(salt or b"\0" * 32, ikm, hashlib.sha256).digest()


def expand(prk, info, length):
    out, block, count = b"", b"", 1
    while len(out) < length:
        block = hmac.new(prk, block + info + bytes([count]), hashlib.sha256).digest()
        out, count = out + block, count + 1
    return out[:length]


def labeled_extract(suite, salt, label, ikm):
    return extract(salt, b"HPKE-v1" + suite + label + ikm)


def labeled_expand(suite, prk, label, info, length):
    return expand(prk, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)


def hpke_open_by_hand(secret, kem_id, info, ct):
    suite = b"HPKE" + kem_id.to_bytes(2, "big") + (1).to_bytes(2, "big") + (2).to_bytes(2, "big")
    context = b"\0" + labeled_extract(suite, b"", b"psk_id_hash", b"") + labeled_extract(suite, b"", b"info_hash", info)
    prk = labeled_extract(suite, secret, b"secret", b"")
    key = labeled_expand(suite, prk, b"key", context, 32)
    return AESGCM(key).decrypt(labeled_expand(suite, prk, b"base_nonce", context, 12), ct, b"")


class X25519Key:
    kem = "x25519"

    def __init__(self, seed):
        self.key = X25519PrivateKey.from_private_bytes(seed)
        self.public = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def open(self, enc, info, ct):
        if hpke is not None:
            suite = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
            return suite.decrypt(enc + ct, self.key, info)
        dh = self.key.exchange(X25519PublicKey.from_public_bytes(enc))
        suite = b"KEM" + KEMS["x25519"][0].to_bytes(2, "big")
        prk = labeled_extract(suite, b"", b"eae_prk", dh)
        secret = labeled_expand(suite, prk, b"shared_secret", enc + self.public, 32)
        return hpke_open_by_hand(secret, KEMS["x25519"][0], info, ct)


class XWingKey:
    kem = "xwing"

    def __init__(self, seed):
        need(mlkem is not None, "PLATFORM")
        expanded = hashlib.shake_256(seed).digest(96)
        self.lattice = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        self.curve = X25519PrivateKey.from_private_bytes(expanded[64:])
        self.curve_public = self.curve.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.public = self.lattice.public_key().public_bytes_raw() + self.curve_public

    def open(self, enc, info, ct):
        one = self.lattice.decapsulate(enc[:1088])
        two = self.curve.exchange(X25519PublicKey.from_public_bytes(enc[1088:]))
        secret = hashlib.sha3_256(one + two + enc[1088:] + self.curve_public + bytes.fromhex("5c2e2f2f5e5c")).digest()
        return hpke_open_by_hand(secret, KEMS["xwing"][0], info, ct)


def key_id(key):
    return sha256(labelled("cenv1/kid", KEMS[key.kem][0].to_bytes(2, "big"), key.public))[:16]


def receipt_keys(receipt):
    need(receipt.startswith("cenv1r."))
    data = from_b64u(receipt[7:], 52)
    need(sha256(data[:48])[:4] == data[48:])
    seed = data[16:48]
    keys = [X25519Key(expand(seed, b"cenv1/applicant-box-x25519", 32))]
    if mlkem is not None:
        keys.append(XWingKey(expand(seed, b"cenv1/applicant-box", 32)))
    return keys


def unwrap(keyring, cid, keys):
    by_id = {(key.kem, b64u(key_id(key))): key for key in keys}
    group_keys = {}
    for stanza in keyring["stanzas"]:
        key = by_id.get((stanza["kem"], stanza["kid"]))
        if key is None or stanza["group"] in group_keys:
            continue
        info = labelled("cenv1/wrap", cid, stanza["group"], from_b64u(stanza["kid"]))
        try:
            group_keys[stanza["group"]] = key.open(from_b64u(stanza["enc"]), info, from_b64u(stanza["ct"]))
        except (InvalidTag, ValueError):
            raise Refused("UNWRAP") from None
    need(group_keys, "NO_KEY")
    return group_keys


# --- Step 7 and 8: Cobblestone-256 --------------------------------------------------------------------------------

def message_keys(key, header, context):
    need(len(header) == HEADER, "TRUNCATED")
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + header[:SALT] + context
    first = hmac.new(key, info + b"\1", hashlib.sha512).digest()
    stream = first + hmac.new(key, first + info + b"\2", hashlib.sha512).digest()
    need(hmac.compare_digest(stream[44:76], header[SALT:]), "COMMITMENT")
    return AESGCM(stream[:32]), int.from_bytes(stream[32:44], "big")


def open_chunks(key, context, source):
    """Yields authenticated content; the caller must take all of it before trusting that nothing is missing."""
    cipher, nonce = message_keys(key, source.read(HEADER), context)
    count = 0
    while True:
        sealed = source.read(CHUNK + TAG)
        need(len(sealed) >= TAG, "TRUNCATED")
        try:
            yield cipher.decrypt((nonce ^ count).to_bytes(12, "big"), sealed, b"")
        except InvalidTag:
            raise Refused("CORRUPT") from None
        if len(sealed) < CHUNK + TAG:
            return
        count += 1


class Checked(io.RawIOBase):
    """A blob that is counted and hashed as it is read."""

    def __init__(self, source, size):
        self.source, self.size, self.seen, self.held, self.segments = source, size, 0, b"", b""

    def read(self, length=-1):
        data = self.source.read(length)
        self.seen += len(data)
        need(self.seen <= self.size, "CORRUPT")
        self.held += data
        while len(self.held) >= SEGMENT:
            self.segments += sha256(self.held[:SEGMENT])
            self.held = self.held[SEGMENT:]
        return data

    def finish(self, expected):
        need(self.source.read(1) == b"", "CORRUPT")
        need(self.seen == self.size, "TRUNCATED")
        rest = sha256(self.held) if self.held else b""
        need(sha256(labelled("cenv1/tree", self.segments + rest)) == expected, "CORRUPT")


def padded_length(pad, length):
    if pad == "none":
        return length
    least = length + 1
    if pad == "4k":
        return -(-least // 4096) * 4096
    if least < 2:
        return least
    exponent = least.bit_length() - 1
    bits = exponent - exponent.bit_length()
    return least if bits < 0 else -(-least // (1 << bits)) * (1 << bits)


def content_length(pad, out):
    """Where the content ends in a padded plaintext."""
    end = out.seek(0, os.SEEK_END)
    at = end
    while at > 0:
        step = min(65536, at)
        out.seek(at - step)
        tail = out.read(step).rstrip(b"\0")
        if tail:
            length = at - step + len(tail) - 1
            need(tail[-1] == 0x80 and padded_length(pad, length) == end, "CORRUPT")
            return length
        at -= step
    raise Refused("CORRUPT")


def open_section(section, keyring, group_keys, cid, blob, out):
    slot = keyring["slots"][section["id"]]
    need(isinstance(slot, str), "SHREDDED")
    slot = from_b64u(slot)
    need(sha256(slot) == from_b64u(section["slot"]), "CORRUPT")
    need(section["group"] in group_keys, "NO_KEY")
    name = section["id"]
    source = io.BytesIO(slot)
    key = b"".join(open_chunks(group_keys[section["group"]], labelled("cenv1/slot", cid, name), source))
    checked = Checked(blob, section["size"])
    try:
        for content in open_chunks(key, labelled("cenv1/blob", cid, name), checked):
            out.write(content)
    except Refused as refusal:
        # A blob that merely ends too early is told apart by its signed size.
        if refusal.code == "CORRUPT" and checked.seen < section["size"] and blob.read(1) == b"":
            raise Refused("TRUNCATED") from None
        raise
    checked.finish(from_b64u(section["hash"]))
    if section["pad"] != "none":
        out.truncate(content_length(section["pad"], out))


# --- The two commands -------------------------------------------------------------------------------------------------

def keys_of(kem, seed):
    return [X25519Key(seed) if kem == "x25519" else XWingKey(seed)]


def run_case(case):
    try:
        manifest, cid = verify(case["manifest"], case["expect"])
        check_keyring(case["keyring"], manifest, cid)
        key = case["key"]
        keys = receipt_keys(key["receipt"]) if "receipt" in key else keys_of(key["kem"], from_b64u(key["seed"], 32))
        group_keys = unwrap(case["keyring"], cid, keys)
        known = case.get("content", {})
        for section in manifest["sections"]:
            name = section["id"]
            if case["result"] == "ok" and name not in known:
                continue
            out = io.BytesIO()
            open_section(section, case["keyring"], group_keys, cid, io.BytesIO(from_b64u(case["blobs"][name])), out)
            data = out.getvalue()
            if name in known and (len(data) != known[name]["length"] or b64u(sha256(data)) != known[name]["sha256"]):
                return "other content"
        return "ok"
    except Refused as refusal:
        return refusal.code


def run_vectors(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for case in json.load(file)["cases"]:
                line = {"file": os.path.basename(path), "name": case["name"], "result": run_case(case)}
                print(json.dumps(line, ensure_ascii=False))


def run_open(args):
    def read(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    expect = {"app": args.app, "controller": args.controller, "purpose": args.purpose, "schemas": args.schema}
    manifest, cid = verify(read(args.manifest), expect)
    keyring = read(args.keyring)
    check_keyring(keyring, manifest, cid)
    keys = receipt_keys(args.receipt) if args.receipt else keys_of(args.kem, from_b64u(args.seed, 32))
    group_keys = unwrap(keyring, cid, keys)
    os.makedirs(args.out, exist_ok=True)
    for section in manifest["sections"]:
        name = section["id"]
        if not isinstance(keyring["slots"][name], str) or section["group"] not in group_keys:
            print(f"{name}: not readable", file=sys.stderr)
            continue
        part = os.path.join(args.out, name + ".part")
        try:
            with open(os.path.join(args.blobs, name), "rb") as blob, open(part, "w+b") as out:
                open_section(section, keyring, group_keys, cid, blob, out)
            os.replace(part, os.path.join(args.out, name))
        finally:
            if os.path.exists(part):
                os.remove(part)
        print(name)


def main():
    parser = argparse.ArgumentParser(description="Opens CE1 envelopes.")
    commands = parser.add_subparsers(dest="command", required=True)
    opening = commands.add_parser("open")
    for name in ("manifest", "keyring", "blobs", "out", "purpose"):
        opening.add_argument("--" + name, required=True)
    opening.add_argument("--schema", required=True, action="append")
    for name in ("app", "controller", "seed", "receipt"):
        opening.add_argument("--" + name)
    opening.add_argument("--kem", choices=sorted(KEMS), default="x25519")
    commands.add_parser("vectors").add_argument("files", nargs="+")
    args = parser.parse_args()
    if args.command == "vectors":
        return run_vectors(args.files)
    try:
        run_open(args)
    except Refused as refusal:
        sys.exit(refusal.code)


if __name__ == "__main__":
    main()
