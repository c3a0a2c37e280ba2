#include "header.h"

#include <stdlib.h>
#include <string.h>

enum { BANK_OLDEST = 1, BANK_NEWEST = 1 };

/* All callers stay far below 2^64. */
uint64_t align64(uint64_t n)
{
    return (n + 63) / 64 * 64;
}

uint64_t pixels_size(const struct tiles *tiles)
{
    return tiles->tile_count * tiles->tile_size * tiles->tile_size / 2;
}

/* ---- Walking a header that has passed row 6: every token is whole, so none of this looks for the end ---------------------------------- */
/* walk.c does the same for documents, with white space and escapes. A runtime needs no documents, so a pack is read without it. */

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

enum result header_check_versions(struct pack *pack, struct fault *fault)
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

enum result header_check_structure(struct pack *pack, struct fault *fault)
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

enum result header_check_meaning(struct pack *pack, struct fault *fault)
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
