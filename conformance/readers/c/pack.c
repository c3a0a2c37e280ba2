#include "pack.h"

#include <stdlib.h>
#include <string.h>

enum {
    STEM_BYTES = 16,
    PRELUDE_BYTES = 64,
    ENVELOPE_OLDEST = 1,
    ENVELOPE_NEWEST = 1,
    BANK_OLDEST = 1,
    BANK_NEWEST = 1,
    DEPTH_MAX = 16,
    ENTRIES_MAX = 131072,
    HEADER_MIN = 2,
    HEADER_MAX = 67108864,
    PALETTE_BYTES = 32,
    PIECE_BYTES = 16384
};

static const uint64_t payload_max = UINT64_C(68719476736);
static const uint64_t integer_max = UINT64_C(9007199254740991);

static uint64_t read_u32(const unsigned char *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24;
}

static uint64_t read_u64(const unsigned char *bytes)
{
    return read_u32(bytes) | read_u32(bytes + 4) << 32;
}

/* All callers stay far below 2^64. */
static uint64_t align64(uint64_t n)
{
    return (n + 63) / 64 * 64;
}

static bool read_source(const struct pack *pack, uint64_t position, void *to, size_t length)
{
    return length == 0 || pack->source.read(pack->source.context, position, to, length);
}

static enum result read_trouble(struct fault *fault)
{
    return trouble(fault, "the file cannot be read");
}

static enum result no_memory(struct fault *fault)
{
    return trouble(fault, "out of memory");
}

/* D1 and P7: fewer than 64 bytes, all zero. */
static enum result check_zeros(const struct pack *pack, uint64_t begin, uint64_t end, const char *stage, const char *rule,
                               struct fault *fault)
{
    unsigned char bytes[64];
    size_t length = (size_t)(end - begin);
    if (!read_source(pack, begin, bytes, length)) {
        return read_trouble(fault);
    }
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != 0) {
            return refuse(fault, stage, rule, begin + i, "padding that is not zero");
        }
    }
    return RESULT_OK;
}

/* ---- Rows 1 to 3: the stem ---------------------------------------------------------------------------------------------------------- */

/* R2: what a file without the magic looks like. */
static const char *guess(const unsigned char *bytes, size_t length)
{
    static const unsigned char to_lf[7] = {0x89, 0x41, 0x50, 0x41, 0x0A, 0x1A, 0x0A};
    static const unsigned char to_crlf[8] = {0x89, 0x41, 0x50, 0x41, 0x0D, 0x0A, 0x1A, 0x0D};
    static const unsigned char to_utf8[5] = {0xEF, 0xBF, 0xBD, 0x41, 0x50};
    static const unsigned char from_latin1[5] = {0xC2, 0x89, 0x41, 0x50, 0x41};
    static const unsigned char seven_bits[4] = {0x09, 0x41, 0x50, 0x41};
    if (length >= 8 && memcmp(bytes, "version ", 8) == 0) {
        return "no pack; it looks like a pointer of Git LFS";
    }
    if (length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0) {
        return "no pack; it looks like a ZIP archive";
    }
    if (length >= 1 && (bytes[0] == '{' || bytes[0] == '[')) {
        return "no pack; it looks like JSON";
    }
    if ((length >= sizeof to_lf && memcmp(bytes, to_lf, sizeof to_lf) == 0) ||
        (length >= sizeof to_crlf && memcmp(bytes, to_crlf, sizeof to_crlf) == 0) ||
        (length >= sizeof to_utf8 && memcmp(bytes, to_utf8, sizeof to_utf8) == 0) ||
        (length >= sizeof from_latin1 && memcmp(bytes, from_latin1, sizeof from_latin1) == 0) ||
        (length >= sizeof seven_bits && memcmp(bytes, seven_bits, sizeof seven_bits) == 0)) {
        return "no pack; it looks like one that passed through a text conversion";
    }
    return "no pack";
}

static enum result check_stem(struct pack *pack, struct fault *fault)
{
    static const unsigned char magic[8] = {0x89, 0x41, 0x50, 0x41, 0x0D, 0x0A, 0x1A, 0x0A};
    unsigned char stem[STEM_BYTES];
    size_t length = pack->source.size < STEM_BYTES ? (size_t)pack->source.size : STEM_BYTES;
    if (!read_source(pack, 0, stem, length)) {
        return read_trouble(fault);
    }
    if (length < STEM_BYTES || memcmp(stem, magic, sizeof magic) != 0) {
        return refuse(fault, "not_a_pack", "P1", 0, guess(stem, length));
    }
    if (read_u32(stem + 12) != crc32(stem, 12)) {
        return refuse(fault, "damaged", "P3", 12, "the checksum of the stem differs");
    }
    uint64_t version = read_u32(stem + 8);
    if (version == 0) {
        return refuse(fault, "damaged", "P2", 8, "envelope version 0, which there never was");
    }
    if (version < ENVELOPE_OLDEST) {
        return refuse_version(fault, "too_old", "P2", 8, version, "the envelope version is too old; version 1 is read");
    }
    if (version > ENVELOPE_NEWEST) {
        return refuse_version(fault, "too_new", "P2", 8, version, "the envelope version is too new; version 1 is read");
    }
    return RESULT_OK;
}

/* ---- Row 4: the sizes. Nothing that the file chooses is allocated before it (R4) ------------------------------------------------------ */

static enum result check_sizes(struct pack *pack, struct fault *fault)
{
    unsigned char prelude[PRELUDE_BYTES];
    if (pack->source.size < PRELUDE_BYTES) {
        return refuse(fault, "truncated", "P8", pack->source.size, "the prelude is cut short, or damaged");
    }
    if (!read_source(pack, 0, prelude, PRELUDE_BYTES)) {
        return read_trouble(fault);
    }
    uint64_t header_length = read_u64(prelude + 16);
    if (header_length < HEADER_MIN || header_length > HEADER_MAX) {
        return refuse(fault, "limit", "P4", 16, "header_length is out of its limits, or damaged");
    }
    pack->header_length = (size_t)header_length;
    pack->payload_length = read_u64(prelude + 24);
    if (pack->payload_length > payload_max) {
        return refuse(fault, "limit", "P5", 24, "payload_length is above its limit, or damaged");
    }
    pack->payload_position = align64(PRELUDE_BYTES + header_length);
    uint64_t size = pack->payload_position + pack->payload_length;
    if (pack->source.size < size) {
        return refuse(fault, "truncated", "P8", pack->source.size, "the file is cut short, or damaged");
    }
    if (pack->source.size > size) {
        return refuse(fault, "extended", "P8", size, "bytes behind the end of the pack, or damaged");
    }
    memcpy(pack->pack_id, prelude + 32, SHA256_BYTES);
    return RESULT_OK;
}

/* ---- Row 5: the header padding and the header digest ---------------------------------------------------------------------------------- */

static enum result check_header_bytes(struct pack *pack, struct fault *fault)
{
    enum result result =
        check_zeros(pack, PRELUDE_BYTES + pack->header_length, pack->payload_position, "header_padding", "P7", fault);
    if (result != RESULT_OK) {
        return result;
    }
    unsigned char fields[32];
    pack->header = malloc(pack->header_length);
    if (pack->header == NULL) {
        return no_memory(fault);
    }
    if (!read_source(pack, 0, fields, sizeof fields) || !read_source(pack, PRELUDE_BYTES, pack->header, pack->header_length)) {
        return read_trouble(fault);
    }
    struct sha256 sha;
    unsigned char digest[SHA256_BYTES];
    sha256_begin(&sha);
    sha256_add(&sha, fields, sizeof fields);
    sha256_add(&sha, pack->header, pack->header_length);
    sha256_end(&sha, digest);
    if (memcmp(digest, pack->pack_id, SHA256_BYTES) != 0) {
        return refuse(fault, "header_digest", "P6", 32, "the digest of the header differs");
    }
    return RESULT_OK;
}

/* ---- Row 6: the form of the header ---------------------------------------------------------------------------------------------------- */

struct level {
    bool is_object;
    bool is_table; /* the array asset_table of the root */
    size_t count;  /* of members or elements so far */
    size_t key;    /* the last one: where its text is */
    size_t key_length;
};

struct form {
    const unsigned char *text;
    size_t length;
    size_t at;
    struct level levels[DEPTH_MAX];
    size_t depth;
    struct fault *fault;
};

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(int c)
{
    return c >= 'a' && c <= 'z';
}

/* The next byte, or -1 at the end. */
static int peek(const struct form *form)
{
    return form->at < form->length ? form->text[form->at] : -1;
}

static enum result refuse_form(const struct form *form, const char *rule, const char *text)
{
    return refuse(form->fault, "header_form", rule, PRELUDE_BYTES + form->at, text);
}

/* Byte order; of a key and its beginning, the beginning comes first. */
static int compare_bytes(const unsigned char *a, size_t a_length, const unsigned char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

/* F3, F4: a key and its colon. */
static enum result form_key(struct form *form)
{
    struct level *level = &form->levels[form->depth - 1];
    if (peek(form) != '"') {
        return refuse_form(form, "F1", "a key is missing");
    }
    form->at++;
    size_t key = form->at;
    if (!is_lower(peek(form))) {
        return refuse_form(form, "F3", "a key does not begin with a lower-case letter");
    }
    while (is_lower(peek(form)) || is_digit(peek(form)) || peek(form) == '_') {
        form->at++;
    }
    if (peek(form) != '"') {
        return refuse_form(form, "F3", "a character that keys do not have");
    }
    size_t length = form->at - key;
    if (level->count > 0 && compare_bytes(form->text + level->key, level->key_length, form->text + key, length) >= 0) {
        return refuse_form(form, "F4", "the keys do not ascend");
    }
    level->count++;
    level->key = key;
    level->key_length = length;
    form->at++;
    if (peek(form) != ':') {
        return refuse_form(form, "F1", "a colon is missing");
    }
    form->at++;
    return RESULT_OK;
}

/* F2 */
static enum result form_string(struct form *form)
{
    form->at++;
    for (; peek(form) != '"'; form->at++) {
        int c = peek(form);
        if (c < 0x20 || c > 0x7E || c == '\\') {
            return refuse_form(form, "F2", "a character that strings do not have");
        }
    }
    form->at++;
    return RESULT_OK;
}

/* F5: sixteen digits fit in 64 bits. */
static enum result form_integer(struct form *form)
{
    size_t begin = form->at;
    uint64_t value = 0;
    while (is_digit(peek(form))) {
        if (form->at > begin && (form->text[begin] == '0' || form->at - begin == 16)) {
            return refuse_form(form, "F5", "an integer with a leading zero or more than 16 digits");
        }
        value = value * 10 + (uint64_t)(peek(form) - '0');
        form->at++;
    }
    if (value > integer_max) {
        form->at = begin;
        return refuse_form(form, "F5", "an integer above 2^53-1");
    }
    return RESULT_OK;
}

static bool is_root_key(const struct form *form, const char *key)
{
    const struct level *root = &form->levels[0];
    return form->depth == 1 && root->is_object && root->key_length == strlen(key) &&
           memcmp(form->text + root->key, key, root->key_length) == 0;
}

/* F7, M12: a container or an element too many is a limit where it begins (R5). */
static enum result form_limits(struct form *form, int c)
{
    bool is_container = c == '{' || c == '[';
    if (is_container && form->depth == DEPTH_MAX) {
        return refuse(form->fault, "limit", "F7", PRELUDE_BYTES + form->at, "a container on level 17");
    }
    if (form->depth == 0 || form->levels[form->depth - 1].is_object) {
        return RESULT_OK;
    }
    struct level *level = &form->levels[form->depth - 1];
    if (level->is_table && level->count == ENTRIES_MAX) {
        return refuse(form->fault, "limit", "M12", PRELUDE_BYTES + form->at, "more than 131,072 entries");
    }
    level->count++;
    return RESULT_OK;
}

/* F6 is of words and numbers that there are not, F1 of all other things between the tokens. */
static const char *token_rule(int c)
{
    bool is_letter = is_lower(c) || (c >= 'A' && c <= 'Z');
    return is_letter || c == '-' || c == '+' || c == '.' || c == '_' ? "F6" : "F1";
}

/* One token that begins a value, with the key behind it if that is the first of an object. `is_closed`: the value ends with it. */
static enum result form_value(struct form *form, bool *is_closed)
{
    int c = peek(form);
    if (c != '{' && c != '[' && c != '"' && !is_digit(c)) {
        return refuse_form(form, token_rule(c), "no value of the grammar");
    }
    enum result result = form_limits(form, c);
    if (result != RESULT_OK) {
        return result;
    }
    *is_closed = true;
    if (c == '"') {
        return form_string(form);
    }
    if (is_digit(c)) {
        return form_integer(form);
    }
    bool is_table = c == '[' && is_root_key(form, "asset_table");
    form->at++;
    if (peek(form) == (c == '{' ? '}' : ']')) {
        form->at++;
        return RESULT_OK;
    }
    *is_closed = false;
    form->levels[form->depth++] = (struct level){.is_object = c == '{', .is_table = is_table};
    return c == '{' ? form_key(form) : RESULT_OK;
}

/* What follows a value: commas lead to the next one, brackets close containers. `is_done`: that of the root was the last. */
static enum result form_after_value(struct form *form, bool *is_done)
{
    while (form->depth > 0) {
        bool is_object = form->levels[form->depth - 1].is_object;
        if (peek(form) == ',') {
            form->at++;
            return is_object ? form_key(form) : RESULT_OK;
        }
        if (peek(form) != (is_object ? '}' : ']')) {
            return refuse_form(form, token_rule(peek(form)), "no comma and no closing bracket behind a value");
        }
        form->at++;
        form->depth--;
    }
    *is_done = true;
    return form->at == form->length ? RESULT_OK : refuse_form(form, "F1", "bytes behind the value");
}

static enum result check_form(struct pack *pack, struct fault *fault)
{
    struct form form = {.text = pack->header, .length = pack->header_length, .fault = fault};
    bool is_done = false;
    while (!is_done) {
        bool is_closed = false;
        enum result result = form_value(&form, &is_closed);
        if (result == RESULT_OK && is_closed) {
            result = form_after_value(&form, &is_done);
        }
        if (result != RESULT_OK) {
            return result;
        }
    }
    return RESULT_OK;
}

/* ---- Walking a header that has passed row 6: every token is whole, so none of this looks for the end ---------------------------------- */

/* Behind the string that begins at `at`. */
static size_t skip_string(const unsigned char *text, size_t at)
{
    do {
        at++;
    } while (text[at] != '"');
    return at + 1;
}

/* Behind the value that begins at `at`. A number must stand in a container: where it is the whole header, nothing walks it. */
static size_t skip_value(const unsigned char *text, size_t at)
{
    if (is_digit(text[at])) {
        while (is_digit(text[at])) {
            at++;
        }
        return at;
    }
    size_t depth = 0;
    do {
        if (text[at] == '"') {
            at = skip_string(text, at);
            continue;
        }
        if (text[at] == '{' || text[at] == '[') {
            depth++;
        } else if (text[at] == '}' || text[at] == ']') {
            depth--;
        }
        at++;
    } while (depth > 0);
    return at;
}

/* `at` is behind an opening bracket or a value: moves to the next element or key, or behind the closing bracket and returns false. */
static bool next_element(const unsigned char *text, size_t *at)
{
    unsigned char c = text[*at];
    if (c == '}' || c == ']') {
        (*at)++;
        return false;
    }
    if (c == ',') {
        (*at)++;
    }
    return true;
}

static bool is_string(const unsigned char *text, size_t at, const char *string)
{
    size_t length = strlen(string);
    return skip_string(text, at) - at - 2 == length && memcmp(text + at + 1, string, length) == 0;
}

static bool find_member(const unsigned char *text, size_t object, const char *key, size_t *value)
{
    size_t at = object + 1;
    while (next_element(text, &at)) {
        bool is_it = is_string(text, at, key);
        *value = skip_string(text, at) + 1;
        if (is_it) {
            return true;
        }
        at = skip_value(text, *value);
    }
    return false;
}

static uint64_t parse_integer(const unsigned char *text, size_t at)
{
    uint64_t value = 0;
    for (; is_digit(text[at]); at++) {
        value = value * 10 + (uint64_t)(text[at] - '0');
    }
    return value;
}

static bool parse_bank_type(const unsigned char *text, size_t at, enum bank_type *bank_type)
{
    if (text[at] != '"') {
        return false;
    }
    *bank_type = is_string(text, at, "TILES") ? BANK_TILES : BANK_SOUNDS;
    return *bank_type == BANK_TILES || is_string(text, at, "SOUNDS");
}

/* ---- Row 7: bank versions, over the whole table, whatever else is wrong with it (R6) --------------------------------------------------- */

static enum result check_bank_versions(struct pack *pack, struct fault *fault)
{
    const unsigned char *text = pack->header;
    size_t table = 0;
    if (text[0] != '{' || !find_member(text, 0, "asset_table", &table) || text[table] != '[') {
        return RESULT_OK;
    }
    size_t at = table + 1;
    while (next_element(text, &at)) {
        size_t entry = at;
        at = skip_value(text, entry);
        size_t type = 0;
        size_t version = 0;
        enum bank_type bank_type;
        if (text[entry] != '{' || !find_member(text, entry, "bank_type", &type) || !parse_bank_type(text, type, &bank_type) ||
            !find_member(text, entry, "bank_version", &version) || !is_digit(text[version])) {
            continue;
        }
        uint64_t found = parse_integer(text, version);
        const char *stage = found > BANK_NEWEST ? "too_new" : "too_old";
        if (found != 0 && (found < BANK_OLDEST || found > BANK_NEWEST)) {
            return refuse_version(fault, stage, "M5", PRELUDE_BYTES + version, found,
                                  bank_type == BANK_TILES ? "the version of a TILES bank is outside of the window; version 1 is read"
                                                          : "the version of a SOUNDS bank is outside of the window; version 1 is read");
        }
    }
    return RESULT_OK;
}

/* ---- Row 8: structure ----------------------------------------------------------------------------------------------------------------- */

/*
 * The members of an object, in byte order, each with the first character of its type: " or [, or 0 for an integer. A NUL leaves the type to
 * another rule.
 */
struct member {
    const char *key;
    char type;
    bool is_optional;
};

struct value {
    size_t at;
    uint64_t integer;
    bool is_present;
};

enum { ROOT_TABLE, ROOT_PRELOAD, ROOT_MEMBERS };
static const struct member root_members[ROOT_MEMBERS] = {
    [ROOT_TABLE] = {"asset_table", '[', false},
    [ROOT_PRELOAD] = {"preload", '[', false},
};

enum {
    ENTRY_ID,
    ENTRY_NAME,
    ENTRY_BANK_TYPE,
    ENTRY_BANK_VERSION,
    ENTRY_CODEC,
    ENTRY_DECODED_SIZE,
    ENTRY_METADATA,
    ENTRY_OFFSET,
    ENTRY_SHA256,
    ENTRY_SIZE,
    ENTRY_MEMBERS
};
static const struct member entry_members[ENTRY_MEMBERS] = {
    [ENTRY_ID] = {"asset_id", '0', false},
    [ENTRY_NAME] = {"asset_name", '"', false},
    [ENTRY_BANK_TYPE] = {"bank_type", '"', false},
    [ENTRY_BANK_VERSION] = {"bank_version", '0', false},
    [ENTRY_CODEC] = {"codec", '"', false},
    [ENTRY_DECODED_SIZE] = {"decoded_size", '0', false},
    [ENTRY_METADATA] = {"metadata", '\0', false},
    [ENTRY_OFFSET] = {"offset", '0', false},
    [ENTRY_SHA256] = {"sha256", '"', false},
    [ENTRY_SIZE] = {"size", '0', false},
};

enum { PRELOAD_ID, PRELOAD_BANK_TYPE, PRELOAD_SLOT, PRELOAD_MEMBERS };
static const struct member preload_members[PRELOAD_MEMBERS] = {
    [PRELOAD_ID] = {"asset_id", '0', false},
    [PRELOAD_BANK_TYPE] = {"bank_type", '"', false},
    [PRELOAD_SLOT] = {"slot", '0', false},
};

enum { TILES_COLUMNS, TILES_PALETTE_COUNT, TILES_TILE_COUNT, TILES_TILE_SIZE, TILES_MEMBERS };
static const struct member tiles_members[TILES_MEMBERS] = {
    [TILES_COLUMNS] = {"columns", '0', false},
    [TILES_PALETTE_COUNT] = {"palette_count", '0', false},
    [TILES_TILE_COUNT] = {"tile_count", '0', false},
    [TILES_TILE_SIZE] = {"tile_size", '0', false},
};

enum { SOUNDS_CHANNELS, SOUNDS_FRAME_COUNT, SOUNDS_LOOP_END, SOUNDS_LOOP_START, SOUNDS_SAMPLE_RATE, SOUNDS_MEMBERS };
static const struct member sounds_members[SOUNDS_MEMBERS] = {
    [SOUNDS_CHANNELS] = {"channels", '0', false},
    [SOUNDS_FRAME_COUNT] = {"frame_count", '0', false},
    [SOUNDS_LOOP_END] = {"loop_end", '0', true},
    [SOUNDS_LOOP_START] = {"loop_start", '0', true},
    [SOUNDS_SAMPLE_RATE] = {"sample_rate", '0', false},
};

/*
 * Reads the object at `at`, which must have exactly the given members (as keys ascend, both can be walked side by side), and moves behind it.
 * False where it does not, with `at` at the fault.
 */
static bool read_members(const unsigned char *text, size_t *at, const struct member *members, size_t count, struct value *values)
{
    if (text[*at] != '{') {
        return false;
    }
    (*at)++;
    size_t i = 0;
    size_t key = *at;
    while (next_element(text, at)) {
        key = *at;
        while (i < count && members[i].is_optional && !is_string(text, key, members[i].key)) {
            values[i++] = (struct value){.is_present = false};
        }
        if (i == count || !is_string(text, key, members[i].key)) {
            return false;
        }
        size_t value = skip_string(text, key) + 1;
        bool is_integer = is_digit(text[value]);
        char type = is_integer ? '0' : (char)text[value];
        if (members[i].type != '\0' && members[i].type != type) {
            return false;
        }
        values[i++] = (struct value){.at = value, .integer = is_integer ? parse_integer(text, value) : 0, .is_present = true};
        *at = skip_value(text, value);
    }
    while (i < count && members[i].is_optional) {
        values[i++] = (struct value){.is_present = false};
    }
    if (i < count) {
        *at = key;
        return false;
    }
    return true;
}

static enum result refuse_structure(struct fault *fault, const char *rule, size_t at, const char *text)
{
    return refuse(fault, "structure", rule, PRELUDE_BYTES + at, text);
}

/* An entry as it stands in the header: row 8 asks whether there is one, row 9 what it says. */
struct raw_entry {
    struct value values[ENTRY_MEMBERS];
    struct value tiles[TILES_MEMBERS];
    struct value sounds[SOUNDS_MEMBERS];
    enum bank_type bank_type;
};

/* S2 to S5 */
static enum result read_entry(const unsigned char *text, size_t *at, struct raw_entry *raw, struct fault *fault)
{
    if (!read_members(text, at, entry_members, ENTRY_MEMBERS, raw->values)) {
        return refuse_structure(fault, "S2", *at, "an element of asset_table is no entry");
    }
    size_t bank_type = raw->values[ENTRY_BANK_TYPE].at;
    if (!parse_bank_type(text, bank_type, &raw->bank_type)) {
        return refuse_structure(fault, "S3", bank_type, "a bank type that there is not");
    }
    size_t metadata = raw->values[ENTRY_METADATA].at;
    bool is_tiles = raw->bank_type == BANK_TILES;
    if (is_tiles ? !read_members(text, &metadata, tiles_members, TILES_MEMBERS, raw->tiles)
                 : !read_members(text, &metadata, sounds_members, SOUNDS_MEMBERS, raw->sounds)) {
        return refuse_structure(fault, "S4", metadata, "other metadata than the bank type has");
    }
    if (!is_tiles && raw->sounds[SOUNDS_LOOP_END].is_present != raw->sounds[SOUNDS_LOOP_START].is_present) {
        return refuse_structure(fault, "S5", raw->values[ENTRY_METADATA].at, "one end of a loop without the other");
    }
    return RESULT_OK;
}

/* S6, S3 */
static enum result read_preload(const unsigned char *text, size_t *at, struct value *values, enum bank_type *bank_type, struct fault *fault)
{
    if (!read_members(text, at, preload_members, PRELOAD_MEMBERS, values)) {
        return refuse_structure(fault, "S6", *at, "an element of preload is no item");
    }
    if (!parse_bank_type(text, values[PRELOAD_BANK_TYPE].at, bank_type)) {
        return refuse_structure(fault, "S3", values[PRELOAD_BANK_TYPE].at, "a bank type that there is not");
    }
    return RESULT_OK;
}

static enum result check_structure(struct pack *pack, struct fault *fault)
{
    const unsigned char *text = pack->header;
    size_t at = 0;
    struct value root[ROOT_MEMBERS];
    /* read_members walks the members of a root of any size once, as it stops at the first that is not in the table. */
    if (text[0] != '{' || !read_members(text, &at, root_members, ROOT_MEMBERS, root)) {
        return refuse_structure(fault, "S1", at, "the root is not an object of asset_table and preload");
    }
    at = root[ROOT_TABLE].at + 1;
    while (next_element(text, &at)) {
        struct raw_entry raw;
        enum result result = read_entry(text, &at, &raw, fault);
        if (result != RESULT_OK) {
            return result;
        }
        pack->entry_count++;
    }
    at = root[ROOT_PRELOAD].at + 1;
    while (next_element(text, &at)) {
        struct value values[PRELOAD_MEMBERS];
        enum bank_type bank_type;
        enum result result = read_preload(text, &at, values, &bank_type, fault);
        if (result != RESULT_OK) {
            return result;
        }
        pack->preload_count++;
    }
    return RESULT_OK;
}

/* ---- Row 9: meaning. The structure is known to be right, so it is read again without a look at the faults ------------------------------ */

static enum result refuse_meaning(struct fault *fault, const char *rule, size_t at, const char *text)
{
    return refuse(fault, "meaning", rule, PRELUDE_BYTES + at, text);
}

/* M11 */
static bool parse_digest(const unsigned char *text, size_t at, unsigned char digest[SHA256_BYTES])
{
    if (skip_string(text, at) - at - 2 != 2 * SHA256_BYTES) {
        return false;
    }
    for (size_t i = 0; i < 2 * SHA256_BYTES; i++) {
        int c = text[at + 1 + i];
        int nibble = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (nibble < 0) {
            return false;
        }
        digest[i / 2] = (unsigned char)(i % 2 == 0 ? nibble << 4 : digest[i / 2] | nibble);
    }
    return true;
}

/* T1 to T4; null, or the rule that is broken. */
static const char *tiles_fault(const struct tiles *tiles)
{
    if (tiles->tile_count < 1 || tiles->tile_count > 65536) {
        return "T3";
    }
    if (tiles->columns < 1 || tiles->columns > tiles->tile_count) {
        return "T1";
    }
    if (tiles->palette_count < 1 || tiles->palette_count > 64) {
        return "T2";
    }
    return tiles->tile_size == 8 || tiles->tile_size == 16 || tiles->tile_size == 32 ? NULL : "T4";
}

/* A1 to A5; null, or the rule that is broken. */
static const char *sounds_fault(const struct sounds *sounds)
{
    if (sounds->channels < 1 || sounds->channels > 2) {
        return "A1";
    }
    if (sounds->frame_count < 1) {
        return "A2";
    }
    if (sounds->has_loop && sounds->loop_end > sounds->frame_count) {
        return "A3";
    }
    if (sounds->has_loop && sounds->loop_start >= sounds->loop_end) {
        return "A4";
    }
    return sounds->sample_rate >= 8000 && sounds->sample_rate <= 48000 ? NULL : "A5";
}

static uint64_t pixels_size(const struct tiles *tiles)
{
    return tiles->tile_count * tiles->tile_size * tiles->tile_size / 2;
}

/* M8: all factors are in their ranges, so the largest is below 2^55. */
static uint64_t implied_size(const struct pack_entry *entry)
{
    return entry->bank_type == BANK_TILES
               ? pixels_size(&entry->tiles) + entry->tiles.palette_count * PALETTE_BYTES + entry->tiles.tile_count
               : entry->sounds.frame_count * entry->sounds.channels * 2;
}

static struct pack_entry entry_of(const unsigned char *text, const struct raw_entry *raw)
{
    size_t name = raw->values[ENTRY_NAME].at;
    struct pack_entry entry = {
        .asset_id = raw->values[ENTRY_ID].integer,
        .asset_name = text + name + 1,
        .asset_name_length = skip_string(text, name) - name - 2,
        .bank_type = raw->bank_type,
        .offset = raw->values[ENTRY_OFFSET].integer,
        .size = raw->values[ENTRY_SIZE].integer,
    };
    if (raw->bank_type == BANK_TILES) {
        entry.tiles = (struct tiles){
            .columns = raw->tiles[TILES_COLUMNS].integer,
            .palette_count = raw->tiles[TILES_PALETTE_COUNT].integer,
            .tile_count = raw->tiles[TILES_TILE_COUNT].integer,
            .tile_size = raw->tiles[TILES_TILE_SIZE].integer,
        };
    } else {
        entry.sounds = (struct sounds){
            .channels = raw->sounds[SOUNDS_CHANNELS].integer,
            .frame_count = raw->sounds[SOUNDS_FRAME_COUNT].integer,
            .loop_end = raw->sounds[SOUNDS_LOOP_END].integer,
            .loop_start = raw->sounds[SOUNDS_LOOP_START].integer,
            .sample_rate = raw->sounds[SOUNDS_SAMPLE_RATE].integer,
            .has_loop = raw->sounds[SOUNDS_LOOP_END].is_present,
        };
    }
    return entry;
}

/* M1 to M3, M5 to M9, M11, T1 to T4, A1 to A5. `last` is the entry before, or null. */
static enum result check_entry(const unsigned char *text, const struct raw_entry *raw, const struct pack_entry *last,
                               struct pack_entry *entry, struct fault *fault)
{
    const struct value *values = raw->values;
    if (entry->asset_id < 1 || entry->asset_id > INT32_MAX) {
        return refuse_meaning(fault, "M1", values[ENTRY_ID].at, "asset_id is not 1 to 2,147,483,647");
    }
    if (last != NULL && entry->asset_id <= last->asset_id) {
        return refuse_meaning(fault, "M2", values[ENTRY_ID].at, "the entries do not ascend by asset_id");
    }
    if (!is_asset_name(entry->asset_name, entry->asset_name_length)) {
        return refuse_meaning(fault, "M3", values[ENTRY_NAME].at, "asset_name is no name");
    }
    if (values[ENTRY_BANK_VERSION].integer != 1) {
        return refuse_meaning(fault, "M5", values[ENTRY_BANK_VERSION].at, "a bank version that there never was");
    }
    if (!is_string(text, values[ENTRY_CODEC].at, "NONE")) {
        return refuse_meaning(fault, "M6", values[ENTRY_CODEC].at, "a codec that there is not");
    }
    if (values[ENTRY_DECODED_SIZE].integer != entry->size) {
        return refuse_meaning(fault, "M7", values[ENTRY_DECODED_SIZE].at, "decoded_size is not size");
    }
    const char *rule = entry->bank_type == BANK_TILES ? tiles_fault(&entry->tiles) : sounds_fault(&entry->sounds);
    if (rule != NULL) {
        return refuse_meaning(fault, rule, values[ENTRY_METADATA].at, "metadata out of its range");
    }
    if (entry->size != implied_size(entry)) {
        return refuse_meaning(fault, "M8", values[ENTRY_SIZE].at, "size is not what the metadata implies");
    }
    if (entry->offset != (last == NULL ? 0 : align64(last->offset + last->size))) {
        return refuse_meaning(fault, "M9", values[ENTRY_OFFSET].at, "offset is not behind the slice before");
    }
    if (!parse_digest(text, values[ENTRY_SHA256].at, entry->sha256)) {
        return refuse_meaning(fault, "M11", values[ENTRY_SHA256].at, "sha256 is not 64 lower-case hexadecimal digits");
    }
    return RESULT_OK;
}

static int compare_names(const void *context, uint32_t a, uint32_t b)
{
    const struct pack_entry *entries = context;
    return compare_bytes(entries[a].asset_name, entries[a].asset_name_length, entries[b].asset_name, entries[b].asset_name_length);
}

/* M4 */
static enum result check_names(const struct pack *pack, struct fault *fault)
{
    if (pack->entry_count == 0) {
        return RESULT_OK;
    }
    uint64_t *items = malloc(pack->entry_count * sizeof *items);
    if (items == NULL) {
        return no_memory(fault);
    }
    for (size_t i = 0; i < pack->entry_count; i++) {
        uint32_t hash = HASH_BEGIN;
        for (size_t c = 0; c < pack->entries[i].asset_name_length; c++) {
            hash = hash_add(hash, pack->entries[i].asset_name[c]);
        }
        items[i] = doubles_item(hash, (uint32_t)i);
    }
    enum result result = RESULT_OK;
    size_t found = 0;
    if (!doubles_find(items, pack->entry_count, compare_names, pack->entries, &found)) {
        result = no_memory(fault);
    } else if (found < pack->entry_count) {
        uint64_t position = pack->entries[items[found] & UINT32_MAX].header_position;
        result = refuse(fault, "meaning", "M4", position, "two entries have the same asset_name");
    }
    free(items);
    return result;
}

/* M13 to M16. `last` is the item before, or null. */
static enum result check_item(struct pack *pack, const struct value *values, enum bank_type bank_type, const struct preload_item *last,
                              struct preload_item *item, struct fault *fault)
{
    item->slot = values[PRELOAD_SLOT].integer;
    item->entry = pack_find(pack, values[PRELOAD_ID].integer);
    if (item->slot > 255) {
        return refuse_meaning(fault, "M13", values[PRELOAD_SLOT].at, "slot is above 255");
    }
    if (item->entry == NULL || item->entry->bank_type != bank_type) {
        return refuse_meaning(fault, "M15", values[PRELOAD_ID].at, "the table has no such asset of this bank type");
    }
    if (last != NULL && (last->entry->bank_type > bank_type || (last->entry->bank_type == bank_type && last->slot >= item->slot))) {
        return refuse_meaning(fault, "M14", values[PRELOAD_BANK_TYPE].at, "preload does not ascend");
    }
    if (item->entry->is_preloaded) {
        return refuse_meaning(fault, "M16", values[PRELOAD_ID].at, "an asset is preloaded twice");
    }
    item->entry->is_preloaded = true;
    return RESULT_OK;
}

static enum result check_meaning(struct pack *pack, struct fault *fault)
{
    const unsigned char *text = pack->header;
    /* The numbers were counted in row 8; one more spares the special case of none. Both are below the length of the header. */
    if (pack->entry_count >= SIZE_MAX / sizeof *pack->entries || pack->preload_count >= SIZE_MAX / sizeof *pack->preload) {
        return no_memory(fault);
    }
    pack->entries = malloc((pack->entry_count + 1) * sizeof *pack->entries);
    pack->preload = malloc((pack->preload_count + 1) * sizeof *pack->preload);
    if (pack->entries == NULL || pack->preload == NULL) {
        return no_memory(fault);
    }
    size_t at = 0;
    struct value root[ROOT_MEMBERS];
    (void)read_members(text, &at, root_members, ROOT_MEMBERS, root);
    at = root[ROOT_TABLE].at + 1;
    struct pack_entry *last = NULL;
    for (struct pack_entry *entry = pack->entries; next_element(text, &at); entry++) {
        struct raw_entry raw;
        uint64_t position = PRELUDE_BYTES + at;
        (void)read_entry(text, &at, &raw, fault);
        *entry = entry_of(text, &raw);
        entry->header_position = position;
        enum result result = check_entry(text, &raw, last, entry, fault);
        if (result != RESULT_OK) {
            return result;
        }
        last = entry;
    }
    if (pack->payload_length != (last == NULL ? 0 : last->offset + last->size)) {
        return refuse(fault, "meaning", "M10", 24, "payload_length is not the end of the last slice");
    }
    enum result result = check_names(pack, fault);
    at = root[ROOT_PRELOAD].at + 1;
    struct preload_item *last_item = NULL;
    for (struct preload_item *item = pack->preload; result == RESULT_OK && next_element(text, &at); item++) {
        struct value values[PRELOAD_MEMBERS];
        enum bank_type bank_type = BANK_SOUNDS;
        (void)read_preload(text, &at, values, &bank_type, fault);
        result = check_item(pack, values, bank_type, last_item, item, fault);
        last_item = item;
    }
    return result;
}

/* ---- Rows 10 to 12: the payload ------------------------------------------------------------------------------------------------------- */

/* D1 */
static enum result check_payload_padding(const struct pack *pack, struct fault *fault)
{
    for (size_t i = 1; i < pack->entry_count; i++) {
        const struct pack_entry *last = &pack->entries[i - 1];
        enum result result = check_zeros(pack, pack->payload_position + last->offset + last->size,
                                         pack->payload_position + pack->entries[i].offset, "payload_padding", "D1", fault);
        if (result != RESULT_OK) {
            return result;
        }
    }
    return RESULT_OK;
}

/* Row 11: D2 */
static enum result check_digest(const struct pack *pack, const struct pack_entry *entry, struct fault *fault)
{
    unsigned char piece[PIECE_BYTES];
    uint64_t begin = pack->payload_position + entry->offset;
    struct sha256 sha;
    sha256_begin(&sha);
    for (uint64_t done = 0; done < entry->size;) {
        size_t length = entry->size - done < sizeof piece ? (size_t)(entry->size - done) : sizeof piece;
        if (!read_source(pack, begin + done, piece, length)) {
            return read_trouble(fault);
        }
        sha256_add(&sha, piece, length);
        done += length;
    }
    unsigned char digest[SHA256_BYTES];
    sha256_end(&sha, digest);
    if (memcmp(digest, entry->sha256, SHA256_BYTES) != 0) {
        return refuse(fault, "slice_digest", "D2", begin, "the digest of a slice differs");
    }
    return RESULT_OK;
}

/* T5: colour 0 of each palette; there are at most 64. */
static enum result check_palettes(const struct pack *pack, uint64_t begin, size_t palette_count, struct fault *fault)
{
    unsigned char palettes[64 * PALETTE_BYTES];
    size_t size = palette_count * PALETTE_BYTES;
    if (!read_source(pack, begin, palettes, size)) {
        return read_trouble(fault);
    }
    for (size_t i = 0; i < size; i += PALETTE_BYTES) {
        if (palettes[i] != 0 || palettes[i + 1] != 0) {
            return refuse(fault, "meaning", "T5", begin + i, "colour 0 of a palette is not 0");
        }
    }
    return RESULT_OK;
}

/* T6 */
static enum result check_tile_palettes(const struct pack *pack, uint64_t begin, const struct tiles *tiles, struct fault *fault)
{
    unsigned char piece[PIECE_BYTES];
    for (uint64_t done = 0; done < tiles->tile_count;) {
        size_t length = tiles->tile_count - done < sizeof piece ? (size_t)(tiles->tile_count - done) : sizeof piece;
        if (!read_source(pack, begin + done, piece, length)) {
            return read_trouble(fault);
        }
        for (size_t i = 0; i < length; i++) {
            if (piece[i] >= tiles->palette_count) {
                return refuse(fault, "meaning", "T6", begin + done + i, "a tile has a palette that there is not");
            }
        }
        done += length;
    }
    return RESULT_OK;
}

/* Row 12. Any bytes are a sound. */
static enum result check_contents(const struct pack *pack, const struct pack_entry *entry, struct fault *fault)
{
    if (entry->bank_type != BANK_TILES) {
        return RESULT_OK;
    }
    const struct tiles *tiles = &entry->tiles;
    uint64_t begin = pack->payload_position + entry->offset + pixels_size(tiles);
    enum result result = check_palettes(pack, begin, (size_t)tiles->palette_count, fault);
    if (result == RESULT_OK) {
        result = check_tile_palettes(pack, begin + tiles->palette_count * PALETTE_BYTES, tiles, fault);
    }
    return result;
}

/* ---- The interface -------------------------------------------------------------------------------------------------------------------- */

enum result pack_open(struct pack *pack, struct source source, struct fault *fault)
{
    /* The order is that of R1: each row over the whole file before the next, and the first that fails is told. */
    static enum result (*const rows[])(struct pack *, struct fault *) = {
        check_stem, check_sizes, check_header_bytes, check_form, check_bank_versions, check_structure, check_meaning,
    };
    *pack = (struct pack){.source = source};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        enum result result = rows[i](pack, fault);
        if (result != RESULT_OK) {
            pack_close(pack);
            return result;
        }
    }
    return RESULT_OK;
}

void pack_close(struct pack *pack)
{
    free(pack->header);
    free(pack->entries);
    free(pack->preload);
    *pack = (struct pack){.source = pack->source};
}

struct pack_entry *pack_find(const struct pack *pack, uint64_t asset_id)
{
    size_t begin = 0;
    size_t end = pack->entry_count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (pack->entries[middle].asset_id == asset_id) {
            return &pack->entries[middle];
        }
        if (pack->entries[middle].asset_id < asset_id) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    return NULL;
}

enum result pack_slice_check(const struct pack *pack, struct pack_entry *entry, struct fault *fault)
{
    enum result result = RESULT_OK;
    if (!entry->is_checked) {
        result = check_digest(pack, entry, fault);
        if (result == RESULT_OK) {
            result = check_contents(pack, entry, fault);
        }
        entry->is_checked = result == RESULT_OK;
    }
    return result;
}

enum result pack_slice_read(const struct pack *pack, struct pack_entry *entry, uint64_t position, void *to, size_t length,
                            struct fault *fault)
{
    if (position > entry->size || length > entry->size - position) {
        return trouble(fault, "bytes behind the end of a slice were asked for");
    }
    enum result result = pack_slice_check(pack, entry, fault);
    if (result == RESULT_OK && !read_source(pack, pack->payload_position + entry->offset + position, to, length)) {
        result = read_trouble(fault);
    }
    return result;
}

enum result pack_preload(const struct pack *pack, enum result (*load)(void *context, const struct preload_item *item), void *context,
                         struct fault *fault)
{
    enum result result = RESULT_OK;
    /* Row by row (R1): a wrong digest behind is told before wrong contents in front. */
    for (size_t i = 0; i < pack->preload_count && result == RESULT_OK; i++) {
        if (!pack->preload[i].entry->is_checked) {
            result = check_digest(pack, pack->preload[i].entry, fault);
        }
    }
    for (size_t i = 0; i < pack->preload_count && result == RESULT_OK; i++) {
        struct pack_entry *entry = pack->preload[i].entry;
        result = entry->is_checked ? RESULT_OK : check_contents(pack, entry, fault);
        entry->is_checked = result == RESULT_OK;
    }
    for (size_t i = 0; i < pack->preload_count && result == RESULT_OK; i++) {
        result = load(context, &pack->preload[i]);
    }
    return result;
}

enum result pack_verify(const struct pack *pack, struct fault *fault)
{
    enum result result = check_payload_padding(pack, fault);
    for (size_t i = 0; i < pack->entry_count && result == RESULT_OK; i++) {
        result = check_digest(pack, &pack->entries[i], fault);
    }
    for (size_t i = 0; i < pack->entry_count && result == RESULT_OK; i++) {
        result = check_contents(pack, &pack->entries[i], fault);
        pack->entries[i].is_checked = result == RESULT_OK;
    }
    return result;
}
