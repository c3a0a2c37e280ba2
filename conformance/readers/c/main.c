/*
 * papack-reader verify FILE    one line: valid, invalid STAGE or unsupported STAGE; why on standard error
 * papack-reader dump FILE      what a valid file holds
 *
 * Exit status: 0 valid, 1 invalid, 2 wrong command line, 3 a version that is not read, 4 trouble of the machine.
 */
#include "document.h"
#include "json.h"
#include "pack.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { EXIT_VALID = 0, EXIT_INVALID = 1, EXIT_USAGE = 2, EXIT_UNSUPPORTED = 3, EXIT_MACHINE = 4 };

enum file_kind { FILE_PACK, FILE_ASSET, FILE_INDEX, FILE_IGNORE, FILE_BUDGETS, FILE_OTHER };

static bool ends_with(const char *path, const char *end)
{
    size_t length = strlen(path);
    size_t end_length = strlen(end);
    return length >= end_length && memcmp(path + length - end_length, end, end_length) == 0;
}

static enum file_kind kind_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    if (ends_with(name, ".pa")) {
        return FILE_PACK;
    }
    if (strcmp(name, "asset.json") == 0 || ends_with(name, ".asset.json")) {
        return FILE_ASSET;
    }
    if (strcmp(name, "index.json") == 0 || ends_with(name, ".index.json")) {
        return FILE_INDEX;
    }
    if (strcmp(name, "ignore.json") == 0 || ends_with(name, ".ignore.json")) {
        return FILE_IGNORE;
    }
    if (strcmp(name, "budgets.json") == 0 || ends_with(name, ".budgets.json")) {
        return FILE_BUDGETS;
    }
    return FILE_OTHER;
}

/* A file or its name may hold what steers a terminal; only printable ASCII is shown as it is. */
static void print_escaped(FILE *to, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c >= 0x20 && c <= 0x7E && c != '\\') {
            (void)fputc(c, to);
        } else {
            (void)fprintf(to, "\\x%02X", (unsigned)c);
        }
    }
}

static int report(const char *path, enum result result, const struct fault *fault, bool is_verify)
{
    if (result == RESULT_OK) {
        if (is_verify) {
            (void)puts("valid");
        }
        return EXIT_VALID;
    }
    print_escaped(stderr, path);
    if (result == RESULT_TROUBLE) {
        (void)fprintf(stderr, ": %s\n", fault->text);
        return EXIT_MACHINE;
    }
    bool is_unsupported = strcmp(fault->stage, "too_old") == 0 || strcmp(fault->stage, "too_new") == 0;
    if (is_verify) {
        (void)printf("%s %s\n", is_unsupported ? "unsupported" : "invalid", fault->stage);
    }
    (void)fprintf(stderr, ": %s (%s, rule %s, offset %" PRIu64, fault->text, fault->stage, fault->rule, fault->offset);
    if (fault->is_version) {
        (void)fprintf(stderr, ", found %" PRIu64, fault->found);
    }
    (void)fputs(")\n", stderr);
    return is_unsupported ? EXIT_UNSUPPORTED : EXIT_INVALID;
}

/* ---- Packs ---------------------------------------------------------------------------------------------------------------------------- */

static void print_hex(const unsigned char digest[SHA256_BYTES])
{
    for (size_t i = 0; i < SHA256_BYTES; i++) {
        (void)printf("%02x", (unsigned)digest[i]);
    }
}

static const char *bank_name(enum bank_type bank_type)
{
    return bank_type == BANK_TILES ? "TILES" : "SOUNDS";
}

static void print_entry(const struct pack_entry *entry)
{
    /* Names and the like are plain ASCII in a valid pack, so there is nothing to escape. */
    (void)printf("%" PRIu64 " %.*s %s, ", entry->asset_id, (int)entry->asset_name_length, (const char *)entry->asset_name,
                 bank_name(entry->bank_type));
    if (entry->bank_type == BANK_TILES) {
        const struct tiles *tiles = &entry->tiles;
        (void)printf("%" PRIu64 " tiles of %" PRIu64 " by %" PRIu64 " pixels in %" PRIu64 " columns, palettes: %" PRIu64, tiles->tile_count,
                     tiles->tile_size, tiles->tile_size, tiles->columns, tiles->palette_count);
    } else {
        const struct sounds *sounds = &entry->sounds;
        (void)printf("%" PRIu64 " frames of channels: %" PRIu64 ", %" PRIu64 " a second", sounds->frame_count, sounds->channels,
                     sounds->sample_rate);
        if (sounds->has_loop) {
            (void)printf(", loop from %" PRIu64 " to %" PRIu64, sounds->loop_start, sounds->loop_end);
        }
    }
    (void)printf(", %" PRIu64 " bytes at %" PRIu64 ", sha256 ", entry->size, entry->offset);
    print_hex(entry->sha256);
    (void)putchar('\n');
}

/* Here a runtime copies the slice into the slot, with pack_slice_read. */
static enum result print_item(void *context, const struct preload_item *item)
{
    (void)context;
    (void)printf("preload %s slot %" PRIu64 ": %" PRIu64 "\n", bank_name(item->entry->bank_type), item->slot, item->entry->asset_id);
    return RESULT_OK;
}

static enum result do_pack(struct source source, bool is_dump, struct fault *fault)
{
    struct pack pack;
    enum result result = pack_open(&pack, source, fault);
    if (result != RESULT_OK) {
        return result;
    }
    result = pack_verify(&pack, fault);
    if (result == RESULT_OK && is_dump) {
        (void)fputs("pack id ", stdout);
        print_hex(pack.pack_id);
        (void)putchar('\n');
        for (size_t i = 0; i < pack.entry_count; i++) {
            print_entry(&pack.entries[i]);
        }
        result = pack_preload(&pack, print_item, NULL, fault);
    }
    pack_close(&pack);
    return result;
}

/* ---- Documents ------------------------------------------------------------------------------------------------------------------------ */

static void print_character(uint32_t c)
{
    if (c == '"' || c == '\\') {
        (void)printf("\\%c", (int)c);
    } else if (c >= 0x20 && c <= 0x7E) {
        (void)putchar((int)c);
    } else if (c < 0x10000) {
        (void)printf("\\u%04" PRIX32, c);
    } else {
        (void)printf("\\u%04" PRIX32 "\\u%04" PRIX32, 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + ((c - 0x10000) & 0x3FF));
    }
}

/* Moves behind the string. */
static size_t print_string(const unsigned char *text, size_t at)
{
    size_t end = json_skip(text, at);
    (void)putchar('"');
    for (uint32_t c = json_character(text, &at); c != JSON_END; c = json_character(text, &at)) {
        print_character(c);
    }
    (void)putchar('"');
    return end;
}

/* Without the white space between the tokens. Outside of strings a valid document is plain ASCII. */
static void print_value(const unsigned char *text, size_t at)
{
    size_t end = json_skip(text, at);
    while (at < end) {
        if (text[at] == '"') {
            at = print_string(text, at);
        } else {
            if (text[at] > 0x20) {
                (void)putchar(text[at]);
            }
            at++;
        }
    }
}

static enum result do_document(enum document_kind kind, struct source source, bool is_dump, struct fault *fault)
{
    struct document document;
    enum result result = document_open(&document, kind, source, fault);
    if (result == RESULT_OK && is_dump) {
        struct json_walk walk;
        size_t root = json_root(document.text);
        for (bool more = json_first(document.text, root, &walk); more; more = json_next(document.text, &walk)) {
            (void)print_string(document.text, walk.name);
            (void)fputs(": ", stdout);
            print_value(document.text, walk.value);
            (void)putchar('\n');
        }
    }
    if (result == RESULT_OK) {
        document_close(&document);
    }
    return result;
}

static enum document_kind document_kind_of(enum file_kind kind)
{
    return kind == FILE_ASSET ? DOCUMENT_ASSET : kind == FILE_INDEX ? DOCUMENT_INDEX : kind == FILE_IGNORE ? DOCUMENT_IGNORE : DOCUMENT_BUDGETS;
}

int main(int argc, char **argv)
{
    bool is_dump = argc == 3 && strcmp(argv[1], "dump") == 0;
    bool is_verify = argc == 3 && strcmp(argv[1], "verify") == 0;
    enum file_kind kind = is_dump || is_verify ? kind_of(argv[2]) : FILE_OTHER;
    if (kind == FILE_OTHER) {
        (void)fputs("usage: papack-reader verify|dump FILE, where FILE is *.pa, asset.json, *.asset.json, index.json, *.index.json, ignore.json, *.ignore.json, budgets.json or *.budgets.json\n", stderr);
        return EXIT_USAGE;
    }
    struct source source;
    struct fault fault = {.text = "the file cannot be read"};
    enum result result = RESULT_TROUBLE;
    if (source_open(&source, argv[2])) {
        result = kind == FILE_PACK ? do_pack(source, is_dump, &fault)
                                   : do_document(document_kind_of(kind), source, is_dump, &fault);
        source_close(&source);
    }
    int status = report(argv[2], result, &fault, is_verify);
    if (fflush(stdout) != 0 || ferror(stdout) != 0) {
        (void)fputs("the output cannot be written\n", stderr);
        return EXIT_MACHINE;
    }
    return status;
}
