"""Read a failnote journal without failnote: ``python reading_without_failnote.py journal.db``.

An encrypted one needs ``pip install sqlcipher3``; a plain one needs Python alone. Any other tool
that opens SQLCipher 4 files does as well: the settings are SQLCipher's own for version 4.
"""

import getpass
import sys
import unicodedata
from pathlib import Path
from typing import Any


def opened(path: str, passphrase: str = "") -> Any:
    if Path(path).read_bytes()[:15] == b"SQLite format 3":
        import sqlite3

        return sqlite3.connect(path)
    from sqlcipher3 import dbapi2

    con = dbapi2.connect(path)
    con.set_key(unicodedata.normalize("NFC", passphrase or getpass.getpass("Passphrase: ")))
    con.execute("PRAGMA cipher_compatibility = 4")
    return con


def told(con: Any) -> list[str]:
    lines = []
    for number, date, case in con.execute("SELECT number, date, case_code FROM v_review"):
        lines.append(f"\n{number} · {date} · {case}")
        sql = "SELECT asked, text FROM v_answer WHERE number = ? ORDER BY position"
        lines += [f"  {asked}\n    {text}" for asked, text in con.execute(sql, (number,))]
        plans = con.execute("SELECT if_text, then_text FROM v_plan WHERE number = ?", (number,))
        lines += [f"  IF {when} THEN {what}" for when, what in plans]
    return lines


if __name__ == "__main__":
    print("\n".join(told(opened(*sys.argv[1:2]))))
