"""Tests of the reader: python3 -m unittest discover conformance/readers/python"""

import contextlib
import hashlib
import io
import re
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import papack_reader  # noqa: E402
from papack_document import Refusal, verify_document  # noqa: E402

SPECIFICATION = HERE.parents[2] / "docs" / "specs" / "assets-pa.md"
STAGES = {
    "not_a_pack", "damaged", "too_old", "too_new", "truncated", "limit", "extended", "header_padding", "header_digest",
    "header_form", "structure", "meaning", "payload_padding", "slice_digest",
}  # fmt: skip


def example() -> bytes:
    """The pack of the specification, from its hexdump."""
    dump = SPECIFICATION.read_text("utf-8").split("```hexdump\n")[1].split("```")[0]
    return b"".join(bytes.fromhex(line[10:58]) for line in dump.splitlines())


def sealed(header: bytes, payload: bytes = b"", version: int = 1, payload_length: int = -1) -> bytes:
    """A pack of any header and payload, with the checksums of the envelope right."""
    stem = papack_reader.MAGIC + version.to_bytes(4, "little")
    stem += zlib.crc32(stem).to_bytes(4, "little")
    length = len(payload) if payload_length < 0 else payload_length
    begin = stem + len(header).to_bytes(8, "little") + length.to_bytes(8, "little")
    padding = bytes(-(64 + len(header)) % 64)
    return begin + hashlib.sha256(begin + header).digest() + header + padding + payload


def parts(pack: bytes) -> "tuple[bytes, bytes]":
    header_length = int.from_bytes(pack[16:24], "little")
    return pack[64 : 64 + header_length], pack[papack_reader.align64(64 + header_length) :]


def stage_of_pack(pack: bytes) -> str:
    try:
        papack_reader.verify_pack(io.BytesIO(pack))
    except Refusal as refusal:
        return refusal.stage
    return "valid"


def stage_of_header(header: str, payload: bytes = b"") -> str:
    return stage_of_pack(sealed(header.encode("utf-8"), payload))


def stage_of_document(text: "str | bytes", kind: str = "asset") -> str:
    try:
        verify_document(io.BytesIO(text.encode("utf-8") if isinstance(text, str) else text), kind)
    except Refusal as refusal:
        return refusal.stage
    return "valid"


class Example(unittest.TestCase):
    def test_is_valid(self) -> None:
        pack = papack_reader.verify_pack(io.BytesIO(example()))
        self.assertEqual(pack.pack_id, "895a4f5fdbaf733521f74cdc4d0c1509fc7babe16e0426864a4ced2bb0c4eaa8")
        self.assertEqual([entry.asset_name for entry in pack.entries], ["music/theme", "sprites/hero"])
        dump = "\n".join(papack_reader.dump_pack(pack))
        self.assertIn("palette 0: - f800 07e0 001f ffff", dump)
        self.assertIn("begins 0 10000 0 -10000", dump)
        self.assertIn("row 0: 01234567", dump)

    def test_every_flipped_bit_is_refused(self) -> None:
        pack = example()
        for bit in range(len(pack) * 8):
            flipped = bytearray(pack)
            flipped[bit // 8] ^= 1 << bit % 8
            self.assertIn(stage_of_pack(bytes(flipped)), STAGES, f"bit {bit}")

    def test_every_prefix_and_extension_is_refused(self) -> None:
        pack = example()
        for length in range(len(pack)):
            self.assertEqual(stage_of_pack(pack[:length]), "not_a_pack" if length < 16 else "truncated")
        self.assertEqual(stage_of_pack(pack + b"\0"), "extended")

    def test_a_changed_and_sealed_header_makes_no_other_trouble(self) -> None:
        header, payload = parts(example())
        for at in range(len(header)):
            for byte in b'\0 "0:}]\x7f\xff':
                if header[at] != byte:
                    changed = header[:at] + bytes([byte]) + header[at + 1 :]
                    # some are still valid: another asset_name, another sample_rate
                    self.assertIn(stage_of_pack(sealed(changed, payload)), STAGES | {"valid"})


class Packs(unittest.TestCase):
    def test_envelope(self) -> None:
        empty = b'{"asset_table":[],"preload":[]}'
        self.assertEqual(stage_of_pack(sealed(empty)), "valid")
        self.assertEqual(stage_of_pack(sealed(empty, version=0)), "damaged")
        self.assertEqual(stage_of_pack(sealed(empty, version=2)[:16]), "too_new")
        self.assertEqual(stage_of_pack(sealed(empty, payload_length=2**63)), "limit")
        self.assertEqual(stage_of_pack(sealed(empty, payload_length=64 << 30)), "truncated")
        self.assertEqual(stage_of_pack(sealed(b"0")), "limit")
        self.assertEqual(stage_of_pack(sealed(empty, b"x")), "meaning")

    def test_form(self) -> None:
        for header in (
            '{ }', '{"A":0}', '{"a":0,"a":0}', '{"b":0,"a":0}', '{"a":01}', '{"a":-1}', '{"a":1.0}', '{"a":null}', '{"a":0}\n',
            '{"a":"\\u0041"}', '{"a":"é"}', '{"a":9007199254740992}', '{"a":10000000000000000}', '{"a":٣}', '[0,]', '{"":0}', '{"a":',
            "[" * 16 + "x", '{"a":0' + "9" * 5000 + "}",
        ):  # fmt: skip
            self.assertEqual(stage_of_header(header), "header_form", header)
        self.assertEqual(stage_of_header('{"a":9007199254740991}'), "structure")

    def test_first_fault_in_reading_order(self) -> None:
        self.assertEqual(stage_of_header("[" * 16 + "0" + "]" * 16), "structure")
        self.assertEqual(stage_of_header("[" * 17 + "x"), "limit")
        self.assertEqual(stage_of_header("[" * 1_000_000), "limit")
        full = '{"asset_table":[' + "0," * 131_071 + "0"
        self.assertEqual(stage_of_header(full + "]}"), "structure")
        self.assertEqual(stage_of_header(full + ',"'), "limit")
        self.assertEqual(stage_of_header(full + ",]}"), "header_form")
        self.assertEqual(stage_of_header('{"b":' + full + ",0]}}"), "structure")

    def test_bank_versions_come_before_structure(self) -> None:
        header, payload = parts(example())
        newer = header.replace(b'TILES","bank_version":1', b'TILES","bank_version":2')
        self.assertEqual(stage_of_pack(sealed(newer, payload)), "too_new")
        self.assertEqual(stage_of_pack(sealed(newer.replace(b'"codec"', b'"coded"'), payload)), "too_new")
        self.assertEqual(stage_of_pack(sealed(newer.replace(b'"TILES"', b'"TILED"'), payload)), "structure")
        zero = header.replace(b'"bank_version":1', b'"bank_version":0')
        self.assertEqual(stage_of_pack(sealed(zero, payload)), "meaning")

    def test_contents_come_after_digests(self) -> None:
        header, payload = parts(example())
        for at in (96, 128):  # colour 0, and the palette of the tile
            changed = payload[:at] + b"\1" + payload[at + 1 :]
            self.assertEqual(stage_of_pack(sealed(header, changed)), "slice_digest")
            old = hashlib.sha256(payload[64:]).hexdigest().encode()
            new = hashlib.sha256(changed[64:]).hexdigest().encode()
            self.assertEqual(stage_of_pack(sealed(header.replace(old, new), changed)), "meaning")
        self.assertEqual(stage_of_pack(sealed(header, payload[:9] + b"\1" + payload[10:])), "payload_padding")


TILES = '"bank":"TILES","tiles":{"tile_size":8,"palettes":"auto"}'
ASSET = '{"artifact":"asset","schema_version":2,"name":"a","sources":["a.png"],' + TILES + "}"
INDEX = '{"artifact":"index","schema_version":2,"assets":[{"asset_id":1,"root":"a"}],"retired":[{"asset_id":2}]}'


class Documents(unittest.TestCase):
    def test_valid(self) -> None:
        self.assertEqual(stage_of_document(ASSET), "valid")
        self.assertEqual(stage_of_document("\r\n\t" + ASSET + " "), "valid")
        self.assertEqual(stage_of_document(ASSET.replace("2,", "1,", 1).replace('sources":["a.png"]', 'source":"a.png"')), "valid")
        self.assertEqual(stage_of_document(INDEX, "index"), "valid")
        self.assertEqual(stage_of_document(ASSET.replace("2,", '3,"$schema":"",', 1)), "valid")
        named = INDEX.replace("2,", "3,", 1).replace('"root":"a"', '"root":"a","name":"a","bank":"TILES"')
        self.assertEqual(stage_of_document(named, "index"), "valid")
        self.assertEqual(stage_of_document(named.replace("TILES", "TILE"), "index"), "structure")
        self.assertEqual(stage_of_document(INDEX.replace("2,", "1,", 1).replace('{"asset_id":2}', "2"), "index"), "valid")

    def test_text(self) -> None:
        def with_source(escaped: str) -> str:
            return stage_of_document(ASSET.replace("a.png", escaped))

        for text in ("", " ", "[", "[1,]", "// a\n{}", "{'a':1}", "NaN", "Infinity", "01", "1.", "+1", "\ufeff{}", "\u00a0{}", '"\\x"', '"\t"',
                     '{"a":1,"\\u0061":2}', '"\\ud800"', '"\\udc00\\ud800"', "[" * 33, "[" * 10**6, "1" * 1001, '"' + "a" * 65537 + '"'):  # fmt: skip
            self.assertEqual(stage_of_document(text), "parse", text[:40])
        for data in (b'"\xc0\x80"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"', b'"\xe2\x82"', "{}".encode("utf-16")):
            self.assertEqual(stage_of_document(data), "parse", data)
        for text in ("[" * 32 + "1" + "]" * 32, "-" + "1" * 999, '"' + "é" * 32768 + '"', '"\\ud83d\\ude00"', "[1e999,-0.0E+1]"):
            self.assertEqual(stage_of_document(text), "structure", text[:40])
        self.assertEqual(with_source("\\ud83d\\ude00.png"), "valid")

    def test_kind_and_version(self) -> None:
        self.assertEqual(stage_of_document(ASSET, "index"), "structure")
        for version, stage in (
            ("4", "too_new"), ("9" * 999, "too_new"), ("0", "version"), ("-0", "version"), ("-" + "9" * 999, "version"), ("2.0", "version"),
            ("2e0", "version"), ('"2"', "version"), ("null", "version"), ("true", "version"),
        ):  # fmt: skip
            self.assertEqual(stage_of_document(ASSET.replace("2", version, 1)), stage, version[:10])
        self.assertEqual(stage_of_document('{"schema_version":2,"artifact":"asset"}'), "structure")
        self.assertEqual(stage_of_document('{"schema_version":4,"artifact":"asset"}'), "too_new")

    def test_structure(self) -> None:
        for old, new in (
            ('"auto"', '"auto","index_0":"transparent"'), ('"auto"', '"AUTO"'), ("8", "8.0"), ("8", "9"), ('"a"', '"a\\n"'), ('"a"', "null"),
            ('["a.png"]', "[]"), ('["a.png"]', '[""]'), ('"bank"', '"sounds":{},"bank"'), ('"a"', '"a","asset_id":0'),
        ):  # fmt: skip
            self.assertEqual(stage_of_document(ASSET.replace(old, new, 1)), "structure", new)

    def test_meaning(self) -> None:
        for path in ("/a", "a//b", "a/", "./a", "../a", "a:b", "a\\u0085", "a\\u200d", "\\ue000", "\\uffff", "a.", "a ", "CON", "con .x/a", "com¹.png",
                     ".a", "b/.a", "a" * 201, "/".join(["a" * 200] * 6)):  # fmt: skip
            self.assertEqual(stage_of_document(ASSET.replace("a.png", path)), "meaning", path)
        for path in ("con1", "com", "xcon", " con", "a.con", "a" * 200, "ä/ö ü.png"):
            self.assertEqual(stage_of_document(ASSET.replace("a.png", path)), "valid", path)
        self.assertEqual(stage_of_document(INDEX.replace(":2}", ":1}"), "index"), "meaning")
        twice = INDEX.replace('"root":"a"}', '"root":"a"},{"asset_id":3,"root":"a"}')
        self.assertEqual(stage_of_document(twice, "index"), "meaning")


class Command(unittest.TestCase):
    def run_it(self, command: str, name: str, data: bytes) -> "tuple[int, str]":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_bytes(data)
            output = io.StringIO()
            with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
                status = papack_reader.main([command, str(path)])
        return status, output.getvalue()

    def test_protocol(self) -> None:
        self.assertEqual(self.run_it("verify", "a.pa", example()), (0, "valid\n"))
        self.assertEqual(self.run_it("verify", "a.pa", b""), (1, "invalid not_a_pack\n"))
        self.assertEqual(self.run_it("dump", "a.pa", sealed(b"{}", version=9)), (3, "unsupported too_new\n"))
        self.assertEqual(self.run_it("verify", "a.asset.json", ASSET.encode()), (0, "valid\n"))
        self.assertEqual(self.run_it("verify", "index.json", b"{}"), (1, "invalid structure\n"))
        self.assertEqual(self.run_it("verify", "a.txt", b"{}"), (2, ""))

    def test_dump(self) -> None:
        status, output = self.run_it("dump", "a.index.json", INDEX.encode())
        self.assertEqual(status, 0)
        self.assertIn("assets[0].root = 'a'\n", output)
        self.assertIsNone(re.search(r"[^\n -~]", self.run_it("dump", "a.asset.json", ASSET.replace("a.png", "ä").encode())[1]))


if __name__ == "__main__":
    unittest.main()
