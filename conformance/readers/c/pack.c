#include "header.h"

#include <stdlib.h>
#include <string.h>

enum {
    STEM_BYTES = 16,
    ENVELOPE_OLDEST = 1,
    ENVELOPE_NEWEST = 1,
    HEADER_MIN = 2,
    HEADER_MAX = 67108864,
    PIECE_BYTES = 16384
};

static const uint64_t payload_max = UINT64_C(68719476736);

static uint64_t read_u32(const unsigned char *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24;
}

static uint64_t read_u64(const unsigned char *bytes)
{
    return read_u32(bytes) | read_u32(bytes + 4) << 32;
}

static bool read_source(const struct pack *pack, uint64_t position, void *to, size_t length)
{
    return length == 0 || pack->source.read(pack->source.context, position, to, length);
}

static enum result read_trouble(struct fault *fault)
{
    return trouble(fault, "the file cannot be read");
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
        check_stem, check_sizes, check_header_bytes, header_check_form, header_check_versions, header_check_structure, header_check_meaning,
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
