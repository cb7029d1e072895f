"""Recovery: a passphrase made into the key, and the key made into a code on paper."""

import base64
import binascii
import unicodedata
from pathlib import Path

from failnote.errors import LockedError

KDF_ROUNDS = 256_000
SALT_BYTES = 16
_KEY_BYTES = 32
_CHECK_BYTES = 3
_LABEL = b"failnote recovery v1"
_MISTYPED = "The recovery code has a typing mistake: it is 14 groups of 4 letters and digits."


def derive_key(salt: bytes, passphrase: str) -> bytes:
    """The raw key that SQLCipher 4 derives itself: PBKDF2-HMAC-SHA512, 256,000 rounds, 32 bytes.

    Deriving it here costs the same and gives a key for a second connection, the recovery
    code and a quiet look at the file before it is opened.
    """
    # OpenSSL loads in 2.5 ms, and a journal without encryption does not need it.
    import hashlib  # noqa: PLC0415

    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hashlib.pbkdf2_hmac("sha512", secret, salt, KDF_ROUNDS, _KEY_BYTES)


def salt_of(path: Path) -> bytes:
    """The first 16 bytes of an encrypted journal."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def as_code(key: bytes) -> str:
    """The key and a 24 bit check in base32: 56 characters in 14 groups of 4."""
    letters = base64.b32encode(key + _check(key)).decode()
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


def parse_recovery(code: str) -> bytes:
    """The key of a code as a person types it: any case, spaces, 0 for O, 1 for I, 8 for B.

    A wrong letter is noticed: LockedError, which never repeats the code.
    """
    letters = "".join(code.upper().split()).replace("-", "")
    try:
        raw = base64.b32decode(letters.translate(str.maketrans("018", "OIB")))
    except (binascii.Error, ValueError):
        raise LockedError(_MISTYPED) from None
    key, check = raw[:_KEY_BYTES], raw[_KEY_BYTES:]
    if check != _check(key):
        raise LockedError(_MISTYPED)
    return key


def _check(key: bytes) -> bytes:
    from hashlib import sha256  # noqa: PLC0415 - see derive_key

    return sha256(_LABEL + key).digest()[:_CHECK_BYTES]
