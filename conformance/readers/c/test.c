/*
 * test ASSETS-PA.MD EXAMPLE
 *
 * Rebuilds the pack of the hexdump in the specification, writes it to EXAMPLE, and tries the reader on it: as it is, with every bit
 * flipped, cut short everywhere, extended, and with other headers under a right digest. Then some documents.
 */
#include "document.h"
#include "pack.h"
#include "sha256.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 65536 };

static size_t failures;

static void fail(const char *what, size_t number, const char *want, const char *got)
{
    failures++;
    (void)fprintf(stderr, "%s %zu: %s instead of %s\n", what, number, got, want);
}

/* ---- A source in memory --------------------------------------------------------------------------------------------------------------- */

struct bytes {
    const unsigned char *bytes;
    size_t length;
};

static bool read_bytes(void *context, uint64_t position, void *to, size_t length)
{
    const struct bytes *from = context;
    if (position > from->length || length > from->length - position) {
        return false;
    }
    memcpy(to, from->bytes + position, length);
    return true;
}

static const char *stage_of(enum result result, const struct fault *fault)
{
    return result == RESULT_OK ? "valid" : result == RESULT_TROUBLE ? "trouble" : fault->stage;
}

static const char *verify_pack(const unsigned char *bytes, size_t length)
{
    struct bytes held = {bytes, length};
    struct source source = {read_bytes, &held, length};
    struct fault fault = {.text = NULL};
    struct pack pack;
    enum result result = pack_open(&pack, source, &fault);
    if (result == RESULT_OK) {
        result = pack_verify(&pack, &fault);
        pack_close(&pack);
    }
    return stage_of(result, &fault);
}

static const char *verify_document(enum document_kind kind, const char *text, size_t length)
{
    struct bytes held = {(const unsigned char *)text, length};
    struct source source = {read_bytes, &held, length};
    struct fault fault = {.text = NULL};
    struct document document;
    enum result result = document_open(&document, kind, source, &fault);
    if (result == RESULT_OK) {
        document_close(&document);
    }
    return stage_of(result, &fault);
}

static void expect_pack(const char *what, size_t number, const unsigned char *bytes, size_t length, const char *want)
{
    const char *got = verify_pack(bytes, length);
    if (strcmp(got, want) != 0) {
        fail(what, number, want, got);
    }
}

/* ---- The example ---------------------------------------------------------------------------------------------------------------------- */

/* Lines like "00000010  a4 02 ...  |....|" between ```hexdump and ```. */
static size_t read_hexdump(const char *path, unsigned char *bytes)
{
    char line[4096];
    size_t length = 0;
    bool is_inside = false;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return 0;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "```", 3) == 0) {
            is_inside = strncmp(line, "```hexdump", 10) == 0;
            continue;
        }
        char *at = line + 8;
        while (is_inside && length < ROOM && isxdigit((unsigned char)at[strspn(at, " ")])) {
            bytes[length++] = (unsigned char)strtoul(at, &at, 16);
        }
    }
    (void)fclose(file);
    return length;
}

static bool write_example(const char *path, const unsigned char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        return false;
    }
    bool is_written = fwrite(bytes, 1, length, file) == length;
    return fclose(file) == 0 && is_written;
}

static const char *stage_of_flip(size_t at)
{
    return at < 8 ? "not_a_pack" : at < 16 ? "damaged" : at < 32 ? NULL : at < 740 ? "header_digest" : at < 768 ? "header_padding"
           : at >= 776 && at < 832 ? "payload_padding" : "slice_digest";
}

static void try_damage(unsigned char *pack, size_t length)
{
    for (size_t bit = 0; bit < length * 8; bit++) {
        pack[bit / 8] ^= (unsigned char)(1U << bit % 8);
        const char *want = stage_of_flip(bit / 8);
        const char *got = verify_pack(pack, length);
        if (want == NULL ? strcmp(got, "valid") == 0 || strcmp(got, "trouble") == 0 : strcmp(got, want) != 0) {
            fail("flipped bit", bit, want == NULL ? "a refusal" : want, got);
        }
        pack[bit / 8] ^= (unsigned char)(1U << bit % 8);
    }
    for (size_t cut = 0; cut < length; cut++) {
        expect_pack("prefix", cut, pack, cut, cut < 16 ? "not_a_pack" : "truncated");
    }
    unsigned char extended[ROOM + 1] = {0};
    memcpy(extended, pack, length);
    expect_pack("extension", length + 1, extended, length + 1, "extended");
}

static void put_u64(unsigned char *to, uint64_t value)
{
    for (size_t i = 0; i < 8; i++) {
        to[i] = (unsigned char)(value >> (8 * i));
    }
}

/* A pack with this header and payload, whose digest is right. */
static size_t build_pack(unsigned char *to, const char *header, size_t header_length, const unsigned char *payload, size_t payload_length)
{
    static const unsigned char stem[16] = {0x89, 0x41, 0x50, 0x41, 0x0D, 0x0A, 0x1A, 0x0A, 1, 0, 0, 0, 0x9B, 0xD0, 0xB4, 0x8E};
    size_t begin = (64 + header_length + 63) / 64 * 64;
    memset(to, 0, begin);
    memcpy(to, stem, sizeof stem);
    put_u64(to + 16, header_length);
    put_u64(to + 24, payload_length);
    memcpy(to + 64, header, header_length);
    memcpy(to + begin, payload, payload_length);
    struct sha256 sha;
    sha256_begin(&sha);
    sha256_add(&sha, to, 32);
    sha256_add(&sha, header, header_length);
    sha256_end(&sha, to + 32);
    return begin + payload_length;
}

struct replacement {
    const char *from, *to, *stage;
};

/* The first occurrence in the header of the example. */
static const struct replacement replacements[] = {
    {"{", "{", "valid"},
    {"{\"asset_table\"", " {\"asset_table\"", "header_form"},
    {"\"size\":8}", "\"size\":8}}", "header_form"},
    {"204871", "0204871", "header_form"},
    {"204871", "9007199254740992", "header_form"},
    {"204871", "9007199254740991", "meaning"},
    {"204871", "null", "header_form"},
    {"music/theme", "m\\u0075sic/theme", "header_form"},
    {"\"asset_name\"", "\"asset_iD\"", "header_form"},
    {"\"asset_name\"", "\"asset_id\"", "header_form"},
    {"204871", "[[[[[[[[[[[[[1]]]]]]]]]]]]]", "structure"},
    {"204871", "[[[[[[[[[[[[[[1]]]]]]]]]]]]]]", "limit"},
    {"\"bank_version\":1", "\"bank_version\":2", "too_new"},
    {"\"bank_version\":1", "\"bank_version\":0", "meaning"},
    {"\"bank_version\":1,\"codec\":\"NONE\"", "\"bank_version\":7,\"codec\":7", "too_new"},
    {"SOUNDS", "SOUND", "structure"},
    {"\"loop_end\":4,", "", "structure"},
    {"\"loop_end\":4,\"loop_start\":0,", "", "valid"},
    {"\"loop_end\":4,", "\"loop_end\":5,", "meaning"},
    {"\"loop_start\":0,", "\"loop_start\":4,", "meaning"},
    {"\"codec\":\"NONE\",", "", "structure"},
    {"\"codec\":\"NONE\",", "\"codec\":\"NONE\",\"d\":1,", "structure"},
    {"\"codec\":\"NONE\",", "\"codec\":\"ZIP\",", "meaning"},
    {"\"channels\":1", "\"channels\":3", "meaning"},
    {"\"offset\":64", "\"offset\":8", "meaning"},
    {"sprites/hero", "music/theme", "meaning"},
    {"sprites/hero", "sprites/", "meaning"},
    {"7a3a3b", "7A3A3B", "meaning"},
    {"7a3a3b", "7a3a3c", "slice_digest"},
    {"\"slot\":0", "\"slot\":256", "meaning"},
    {"\"slot\":0}", "\"slot\":0},{\"asset_id\":1839203411,\"bank_type\":\"TILES\",\"slot\":1}", "meaning"},
    {"[{\"asset_id\":1839203411,\"bank_type\":\"TILES\",\"slot\":0}]", "[]", "valid"},
    {"[{\"asset_id\":1839203411,\"bank_type\":\"TILES\",\"slot\":0}]", "7", "structure"},
    {"1839203411", "204872", "meaning"},
};

static void try_headers(const unsigned char *pack)
{
    char old[677] = {0};
    memcpy(old, pack + 64, 676);
    for (size_t i = 0; i < sizeof replacements / sizeof replacements[0]; i++) {
        char header[2048];
        unsigned char other[4096];
        const char *found = strstr(old, replacements[i].from);
        if (found == NULL) {
            fail("header", i, replacements[i].from, "nothing");
            continue;
        }
        const char *behind = found + strlen(replacements[i].from);
        int length = snprintf(header, sizeof header, "%.*s%s%s", (int)(found - old), old, replacements[i].to, behind);
        size_t size = build_pack(other, header, (size_t)length, pack + 768, 129);
        expect_pack("header", i, other, size, replacements[i].stage);
    }
    static const struct replacement whole[] = {
        {NULL, "{\"asset_table\":[],\"preload\":[]}", "valid"}, {NULL, "{}", "structure"}, {NULL, "12", "structure"}, {NULL, "[]", "structure"},
        {NULL, "\"\"", "structure"}, {NULL, "{\"asset_table\":12}", "structure"}, {NULL, "--", "header_form"}, {NULL, "[1", "header_form"},
    };
    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++) {
        unsigned char other[1024];
        size_t size = build_pack(other, whole[i].to, strlen(whole[i].to), pack, 0);
        expect_pack("whole header", i, other, size, whole[i].stage);
    }
}

/* Row 12, with the digest that belongs to the bytes. */
static void try_contents(const unsigned char *pack)
{
    static const size_t places[] = {64 + 32, 64 + 33, 64 + 64};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char header[677] = {0};
        unsigned char payload[129];
        unsigned char digest[SHA256_BYTES];
        unsigned char other[4096];
        memcpy(header, pack + 64, 676);
        memcpy(payload, pack + 768, sizeof payload);
        payload[places[i]] = 1;
        struct sha256 sha;
        sha256_begin(&sha);
        sha256_add(&sha, payload + 64, 65);
        sha256_end(&sha, digest);
        char *digits = strstr(header, "a63510538d6");
        for (size_t d = 0; d < SHA256_BYTES && digits != NULL; d++) {
            char two[3];
            (void)snprintf(two, sizeof two, "%02x", (unsigned)digest[d]);
            memcpy(digits + 2 * d, two, 2);
        }
        size_t size = build_pack(other, header, 676, payload, sizeof payload);
        expect_pack("contents", i, other, size, "meaning");
    }
}

/* The way of a runtime: a sound is read while a damaged tile is refused, and then nothing of the boot is done. */
static enum result count_item(void *context, const struct preload_item *item)
{
    size_t *count = context;
    *count += item->slot == 0 && item->entry->asset_id == 1839203411 ? 1U : 100U;
    return RESULT_OK;
}

static void try_interface(unsigned char *pack, size_t length)
{
    struct bytes held = {pack, length};
    struct source source = {read_bytes, &held, length};
    struct fault fault = {.text = NULL};
    struct pack opened;
    for (size_t damage = 0; damage < 2; damage++) {
        pack[896] ^= (unsigned char)damage;
        unsigned char frames[8];
        size_t count = 0;
        if (pack_open(&opened, source, &fault) != RESULT_OK) {
            fail("interface", damage, "an open pack", "a refusal");
            return;
        }
        struct pack_entry *sound = pack_find(&opened, 204871);
        if (sound == NULL || pack_find(&opened, 1839203411) == NULL || pack_find(&opened, 1) != NULL || pack_find(&opened, UINT64_MAX) != NULL) {
            fail("interface", damage, "two assets", "others");
        } else if (pack_slice_read(&opened, sound, 0, frames, 8, &fault) != RESULT_OK || memcmp(frames, pack + 768, 8) != 0 ||
                   pack_slice_read(&opened, sound, 8, frames, 0, &fault) != RESULT_OK ||
                   pack_slice_read(&opened, sound, 1, frames, 8, &fault) != RESULT_TROUBLE ||
                   pack_slice_read(&opened, sound, UINT64_MAX, frames, 8, &fault) != RESULT_TROUBLE) {
            fail("interface", damage, "the frames of the sound", "others");
        }
        enum result result = pack_preload(&opened, count_item, &count, &fault);
        if (damage == 0 ? result != RESULT_OK || count != 1 : result != RESULT_REFUSED || count != 0) {
            fail("interface", damage, "one item, or none of a damaged pack", stage_of(result, &fault));
        }
        pack_close(&opened);
        pack[896] ^= (unsigned char)damage;
    }
}

/* ---- Documents ------------------------------------------------------------------------------------------------------------------------ */

struct text {
    enum document_kind kind;
    const char *text, *stage;
};

#define ASSET "{\"artifact\":\"asset\",\"schema_version\":2,"
#define TILES "\"bank\":\"TILES\",\"tiles\":{\"tile_size\":16,\"palettes\":\"auto\"}}"
#define INDEX "{\"artifact\":\"index\",\"schema_version\":2,"

static const struct text texts[] = {
    {DOCUMENT_ASSET, ASSET "\"name\":\"a/b\",\"sources\":[\"a.png\",\"b/c.png\"]," TILES, "valid"},
    {DOCUMENT_ASSET, " {\"artif\\u0061ct\" : \"asset\",\n\"schema_version\":1,\"name\":\"a\",\"source\":\"a.png\"," TILES "\r\n", "valid"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"a.wav\"],\"bank\":\"SOUNDS\",\"sounds\":{\"loop\":{\"end\":2,\"start\":1}}}", "valid"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"a\",\"b\"],\"bank\":\"SOUNDS\"}", "structure"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"a\"],\"index_0\":\"transparent\"," TILES, "structure"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"source\":\"a\"," TILES, "structure"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"a\"],\"preload\":{\"slot\":0}," TILES, "valid"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"a\"],\"preload\":{\"slot\":-0}," TILES, "structure"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"a\"],\"preload\":{\"slot\":-1}," TILES, "structure"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a//b\",\"sources\":[\"a\"]," TILES, "structure"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"\"]," TILES, "structure"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"../a\"]," TILES, "meaning"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"x/Con .png\"]," TILES, "meaning"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"LPT\\u00b9\"]," TILES, "meaning"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"com\"]," TILES, "valid"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\".a\"]," TILES, "meaning"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"sources\":[\"a\\u200b\"]," TILES, "meaning"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",\"n\\u0061me\":\"b\"," TILES, "parse"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"\\ud800\"," TILES, "parse"},
    {DOCUMENT_ASSET, ASSET "\"name\":\"a\",}", "parse"},
    {DOCUMENT_ASSET, "", "parse"},
    {DOCUMENT_ASSET, "\xEF\xBB\xBF{}", "parse"},
    {DOCUMENT_ASSET, "{\"a\":\"\xC0\x80\"}", "parse"},
    {DOCUMENT_ASSET, "01", "parse"},
    {DOCUMENT_ASSET, "-", "parse"},
    {DOCUMENT_ASSET, "12", "structure"},
    {DOCUMENT_ASSET, INDEX "\"assets\":[],\"retired\":[]}", "structure"},
    {DOCUMENT_ASSET, "{\"artifact\":\"asset\"}", "version"},
    {DOCUMENT_ASSET, "{\"artifact\":\"asset\",\"schema_version\":-0}", "version"},
    {DOCUMENT_ASSET, "{\"artifact\":\"asset\",\"schema_version\":2.0}", "version"},
    {DOCUMENT_ASSET, "{\"artifact\":\"asset\",\"schema_version\":4}", "too_new"},
    {DOCUMENT_ASSET, "{\"artifact\":\"asset\",\"schema_version\":3,\"name\":\"a\",\"sources\":[\"a.png\"],\"$schema\":\"\"," TILES, "valid"},
    {DOCUMENT_ASSET, ASSET "\"$schema\":\"\",\"name\":\"a\",\"sources\":[\"a.png\"]," TILES, "structure"},
    {DOCUMENT_ASSET, "{\"artifact\":\"asset\",\"schema_version\":99999999999999999999999999}", "too_new"},
    {DOCUMENT_ASSET, "{\"schema_version\":2,\"artifact\":\"asset\"}", "structure"},
    {DOCUMENT_INDEX, INDEX "\"assets\":[],\"retired\":[]}", "valid"},
    {DOCUMENT_INDEX, INDEX "\"assets\":[{\"asset_id\":1,\"root\":\"a\"}],\"retired\":[{\"asset_id\":2,\"name\":\"b\"}]}", "valid"},
    {DOCUMENT_INDEX, INDEX "\"assets\":[{\"asset_id\":1,\"root\":\"a\"}],\"retired\":[{\"asset_id\":1}]}", "meaning"},
    {DOCUMENT_INDEX, INDEX "\"assets\":[{\"asset_id\":1,\"root\":\"a\"},{\"asset_id\":2,\"root\":\"\\u0061\"}],\"retired\":[]}", "meaning"},
    {DOCUMENT_INDEX, INDEX "\"assets\":[],\"retired\":[5]}", "structure"},
    {DOCUMENT_INDEX, "{\"artifact\":\"index\",\"schema_version\":3,\"assets\":[{\"asset_id\":1,\"root\":\"a\",\"name\":\"a\",\"bank\":\"TILES\"}],\"retired\":[]}", "valid"},
    {DOCUMENT_INDEX, "{\"artifact\":\"index\",\"schema_version\":3,\"assets\":[{\"asset_id\":1,\"root\":\"a\",\"bank\":\"tiles\"}],\"retired\":[]}", "structure"},
    {DOCUMENT_INDEX, "{\"artifact\":\"index\",\"schema_version\":1,\"assets\":[],\"retired\":[5]}", "valid"},
    {DOCUMENT_INDEX, "{\"artifact\":\"index\",\"schema_version\":1,\"assets\":[],\"retired\":[1e0]}", "structure"},
    {DOCUMENT_INDEX, "{\"artifact\":\"index\",\"schema_version\":1,\"assets\":[],\"retired\":[0]}", "structure"},
};

static void try_documents(void)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        size_t length = strlen(texts[i].text);
        const char *got = verify_document(texts[i].kind, texts[i].text, length);
        if (strcmp(got, texts[i].stage) != 0) {
            fail("document", i, texts[i].stage, got);
        }
        /* Nothing that is cut short may be read behind its end. */
        for (size_t cut = 0; cut < length; cut++) {
            if (strcmp(verify_document(texts[i].kind, texts[i].text, cut), "trouble") == 0) {
                fail("document cut short", i, "a verdict", "trouble");
            }
        }
    }
}

/* A list nested as deep as is asked. */
static const char *nested(size_t depth)
{
    char text[80];
    memset(text, '[', depth);
    memset(text + depth, ']', depth);
    return verify_document(DOCUMENT_ASSET, text, 2 * depth);
}

int main(int argc, char **argv)
{
    static unsigned char pack[ROOM];
    size_t length = argc == 3 ? read_hexdump(argv[1], pack) : 0;
    if (length != 897 || !write_example(argv[2], pack, length)) {
        (void)fputs("no example in the specification, or it cannot be written\n", stderr);
        return 1;
    }
    expect_pack("example", 0, pack, length, "valid");
    try_damage(pack, length);
    try_headers(pack);
    try_contents(pack);
    try_interface(pack, length);
    try_documents();
    if (strcmp(nested(32), "structure") != 0 || strcmp(nested(33), "parse") != 0) {
        fail("nested document", 32, "structure, then parse", "something else");
    }
    (void)printf("%zu failures\n", failures);
    return failures == 0 ? 0 : 1;
}
