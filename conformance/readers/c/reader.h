/* What packs and documents share: where bytes come from, how a refusal is told, names, and what stands there twice. */
#ifndef READER_H
#define READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The bytes of a file. A runtime gives its own: flash, a mapped cartridge, a file. read() fills all of `length` bytes or returns false;
 * it is never asked for bytes at or behind `size`.
 */
struct source {
    bool (*read)(void *context, uint64_t position, void *to, size_t length);
    void *context;
    uint64_t size;
};

/* The usual source: a file, opened for reading. False where that fails. */
bool source_open(struct source *source, const char *path);
void source_close(struct source *source);

/* The file is as it must be; it is not; or it could not be told, for trouble of the machine. */
enum result { RESULT_OK, RESULT_REFUSED, RESULT_TROUBLE };

/* Why a file was refused. The texts are constants and hold nothing of the file, so they can be shown anywhere. */
struct fault {
    const char *stage; /* a word of the tables of order; null for trouble of the machine */
    const char *rule;  /* the rule's name in the specification */
    const char *text;
    uint64_t offset; /* in the file */
    uint64_t found;  /* for versions: the one that the file has (R17) */
    bool is_version;
};

enum result refuse(struct fault *fault, const char *stage, const char *rule, uint64_t offset, const char *text);
enum result refuse_version(struct fault *fault, const char *stage, const char *rule, uint64_t offset, uint64_t found, const char *text);
enum result trouble(struct fault *fault, const char *text);
enum result no_memory(struct fault *fault);

/* As the C locale has them, whatever the locale is; -1, the end of a text, is neither. */
bool is_digit(int c);
int hex_value(int c); /* -1 for what is no hexadecimal digit */

/* Byte order; of a text and its beginning, the beginning comes first. */
int compare_bytes(const unsigned char *a, size_t a_length, const unsigned char *b, size_t b_length);

/* M3 and X1: [a-z0-9_]+([./-][a-z0-9_]+)*, at most 128 bytes. */
enum { ASSET_NAME_MAX = 128 };
bool is_asset_name(const unsigned char *bytes, size_t length);

/*
 * Looks for two equal things. An item is a key (the thing, or a hash of it) in its upper half and where the thing is in its lower; items
 * with the same key are told apart by `compare`, as of qsort, or are equal if there is none. They are sorted in n log n steps whatever they
 * are (qsort promises none), so that no file can choose to be slow; and with a hash, few things are looked at twice.
 * `found` is the item that is doubled, or `count`. False without memory.
 */
uint64_t doubles_item(uint32_t key, uint32_t place);
bool doubles_find(uint64_t *items, size_t count, int (*compare)(const void *context, uint32_t a, uint32_t b), const void *context,
                  size_t *found);

/* FNV-1a, one step: begins with HASH_BEGIN, adds a byte or a character. */
#define HASH_BEGIN UINT32_C(2166136261)
uint32_t hash_add(uint32_t hash, uint32_t character);

#endif
