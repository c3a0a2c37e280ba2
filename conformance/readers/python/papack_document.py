"""A reader of asset.json, index.json, ignore.json and budgets.json, written from docs/specs/documents.md alone.

Rule names (J1, K2, ...) are those of the specification. The json module is not used: it accepts too much (NaN, names
that stand twice, lone surrogates, any depth until it fails).
"""

import re
import unicodedata
from typing import Any, BinaryIO, Dict, Iterator, List, NamedTuple, Optional, Pattern, Sequence, Set, Tuple, Union


class Refusal(Exception):
    """Why a file, pack or document, is refused. Exactly one is reported."""

    def __init__(self, stage: str, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.stage = stage
        self.rule = rule
        self.reason = reason


class Number:
    """A number as it stands in the text; only integers in some range are ever asked for."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


Object = Dict[str, Any]
Value = Union[Object, List[Any], str, Number, bool, None]

MAX_BYTES = {"asset": 16 << 20, "index": 64 << 20, "ignore": 1 << 20, "budgets": 1 << 20}
VERSIONS = {"asset": (1, 3), "index": (1, 3), "ignore": (1, 1), "budgets": (1, 1)}  # the oldest and the newest that are read
MAX_DEPTH = 32
MAX_STRING = 65_536
MAX_MEMBER_NAME = 256
MAX_NUMBER = 1_000
MAX_VALUES = 4_194_304
MAX_INTEGER = 2**53 - 1
MAX_ASSET_ID = 2**31 - 1
MAX_ASSETS = 131_072
MAX_PATTERNS = 1_000
MAX_PATTERN = 256
MAX_BUDGETS = 1_000
LOOP_MODES = ("forward", "ping_pong", "backward")
BANKS = ("TILES", "SOUNDS")
MEASURES = ("bytes", "tiles", "palettes", "frames")


def kind_of(file_name: str) -> Optional[str]:
    """The name of a file says what it is."""
    for kind in VERSIONS:
        name = kind + ".json"
        if file_name == name or file_name.endswith("." + name):
            return kind
    return "pack" if file_name.endswith(".pa") else None


# ---- Row 1: text

WHITE = frozenset(" \t\n\r")
SPACE = re.compile(r"[ \t\n\r]*")
PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
CODE_UNIT = re.compile(r"\\u[0-9a-fA-F]{4}")
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
LITERALS = {"true": True, "false": False, "null": None}


def parse(data: bytes) -> Value:
    try:
        text = data.decode("utf-8")  # as RFC 3629 has it: Python's decoder is strict
    except UnicodeDecodeError as error:
        raise Refusal("parse", "J2", f"byte {error.start}: no UTF-8") from None
    if text.startswith("\ufeff"):
        raise Refusal("parse", "J3", "it begins with a byte order mark")
    return TextParser(text).parse()


class TextParser:
    """The grammar of RFC 8259 with the limits J5 to J9. Depth bounds the recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.values = 0

    def parse(self) -> Value:
        value = self.value(1)
        if self.skip_space():
            raise self.fault("J4", "something follows the value")
        return value

    def fault(self, rule: str, reason: str) -> Refusal:
        return Refusal("parse", rule, f"character {self.at}: {reason}")

    def take(self, pattern: Pattern[str]) -> Optional[str]:
        """Skips what the pattern matches here, and returns it."""
        match = pattern.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        return match.group()

    def peek(self) -> str:
        """The next character, or none at the end."""
        return self.text[self.at : self.at + 1]

    def skip_space(self) -> str:
        """Returns the next character behind white space."""
        self.take(SPACE)
        return self.peek()

    def expect(self, characters: str) -> str:
        """Skips white space and the next character, which has to be one of those."""
        character = self.text[self.at : self.at + 1]
        if character in WHITE:
            character = self.skip_space()
        if not character or character not in characters:
            raise self.fault("J4", f"expected one of {characters}")
        self.at += 1
        return character

    def value(self, depth: int) -> Value:
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.fault("J9", f"more than {MAX_VALUES} values")
        first = self.text[self.at : self.at + 1]
        if first in WHITE:
            first = self.skip_space()
        if first == "{" or first == "[":
            if depth > MAX_DEPTH:
                raise self.fault("J6", f"nested more than {MAX_DEPTH} deep")
            return self.object(depth) if first == "{" else self.array(depth)
        if first == '"':
            return self.string(MAX_STRING)
        number = self.take(NUMBER)
        if number is not None:
            if len(number) > MAX_NUMBER:
                raise self.fault("J7", f"a number of more than {MAX_NUMBER} characters")
            return Number(number)
        for literal, value in LITERALS.items():
            if self.text.startswith(literal, self.at):
                self.at += len(literal)
                return value
        raise self.fault("J4", "no value begins here")

    def object(self, depth: int) -> Object:
        members: Object = {}
        self.expect("{")
        if self.skip_space() == "}":
            self.expect("}")
            return members
        while True:
            self.skip_space()
            name = self.string(MAX_MEMBER_NAME)
            if name in members:
                raise self.fault("J5", f"the name {name} stands twice")
            self.expect(":")
            members[name] = self.value(depth + 1)
            if self.expect(",}") == "}":
                return members

    def array(self, depth: int) -> List[Any]:
        elements: List[Any] = []
        self.expect("[")
        if self.skip_space() == "]":
            self.expect("]")
            return elements
        while True:
            elements.append(self.value(depth + 1))
            if self.expect(",]") == "]":
                return elements

    def string(self, max_bytes: int) -> str:
        if self.peek() != '"':
            raise self.fault("J4", "expected a string")
        self.at += 1
        parts: List[str] = []
        length = 0
        while True:
            part = self.take(PLAIN) or ""
            if self.peek() == "\\":
                part += self.escape()
            parts.append(part)
            length += len(part.encode("utf-8"))  # cannot fail: escapes make no lone surrogate
            if length > max_bytes:
                raise self.fault("J7", f"a string or name of more than {max_bytes} bytes")
            if self.peek() == '"':
                self.at += 1
                return "".join(parts)
            if self.peek() < " ":
                raise self.fault("J4", "a string that does not end, or a control character in it")

    def escape(self) -> str:
        unit = self.code_unit()
        if unit is None:
            character = ESCAPES.get(self.text[self.at + 1 : self.at + 2])
            if character is None:
                raise self.fault("J4", "no escape of JSON")
            self.at += 2
            return character
        if 0xD800 <= unit <= 0xDBFF:
            low = self.code_unit()
            if low is None or not 0xDC00 <= low <= 0xDFFF:
                raise self.fault("J8", "a high surrogate without a low one")
            return chr(0x10000 + (unit - 0xD800 << 10) + (low - 0xDC00))
        if 0xDC00 <= unit <= 0xDFFF:
            raise self.fault("J8", "a low surrogate without a high one")
        return chr(unit)

    def code_unit(self) -> Optional[int]:
        escape = self.take(CODE_UNIT)
        return None if escape is None else int(escape[2:], 16)


# ---- Rows 2 to 4: kind and version


def integer(value: Value) -> Optional[int]:
    """The value of an integer (B3), or None. Beyond 16 digits only the sign counts: no range goes so far."""
    if not isinstance(value, Number) or any(c in value.text for c in ".eE") or value.text == "-0":
        return None
    negative = value.text.startswith("-")
    digits = value.text[1:] if negative else value.text
    magnitude = int(digits) if len(digits) <= 16 else 10**16
    return -magnitude if negative else magnitude


def check_kind_and_version(root: Value, kind: str) -> Tuple[Object, int]:
    """Returns the root, which is an object, and its version."""
    if not isinstance(root, dict):
        raise Refusal("structure", "K1", "the root is no object")
    if root.get("artifact") != kind:
        raise Refusal("structure", "K2", f'artifact is not "{kind}"')
    version = integer(root.get("schema_version"))
    if version is None or version < 1:
        raise Refusal("version", "K3", "schema_version is missing or no integer of at least 1")
    oldest, newest = VERSIONS[kind]
    if version < oldest:
        raise Refusal("too_old", "K3", f"schema_version is {version}, the oldest that is read is {oldest}")
    if version > newest:
        raise Refusal("too_new", "K3", f"schema_version is {version}, the newest that is read is {newest}")
    if list(root)[:2] != ["artifact", "schema_version"]:
        raise Refusal("structure", "K4", "artifact is not the first member or schema_version not the second")
    return root, version


# ---- Row 5: structure


class Index(NamedTuple):
    """What the meaning of an index is judged by: roots by asset_id, in the order of the text."""

    assets: List[Tuple[int, str]]
    retired: List[Tuple[int, Optional[str]]]


NAME = re.compile(r"[a-z0-9_]+([./-][a-z0-9_]+)*")
NAME_PATTERN = re.compile(r"[a-z0-9_.*/-]+")


def broken(rule: str, where: str, reason: str) -> Refusal:
    return Refusal("structure", rule, f"{where}: {reason}")


def check_members(value: Any, where: str, required: Set[str], optional: Set[str]) -> Object:
    if not isinstance(value, dict):
        raise broken("B2", where, "no object")
    for name in sorted(required - value.keys()):
        raise broken("B1", where, f"{name} is missing")
    for name in sorted(value.keys() - required - optional):
        raise broken("B1", where, f"{name} is unknown here")
    return value


def check_integer(value: Any, where: str, low: int, high: int) -> int:
    number = integer(value)
    if number is None:
        raise broken("B3", where, "no integer")
    if not low <= number <= high:
        raise broken("B4", where, f"not {low} to {high}")
    return number


def check_one_of(value: Any, where: str, numbers: Sequence[int]) -> None:
    if check_integer(value, where, min(numbers), max(numbers)) not in numbers:
        raise broken("B4", where, f"none of {numbers}")


def check_word(value: Any, where: str, words: Sequence[str]) -> str:
    if not isinstance(value, str) or value not in words:
        raise broken("B5", where, f"none of {words}")
    return value


def check_list(value: Any, where: str, low: int, high: int) -> List[Any]:
    if not isinstance(value, list):
        raise broken("B2", where, "no list")
    if not low <= len(value) <= high:
        raise broken("B6", where, f"{len(value)} elements, not {low} to {high}")
    return value


def check_name(value: Any, where: str) -> None:
    if not isinstance(value, str) or len(value) > 128 or not NAME.fullmatch(value):
        raise broken("X1", where, "no name")


def check_path(value: Any, where: str) -> str:
    if not isinstance(value, str) or value == "":
        raise broken("X2", where, "no path")
    return value


def check_asset_id(value: Any, where: str) -> int:
    return check_integer(value, where, 1, MAX_ASSET_ID)


HEAD = {"artifact", "schema_version"}


def check_schema(root: Object, version: int) -> Set[str]:
    """Returns the member if the version has it. It is any string, for editors."""
    if version < 3:
        return set()
    if not isinstance(root.get("$schema", ""), str):
        raise broken("B2", "$schema", "no string")
    return {"$schema"}


def check_declaration(root: Object, version: int) -> Tuple[List[str], Optional[str]]:
    """Returns the sources, and the path that palettes name."""
    sources_member = "source" if version == 1 else "sources"
    bank = check_word(root.get("bank"), "bank", BANKS)
    required = HEAD | {"name", sources_member, "bank"}
    optional = {"asset_id", "preload"} | check_schema(root, version)
    palettes: Optional[str] = None
    if bank == "TILES":
        check_members(root, "the root", required | {"tiles"}, optional)
        palettes = check_tiles(root["tiles"], version)
    else:  # B7: with SOUNDS the member tiles is unknown
        check_members(root, "the root", required, optional | {"sounds"})
        if "sounds" in root:
            check_sounds(root["sounds"], version)
    if "asset_id" in root:
        check_asset_id(root["asset_id"], "asset_id")
    check_name(root["name"], "name")
    if "preload" in root:
        preload = check_members(root["preload"], "preload", {"slot"}, set())
        check_integer(preload["slot"], "preload.slot", 0, 255)
    if version == 1:  # migrated here: one source is a list of one
        return [check_path(root["source"], "source")], palettes
    sources = check_list(root["sources"], "sources", 1, 256 if bank == "TILES" else 1)
    return [check_path(source, f"sources[{i}]") for i, source in enumerate(sources)], palettes


SETTINGS_OF_3 = {"colors", "max_palettes", "dither", "transparent_color", "margin", "spacing", "frame", "layers", "tag"}
COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def check_tiles(value: Any, version: int) -> Optional[str]:
    """Returns the path that palettes name, if they do."""
    optional = {"fit", "alpha_threshold", "index_0"} | (SETTINGS_OF_3 if version > 2 else set())
    tiles = check_members(value, "tiles", {"tile_size", "palettes"}, optional)
    check_one_of(tiles["tile_size"], "tiles.tile_size", (8, 16, 32))
    path: Optional[str] = None
    if version > 2 and isinstance(tiles["palettes"], dict):
        path = check_path(check_members(tiles["palettes"], "tiles.palettes", {"from"}, set())["from"], "tiles.palettes.from")
    else:
        check_word(tiles["palettes"], "tiles.palettes", ("indexed", "auto"))
    if "fit" in tiles:
        check_word(tiles["fit"], "tiles.fit", ("exact", "pad"))
    if "alpha_threshold" in tiles:
        check_integer(tiles["alpha_threshold"], "tiles.alpha_threshold", 1, 255)
    if "index_0" in tiles:
        if version < 3 and tiles["palettes"] != "indexed":
            raise broken("B7", "tiles.index_0", 'only with "indexed"')
        check_word(tiles["index_0"], "tiles.index_0", ("transparent",))
    check_sheet_settings(tiles)
    return path


def check_sheet_settings(tiles: Object) -> None:
    if "colors" in tiles:
        check_word(tiles["colors"], "tiles.colors", ("reduce",))
    if "max_palettes" in tiles:
        check_integer(tiles["max_palettes"], "tiles.max_palettes", 1, 64)
    if "dither" in tiles:
        check_word(tiles["dither"], "tiles.dither", ("ordered",))
    if "transparent_color" in tiles:
        color = tiles["transparent_color"]
        if not isinstance(color, str) or not COLOR.fullmatch(color):
            raise broken("X8", "tiles.transparent_color", "no colour")
    for member in ("margin", "spacing"):
        if member in tiles:
            check_integer(tiles[member], f"tiles.{member}", 0, 1_024)
    if "frame" in tiles:
        frame = check_members(tiles["frame"], "tiles.frame", {"width", "height"}, {"count"})
        check_integer(frame["width"], "tiles.frame.width", 1, 16_384)
        check_integer(frame["height"], "tiles.frame.height", 1, 16_384)
        if "count" in frame:
            check_integer(frame["count"], "tiles.frame.count", 1, 65_536)
    if "layers" in tiles:
        for i, layer in enumerate(check_list(tiles["layers"], "tiles.layers", 1, 256)):
            check_path(layer, f"tiles.layers[{i}]")
    if "tag" in tiles:
        check_path(tiles["tag"], "tiles.tag")
    if "fit" in tiles and "frame" in tiles:
        raise broken("B7", "tiles.fit", "not together with frame")


def check_sounds(value: Any, version: int) -> None:
    sounds = check_members(value, "sounds", set(), {"sample_rate", "channels", "loop"})
    if "sample_rate" in sounds:
        check_integer(sounds["sample_rate"], "sounds.sample_rate", 8_000, 48_000)
    if "channels" in sounds:
        check_one_of(sounds["channels"], "sounds.channels", (1, 2))
    if "loop" in sounds and sounds["loop"] != "none":
        loop = check_members(sounds["loop"], "sounds.loop", {"start", "end"}, {"mode"} if version > 2 else set())
        check_integer(loop["start"], "sounds.loop.start", 0, MAX_INTEGER)
        check_integer(loop["end"], "sounds.loop.end", 0, MAX_INTEGER)
        if "mode" in loop:
            check_word(loop["mode"], "sounds.loop.mode", LOOP_MODES)


def check_index(root: Object, version: int) -> Index:
    check_members(root, "the root", HEAD | {"assets", "retired"}, check_schema(root, version))
    index = Index([], [])
    for i, value in enumerate(check_list(root["assets"], "assets", 0, MAX_ASSETS)):
        where = f"assets[{i}]"
        entry = check_members(value, where, {"asset_id", "root"}, {"name", "bank"} if version > 2 else set())
        if "name" in entry:
            check_name(entry["name"], where)
        if "bank" in entry:
            check_word(entry["bank"], where, BANKS)
        index.assets.append((check_asset_id(entry["asset_id"], where), check_path(entry["root"], where)))
    for i, value in enumerate(check_list(root["retired"], "retired", 0, MAX_VALUES)):
        where = f"retired[{i}]"
        if version == 1:  # migrated here: a bare id is an entry that does not say what it meant
            value = {"asset_id": value}
        entry = check_members(value, where, {"asset_id"}, {"name", "root"})
        if "name" in entry:
            check_name(entry["name"], where)
        path = check_path(entry["root"], where) if "root" in entry else None
        index.retired.append((check_asset_id(entry["asset_id"], where), path))
    return index


def check_ignore(root: Object) -> List[str]:
    """Returns the patterns."""
    check_members(root, "the root", HEAD | {"ignore"}, check_schema(root, 3))
    patterns = check_list(root["ignore"], "ignore", 0, MAX_PATTERNS)
    return [check_path(pattern, f"ignore[{i}]") for i, pattern in enumerate(patterns)]


def check_budgets(root: Object) -> None:
    check_members(root, "the root", HEAD | {"budgets"}, check_schema(root, 3))
    for i, value in enumerate(check_list(root["budgets"], "budgets", 0, MAX_BUDGETS)):
        where = f"budgets[{i}]"
        measure = value.get("measure") if isinstance(value, dict) else None
        budget = check_members(
            value, where, {"measure", "limit"}, {"set", "names"} | ({"bank"} if measure == "bytes" else set())
        )
        check_word(measure, f"{where}.measure", MEASURES)
        check_integer(budget["limit"], f"{where}.limit", 0, MAX_INTEGER)
        if "bank" in budget:
            check_word(budget["bank"], f"{where}.bank", BANKS)
        if "set" in budget:
            check_word(budget["set"], f"{where}.set", ("preload",))
        if "names" in budget:
            check_name_pattern(budget["names"], f"{where}.names")


def check_name_pattern(value: Any, where: str) -> None:
    if not isinstance(value, str) or len(value) > MAX_PATTERN or not NAME_PATTERN.fullmatch(value):
        raise broken("X10", where, "no pattern of names")
    for part in value.split("/"):
        if part == "" or ("**" in part and part != "**"):
            raise broken("X10", where, "no pattern of names")


# ---- Row 6: meaning

RESERVED = re.compile(r'[\\<>:"|?*\x00-\x1f\x7f-\x9f]')
# N4. Private use, Cf and what has no meaning yet are asked of Unicode's categories.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# N6. ASCII: no letter of another script is a c or an i in another case.
DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\..*)?", re.ASCII | re.IGNORECASE
)


def check_path_meaning(path: str, where: str, is_source: bool) -> None:
    def require(truth: bool, rule: str, reason: str) -> None:
        if not truth:
            raise Refusal("meaning", rule, f"{where}: {reason}")

    # A document by itself has no folder, so the path alone is counted.
    require(len(path.encode("utf-8")) <= 1_024, "N2", "a path of more than 1,024 bytes")
    for name in path.split("/"):
        require(name not in ("", ".", ".."), "N1", "a name that is empty, . or ..")
        require(len(name.encode("utf-8")) <= 200, "N2", "a name of more than 200 bytes")
        require(not RESERVED.search(name), "N3", "a character that is not allowed")
        visible = all(unicodedata.category(c) not in ("Cf", "Cn", "Co") for c in name)
        require(visible and not INVISIBLE.search(name), "N4", "a character that shows nothing or means nothing")
        require(not name.endswith((".", " ")), "N5", "a name that ends in a dot or a space")
        require(not DEVICE.fullmatch(name), "N6", "a name that is a device of Windows")
        require(not (is_source and name.startswith(".")), "N7", "a name that begins with a dot")


def check_declaration_meaning(sources: List[str], palettes: Optional[str]) -> None:
    for i, source in enumerate(sources):
        check_path_meaning(source, f"source {i}", is_source=True)
    if palettes is not None:
        check_path_meaning(palettes, "tiles.palettes.from", is_source=True)


def check_reduction_meaning(tiles: Object) -> None:
    for member in ("max_palettes", "dither"):
        if member in tiles and "colors" not in tiles:
            raise Refusal("meaning", "X9", f"tiles.{member}: only beside colors")
    if "colors" in tiles and tiles["palettes"] != "auto":
        raise Refusal("meaning", "X9", "tiles.colors: only beside computed palettes")


def check_ignore_meaning(patterns: List[str]) -> None:
    for i, pattern in enumerate(patterns):
        if len(pattern.encode("utf-8")) > MAX_PATTERN:
            raise Refusal("meaning", "I1", f"ignore[{i}]: a pattern of more than {MAX_PATTERN} bytes")
        for name in pattern.split("/"):
            if name == "**":
                continue
            if "**" in name:
                raise Refusal("meaning", "I2", f"ignore[{i}]: ** is a part of a name")
            # I3: judged as the name that it is with an a for each star
            check_path_meaning(name.replace("*", "a"), f"ignore[{i}]", is_source=False)


def check_index_meaning(index: Index) -> None:
    ids: Set[int] = set()
    for asset_id, root in [*index.assets, *index.retired]:
        if asset_id in ids:
            raise Refusal("meaning", "X5", f"asset_id {asset_id} stands twice")
        ids.add(asset_id)
        if root is not None:
            check_path_meaning(root, f"root of {asset_id}", is_source=False)
    roots: Set[str] = set()
    for asset_id, root in index.assets:
        if root in roots:
            raise Refusal("meaning", "X6", f"the root of {asset_id} stands twice")
        roots.add(root)


# ---- A whole document


def verify_document(file: BinaryIO, kind: str) -> Object:
    """Returns the root of a valid document."""
    data = file.read(MAX_BYTES[kind] + 1)
    if len(data) > MAX_BYTES[kind]:
        raise Refusal("parse", "J1", f"more than {MAX_BYTES[kind]} bytes")
    root, version = check_kind_and_version(parse(data), kind)
    if kind == "asset":
        sources, palettes = check_declaration(root, version)
        check_declaration_meaning(sources, palettes)
        check_reduction_meaning(root.get("tiles", {}))
    elif kind == "index":
        check_index_meaning(check_index(root, version))
    elif kind == "ignore":
        check_ignore_meaning(check_ignore(root))
    else:
        check_budgets(root)
    return root


def dump_document(value: Value, where: str = "") -> Iterator[str]:
    """One line for each value that is no container. Control characters are escaped."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from dump_document(member, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for i, element in enumerate(value):
            yield from dump_document(element, f"{where}[{i}]")
    else:
        yield f"{where} = {value.text if isinstance(value, Number) else ascii(value)}"
