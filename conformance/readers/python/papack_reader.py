#!/usr/bin/env python3
"""A reader of assets.pa, written from docs/specs/assets-pa.md and reading-packs.md alone.

    papack_reader.py verify FILE     all checks; one line and an exit status, as the conformance kit asks
    papack_reader.py dump FILE       what a valid file holds, for eyes

FILE is a pack (*.pa), a declaration (*.asset.json), an index (*.index.json), an ignore list (*.ignore.json) or budgets (*.budgets.json). Rule names (P1, F4, ...) are those of
the specification. The rows of the reading order are the functions row_1 to row_12 (row 6 is HeaderParser), and
verify_pack calls them in order.
"""

import gc
import hashlib
import os
import re
import sys
import zlib
from typing import Any, BinaryIO, Dict, Iterator, List, NamedTuple, Optional, Pattern, Tuple, Union

import papack_document
from papack_document import Refusal

MAGIC = b"\x89APA\r\n\x1a\n"
STEM_LENGTH = 16
PRELUDE_LENGTH = 64
MAX_HEADER = 64 << 20
MAX_PAYLOAD = 64 << 30
MAX_ENTRIES = 131_072
MAX_DEPTH = 16
MAX_INTEGER = 2**53 - 1
MAX_ASSET_ID = 2**31 - 1

# R8: the oldest and the newest version that is read.
ENVELOPE_WINDOW = (1, 1)
BANK_WINDOWS = {"SOUNDS": (1, 1), "TILES": (1, 1)}

PIECE = 256 << 10  # slices may be larger than memory, so they are read in pieces

Value = Union[int, str, List[Any], Dict[str, Any]]


class Entry(NamedTuple):
    asset_id: int
    asset_name: str
    bank_type: str
    bank_version: int
    codec: str
    decoded_size: int
    metadata: Dict[str, int]
    offset: int
    sha256: str
    size: int


class PreloadItem(NamedTuple):
    asset_id: int
    bank_type: str
    slot: int


class Pack(NamedTuple):
    """A pack that has passed rows 1 to 9 (R9). The bytes of its slices are not yet proven."""

    file: BinaryIO
    pack_id: str
    payload_start: int
    entries: List[Entry]
    preload: List[PreloadItem]


def align64(n: int) -> int:
    return (n + 63) // 64 * 64


# ---- Bytes of the file


def read_at(file: BinaryIO, position: int, size: int) -> bytes:
    """Reads exactly size bytes. Row 4 has proven that they are there, so fewer are trouble of the machine."""
    file.seek(position)
    data = file.read(size)
    if len(data) != size:
        raise OSError("the file became shorter while it was read")
    return data


def pieces(file: BinaryIO, position: int, size: int) -> Iterator[bytes]:
    while size > 0:
        piece = read_at(file, position, min(size, PIECE))
        yield piece
        position += len(piece)
        size -= len(piece)


# ---- Rows 1 to 5: the prelude


class Prelude(NamedTuple):
    header_length: int
    payload_length: int
    header_sha256: bytes
    payload_start: int


def row_1(stem: bytes) -> None:
    if len(stem) < STEM_LENGTH or not stem.startswith(MAGIC):
        raise Refusal("not_a_pack", "P1", "it does not begin like a pack" + looks_like(stem))


def looks_like(stem: bytes) -> str:
    """R2: what a file without the magic probably is."""
    if stem.startswith(b"version https://"):
        return "; it looks like a pointer of Git LFS"
    if stem.startswith(b"PK"):
        return "; it looks like a ZIP"
    if stem.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return "; it looks like JSON"
    if stem.startswith((b"\x89APA", b"\tAPA", b"\xc2\x89APA", b"\xef\xbf\xbdAPA")) and len(stem) == STEM_LENGTH:
        return "; it looks like a pack that passed through a text conversion"
    return ""


def row_2_and_3(stem: bytes) -> None:
    if zlib.crc32(stem[:12]) != int.from_bytes(stem[12:16], "little"):
        raise Refusal("damaged", "P3", "the checksum of the first 16 bytes differs")
    version = int.from_bytes(stem[8:12], "little")
    if version == 0:
        raise Refusal("damaged", "P2", "envelope_version is 0, which never existed")
    check_window("P2", "envelope_version", version, ENVELOPE_WINDOW)


def check_window(rule: str, what: str, version: int, window: Tuple[int, int]) -> None:
    oldest, newest = window
    if version < oldest:
        raise Refusal("too_old", rule, f"{what} is {version}, the oldest that is read is {oldest}")
    if version > newest:
        raise Refusal("too_new", rule, f"{what} is {version}, the newest that is read is {newest}")


def row_4(file: BinaryIO, file_size: int) -> Prelude:
    # Python's integers are unsigned enough: a length of 2^63 or more is above its limit (R4).
    if file_size < PRELUDE_LENGTH:
        raise Refusal("truncated", "P8", f"it has {file_size} bytes, fewer than a prelude; truncated or damaged")
    prelude = read_at(file, 0, PRELUDE_LENGTH)
    header_length = int.from_bytes(prelude[16:24], "little")
    payload_length = int.from_bytes(prelude[24:32], "little")
    if not 2 <= header_length <= MAX_HEADER:
        raise Refusal("limit", "P4", f"header_length is {header_length}: beyond a limit, or damaged")
    if payload_length > MAX_PAYLOAD:
        raise Refusal("limit", "P5", f"payload_length is {payload_length}: beyond a limit, or damaged")
    payload_start = align64(PRELUDE_LENGTH + header_length)
    expected = payload_start + payload_length
    if file_size < expected:
        raise Refusal("truncated", "P8", f"it has {file_size} bytes instead of {expected}: truncated or damaged")
    if file_size > expected:
        raise Refusal("extended", "P8", f"it has {file_size} bytes instead of {expected}: extended or damaged")
    return Prelude(header_length, payload_length, prelude[32:64], payload_start)


def row_5(file: BinaryIO, prelude: Prelude) -> bytes:
    """Returns the header: at most 64 MiB, and they are in the file."""
    header_end = PRELUDE_LENGTH + prelude.header_length
    if any(read_at(file, header_end, prelude.payload_start - header_end)):
        raise Refusal("header_padding", "P7", "the bytes behind the header are not all zero")
    header = read_at(file, PRELUDE_LENGTH, prelude.header_length)
    digest = hashlib.sha256(read_at(file, 0, 32))
    digest.update(header)
    if digest.digest() != prelude.header_sha256:
        raise Refusal("header_digest", "P6", "header_sha256 differs")
    return header


# ---- Row 6: the form of the header

# On bytes, so that digits are those of ASCII.
KEY = re.compile(rb'"[a-z][a-z0-9_]*"')
STRING = re.compile(rb'"[\x20-\x21\x23-\x5B\x5D-\x7E]*"')
DIGITS = re.compile(rb"[0-9]+")
VALUE_BEGINS = re.compile(rb'[{\["0-9]')


class HeaderParser:
    """Parses exactly the grammar of 2.1. The first fault in reading order decides: form, depth or count (R5)."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.at = 0

    def parse(self) -> Value:
        value = self.value(1, None)
        if self.at != len(self.text):
            raise self.form("F1", "something follows the value")
        return value

    def form(self, rule: str, reason: str) -> Refusal:
        return Refusal("header_form", rule, f"header, byte {self.at}: {reason}")

    def peek(self) -> bytes:
        """The next byte, or none at the end."""
        return self.text[self.at : self.at + 1]

    def expect(self, byte: bytes) -> None:
        if self.peek() != byte:
            raise self.form("F1", f"expected {byte.decode()}")
        self.at += 1

    def value(self, depth: int, max_elements: Optional[int]) -> Value:
        """max_elements: how many elements the value may have if it is an array; None for any number."""
        first = self.peek()
        if first in (b"{", b"["):
            if depth > MAX_DEPTH:
                raise Refusal("limit", "F7", f"header, byte {self.at}: nested more than {MAX_DEPTH} deep")
            return self.object(depth) if first == b"{" else self.array(depth, max_elements)
        if first == b'"':
            return self.token(STRING, "F2", "no string of the grammar")
        if b"0" <= first <= b"9":
            digits = self.token(DIGITS, "F5", "no integer")
            if len(digits) > 16 or (first == b"0" and digits != "0") or int(digits) > MAX_INTEGER:
                raise self.form("F5", "an integer with a leading zero, or above 2^53-1")
            return int(digits)
        raise self.form("F1 or F6", "no value begins here")

    def token(self, pattern: Pattern[bytes], rule: str, reason: str) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise self.form(rule, reason)
        self.at = match.end()
        return match.group().decode("ascii").strip('"')

    def object(self, depth: int) -> Dict[str, Value]:
        members: Dict[str, Value] = {}
        previous = ""  # below every key, for none is empty
        self.expect(b"{")
        if self.peek() == b"}":
            self.at += 1
            return members
        while True:
            key = self.token(KEY, "F3", "no key of the grammar")
            if key <= previous:
                raise self.form("F4", f"the key {key} does not ascend")
            previous = key
            self.expect(b":")
            is_table = depth == 1 and key == "asset_table"
            members[key] = self.value(depth + 1, MAX_ENTRIES if is_table else None)
            if self.peek() != b",":
                break
            self.at += 1
        self.expect(b"}")
        return members

    def array(self, depth: int, max_elements: Optional[int]) -> List[Value]:
        elements: List[Value] = []
        self.expect(b"[")
        if self.peek() == b"]":
            self.at += 1
            return elements
        while True:
            if len(elements) == max_elements and VALUE_BEGINS.match(self.text, self.at):
                raise Refusal("limit", "M12", f"header, byte {self.at}: more than {max_elements} entries")
            elements.append(self.value(depth + 1, None))
            if self.peek() != b",":
                break
            self.at += 1
        self.expect(b"]")
        return elements


# ---- Rows 7 to 9: what the header says

ENTRY_TYPES = {
    "asset_id": int,
    "asset_name": str,
    "bank_type": str,
    "bank_version": int,
    "codec": str,
    "decoded_size": int,
    "metadata": dict,
    "offset": int,
    "sha256": str,
    "size": int,
}
PRELOAD_TYPES = {"asset_id": int, "bank_type": str, "slot": int}
LOOP = {"loop_end", "loop_start"}
METADATA = {
    "SOUNDS": {"channels", "frame_count", "sample_rate"},
    "TILES": {"columns", "palette_count", "tile_count", "tile_size"},
}
NAME = re.compile(r"[a-z0-9_]+([./-][a-z0-9_]+)*")
SHA256 = re.compile(r"[0-9a-f]{64}")


def row_7(root: Value) -> None:
    """Bank versions of all entries whose bank type and version can be told; the others are left to row 8 (R6)."""
    table = root.get("asset_table") if isinstance(root, dict) else None
    for element in table if isinstance(table, list) else []:
        if not isinstance(element, dict):
            continue
        bank_type, version = element.get("bank_type"), element.get("bank_version")
        # A version of 0 is left to row 9: there was never one.
        if isinstance(bank_type, str) and bank_type in BANK_WINDOWS and isinstance(version, int) and version != 0:
            check_window("M5", f"bank_version of {bank_type}", version, BANK_WINDOWS[bank_type])


def row_8(root: Value) -> Tuple[List[Entry], List[PreloadItem]]:
    if not isinstance(root, dict) or set(root) != {"asset_table", "preload"}:
        raise Refusal("structure", "S1", "the root is no object of asset_table and preload")
    table, preload = root["asset_table"], root["preload"]
    if not isinstance(table, list) or not isinstance(preload, list):
        raise Refusal("structure", "S1", "asset_table or preload is no array")
    for index, element in enumerate(table):
        where = f"asset_table[{index}]"
        check_members(element, ENTRY_TYPES, "S2", where)
        check_bank_type(element["bank_type"], where)
        members = set(element["metadata"])
        if members - LOOP != METADATA[element["bank_type"]]:
            raise Refusal("structure", "S4", f"{where}: metadata has not the members of its bank type")
        if members & LOOP and element["bank_type"] != "SOUNDS":
            raise Refusal("structure", "S4", f"{where}: only sounds have a loop")
        if not all(isinstance(value, int) for value in element["metadata"].values()):
            raise Refusal("structure", "S4", f"{where}: a member of metadata is no integer")
        if len(members & LOOP) == 1:
            raise Refusal("structure", "S5", f"{where}: half a loop")
    for index, element in enumerate(preload):
        where = f"preload[{index}]"
        check_members(element, PRELOAD_TYPES, "S6", where)
        check_bank_type(element["bank_type"], where)
    return [Entry(**element) for element in table], [PreloadItem(**element) for element in preload]


def check_members(element: Value, types: Dict[str, type], rule: str, where: str) -> None:
    if not isinstance(element, dict) or element.keys() != types.keys():
        raise Refusal("structure", rule, f"{where} is no object of exactly the members that it has to have")
    for key, kind in types.items():
        if not isinstance(element[key], kind):
            raise Refusal("structure", rule, f"{where}: {key} has the wrong type")


def check_bank_type(bank_type: str, where: str) -> None:
    if bank_type not in BANK_WINDOWS:
        raise Refusal("structure", "S3", f"{where}: bank_type is neither TILES nor SOUNDS")


def require(truth: bool, rule: str, where: str, reason: str) -> None:
    if not truth:
        raise Refusal("meaning", rule, f"{where}: {reason}")


def row_9(entries: List[Entry], preload: List[PreloadItem], payload_length: int) -> None:
    by_id: Dict[int, Entry] = {}
    names = set()
    last_id, end = 0, 0
    for index, entry in enumerate(entries):
        where = f"asset_table[{index}]"
        require(1 <= entry.asset_id <= MAX_ASSET_ID, "M1", where, f"asset_id is {entry.asset_id}")
        require(entry.asset_id > last_id, "M2", where, "asset_id does not ascend")
        is_name = len(entry.asset_name) <= 128 and NAME.fullmatch(entry.asset_name)
        require(bool(is_name), "M3", where, "asset_name is no name")
        require(entry.asset_name not in names, "M4", where, f"the asset_name {entry.asset_name} is there twice")
        require(entry.bank_version != 0, "M5", where, "bank_version is 0, which never existed")
        require(entry.codec == "NONE", "M6", where, "codec is not NONE")
        require(entry.decoded_size == entry.size, "M7", where, "decoded_size is not size")
        (check_tiles if entry.bank_type == "TILES" else check_sounds)(entry.metadata, where)
        size, offset = implied_size(entry), align64(end)
        require(entry.size == size, "M8", where, f"size is {entry.size}, the metadata implies {size}")
        require(entry.offset == offset, "M9", where, f"offset is {entry.offset}, the layout implies {offset}")
        require(bool(SHA256.fullmatch(entry.sha256)), "M11", where, "sha256 is not 64 lower-case hexadecimal digits")
        last_id, end = entry.asset_id, offset + size
        names.add(entry.asset_name)
        by_id[entry.asset_id] = entry
    require(payload_length == end, "M10", "prelude", f"payload_length is {payload_length}, the slices end at {end}")

    preloaded = set()
    last_slot = ("", -1)
    for index, item in enumerate(preload):
        where = f"preload[{index}]"
        require(item.slot <= 255, "M13", where, f"slot is {item.slot}")
        require((item.bank_type, item.slot) > last_slot, "M14", where, "bank_type and slot do not ascend")
        require(item.asset_id in by_id, "M15", where, f"the table has no asset {item.asset_id}")
        require(item.bank_type == by_id[item.asset_id].bank_type, "M15", where, "the entry has another bank_type")
        require(item.asset_id not in preloaded, "M16", where, f"asset {item.asset_id} is there twice")
        last_slot = (item.bank_type, item.slot)
        preloaded.add(item.asset_id)


def check_tiles(metadata: Dict[str, int], where: str) -> None:
    require(1 <= metadata["tile_count"] <= 65_536, "T3", where, "tile_count is not 1 to 65,536")
    require(1 <= metadata["columns"] <= metadata["tile_count"], "T1", where, "columns is not 1 to tile_count")
    require(1 <= metadata["palette_count"] <= 64, "T2", where, "palette_count is not 1 to 64")
    require(metadata["tile_size"] in (8, 16, 32), "T4", where, "tile_size is not 8, 16 or 32")


def check_sounds(metadata: Dict[str, int], where: str) -> None:
    require(metadata["channels"] in (1, 2), "A1", where, "channels is neither 1 nor 2")
    require(metadata["frame_count"] >= 1, "A2", where, "frame_count is 0")
    if "loop_end" in metadata:
        require(metadata["loop_end"] <= metadata["frame_count"], "A3", where, "loop_end is above frame_count")
        require(metadata["loop_start"] < metadata["loop_end"], "A4", where, "loop_start is not below loop_end")
    require(8_000 <= metadata["sample_rate"] <= 48_000, "A5", where, "sample_rate is not 8,000 to 48,000")


class TilesLayout(NamedTuple):
    """The three parts of a TILES slice, in bytes."""

    pixels: int
    palettes: int
    tile_palettes: int


def tiles_layout(metadata: Dict[str, int]) -> TilesLayout:
    tiles = metadata["tile_count"]
    return TilesLayout(tiles * metadata["tile_size"] ** 2 // 2, metadata["palette_count"] * 32, tiles)


def implied_size(entry: Entry) -> int:
    if entry.bank_type == "TILES":
        return sum(tiles_layout(entry.metadata))
    return entry.metadata["frame_count"] * entry.metadata["channels"] * 2


# ---- Rows 10 to 12: the payload


def row_10(pack: Pack) -> None:
    for entry, following in zip(pack.entries, pack.entries[1:]):
        end = entry.offset + entry.size
        if any(read_at(pack.file, pack.payload_start + end, following.offset - end)):
            raise Refusal("payload_padding", "D1", f"the bytes behind the slice of {entry.asset_id} are not all zero")


def row_11(pack: Pack, entry: Entry) -> None:
    digest = hashlib.sha256()
    for piece in pieces(pack.file, pack.payload_start + entry.offset, entry.size):
        digest.update(piece)
    if digest.hexdigest() != entry.sha256:
        raise Refusal("slice_digest", "D2", f"sha256 of asset {entry.asset_id} differs")


def row_12(pack: Pack, entry: Entry) -> None:
    if entry.bank_type != "TILES":
        return  # any bytes are legal sound
    where = f"asset {entry.asset_id}"
    for number, palette in enumerate(read_palettes(pack, entry)):
        require(palette[0] == 0, "T5", where, f"colour 0 of palette {number} is not 0")
    highest = max(read_tile_palettes(pack, entry))
    require(highest < entry.metadata["palette_count"], "T6", where, f"a tile has palette {highest}")


def read_palettes(pack: Pack, entry: Entry) -> List[List[int]]:
    """The palettes of TILES: 16 colours each, RGB565."""
    layout = tiles_layout(entry.metadata)
    data = read_at(pack.file, pack.payload_start + entry.offset + layout.pixels, layout.palettes)
    colours = [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]
    return [colours[i : i + 16] for i in range(0, len(colours), 16)]


def read_tile_palettes(pack: Pack, entry: Entry) -> bytes:
    layout = tiles_layout(entry.metadata)
    position = pack.payload_start + entry.offset + layout.pixels + layout.palettes
    return read_at(pack.file, position, layout.tile_palettes)


# ---- A whole pack


def open_pack(file: BinaryIO) -> Pack:
    """Rows 1 to 9. Behind them a slice has its place, and no check of bounds is needed any more (R9)."""
    file_size = file.seek(0, os.SEEK_END)
    stem = read_at(file, 0, min(file_size, STEM_LENGTH))
    row_1(stem)
    row_2_and_3(stem)
    prelude = row_4(file, file_size)
    root = HeaderParser(row_5(file, prelude)).parse()  # row 6
    row_7(root)
    entries, preload = row_8(root)
    row_9(entries, preload, prelude.payload_length)
    return Pack(file, prelude.header_sha256.hex(), prelude.payload_start, entries, preload)


def verify_pack(file: BinaryIO) -> Pack:
    """A full verification (R14): first all digests, then all contents."""
    pack = open_pack(file)
    row_10(pack)
    for entry in pack.entries:
        row_11(pack, entry)
    for entry in pack.entries:
        row_12(pack, entry)
    return pack


def dump_pack(pack: Pack) -> Iterator[str]:
    yield f"pack {pack.pack_id}"
    for entry in pack.entries:
        yield f"asset {entry.asset_id} {entry.asset_name}"
        place = f"{entry.size} bytes at {pack.payload_start + entry.offset}"
        yield f"  {entry.bank_type} version {entry.bank_version}, {place}, sha256 {entry.sha256}"
        yield "  " + ", ".join(f"{key} {value}" for key, value in entry.metadata.items())
        if entry.bank_type == "SOUNDS":
            yield "  begins " + " ".join(str(sample) for sample in first_samples(pack, entry))
        else:
            yield f"  tile 0, row 0: {first_row(pack, entry)}"
            for number, palette in enumerate(read_palettes(pack, entry)):
                yield f"  palette {number}: {short_palette(palette)}"
    for item in pack.preload:
        yield f"preload {item.bank_type} slot {item.slot}: asset {item.asset_id}"


def first_samples(pack: Pack, entry: Entry) -> List[int]:
    data = read_at(pack.file, pack.payload_start + entry.offset, min(entry.size, 16))
    return [int.from_bytes(data[i : i + 2], "little", signed=True) for i in range(0, len(data), 2)]


def first_row(pack: Pack, entry: Entry) -> str:
    """The colour numbers as hexadecimal digits; the left pixel of each two is in the low nibble."""
    data = read_at(pack.file, pack.payload_start + entry.offset, entry.metadata["tile_size"] // 2)
    return "".join(f"{byte & 15:x}{byte >> 4:x}" for byte in data)


def short_palette(palette: List[int]) -> str:
    """The colours as RGB565, without the zeros at the end; colour 0 is transparent."""
    used = max((number for number, colour in enumerate(palette) if colour), default=0)
    return " ".join(["-"] + [f"{colour:04x}" for colour in palette[1 : used + 1]])


# ---- The command


def main(arguments: List[str]) -> int:
    kind = papack_document.kind_of(os.path.basename(arguments[1])) if len(arguments) == 2 else None
    if kind is None or arguments[0] not in ("verify", "dump"):
        print("usage: papack_reader.py verify|dump FILE (*.pa, *.asset.json, *.index.json, *.ignore.json or *.budgets.json)", file=sys.stderr)
        return 2
    command, path = arguments
    try:
        with open(path, "rb") as file:
            if kind == "pack":
                lines = dump_pack(verify_pack(file))
            else:
                lines = papack_document.dump_document(papack_document.verify_document(file, kind))
            for line in ["valid"] if command == "verify" else lines:
                print(line)
        return 0
    except Refusal as refusal:
        unsupported = refusal.stage in ("too_old", "too_new")
        print("unsupported" if unsupported else "invalid", refusal.stage)
        # The reason may quote the file, so control characters are escaped.
        print(f"{refusal.rule}: {ascii(refusal.reason)[1:-1]}", file=sys.stderr)
        return 3 if unsupported else 1
    except (OSError, MemoryError) as trouble:
        # Trouble of the machine is no verdict on the file.
        print(f"{type(trouble).__name__}: {trouble}", file=sys.stderr)
        return 4


if __name__ == "__main__":
    gc.disable()  # nothing here makes cycles, and looking for them in millions of values takes time
    sys.exit(main(sys.argv[1:]))
