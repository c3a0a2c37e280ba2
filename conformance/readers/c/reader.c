/* For fseeko and ftello, with offsets of 64 bits. */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64

#include "reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static bool read_file(void *context, uint64_t position, void *to, size_t length)
{
    FILE *file = context;
    return length == 0 || (fseeko(file, (off_t)position, SEEK_SET) == 0 && fread(to, 1, length, file) == length);
}

bool source_open(struct source *source, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    /* A folder can be opened, but not read; it must not pass for a file of some size. */
    (void)fgetc(file);
    off_t size = -1;
    if (ferror(file) == 0 && fseeko(file, 0, SEEK_END) == 0) {
        size = ftello(file);
    }
    if (size < 0) {
        (void)fclose(file);
        return false;
    }
    source->read = read_file;
    source->context = file;
    source->size = (uint64_t)size;
    return true;
}

void source_close(struct source *source)
{
    (void)fclose(source->context);
    source->context = NULL;
}

enum result refuse(struct fault *fault, const char *stage, const char *rule, uint64_t offset, const char *text)
{
    *fault = (struct fault){.stage = stage, .rule = rule, .offset = offset, .text = text};
    return RESULT_REFUSED;
}

enum result refuse_version(struct fault *fault, const char *stage, const char *rule, uint64_t offset, uint64_t found, const char *text)
{
    *fault = (struct fault){.stage = stage, .rule = rule, .offset = offset, .text = text, .found = found, .is_version = true};
    return RESULT_REFUSED;
}

enum result trouble(struct fault *fault, const char *text)
{
    *fault = (struct fault){.text = text};
    return RESULT_TROUBLE;
}

enum result no_memory(struct fault *fault)
{
    return trouble(fault, "out of memory");
}

bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

int hex_value(int c)
{
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

int compare_bytes(const unsigned char *a, size_t a_length, const unsigned char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

bool is_asset_name(const unsigned char *bytes, size_t length)
{
    if (length > ASSET_NAME_MAX) {
        return false;
    }
    bool after_word = false;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = bytes[i];
        if ((c >= 'a' && c <= 'z') || is_digit(c) || c == '_') {
            after_word = true;
        } else if (after_word && (c == '.' || c == '/' || c == '-')) {
            after_word = false;
        } else {
            return false;
        }
    }
    return after_word;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

uint64_t doubles_item(uint32_t key, uint32_t place)
{
    return (uint64_t)key << 32 | place;
}

uint32_t hash_add(uint32_t hash, uint32_t character)
{
    return (hash ^ character) * UINT32_C(16777619);
}

struct order {
    int (*compare)(const void *context, uint32_t a, uint32_t b);
    const void *context;
};

static int compare_items(const struct order *order, uint64_t a, uint64_t b)
{
    if (a >> 32 != b >> 32) {
        return a < b ? -1 : 1;
    }
    return order->compare == NULL ? 0 : order->compare(order->context, (uint32_t)(a & UINT32_MAX), (uint32_t)(b & UINT32_MAX));
}

/* Insertion in runs of eight, which is all that most objects need, then merges from the bottom up. */
static bool sort(uint64_t *items, size_t count, const struct order *order)
{
    const size_t run = 8;
    for (size_t i = 0; i < count; i++) {
        uint64_t item = items[i];
        size_t to = i;
        for (; to % run != 0 && compare_items(order, items[to - 1], item) > 0; to--) {
            items[to] = items[to - 1];
        }
        items[to] = item;
    }
    if (count <= run) {
        return true;
    }
    if (count > SIZE_MAX / 4 / sizeof *items) {
        return false;
    }
    uint64_t *spare = malloc(count * sizeof *items);
    if (spare == NULL) {
        return false;
    }
    uint64_t *from = items;
    uint64_t *to = spare;
    for (size_t width = run; width < count; width *= 2) {
        for (size_t begin = 0; begin < count; begin += 2 * width) {
            size_t left = begin;
            size_t middle = least(begin + width, count);
            size_t right = middle;
            size_t end = least(begin + 2 * width, count);
            for (size_t i = begin; i < end; i++) {
                bool take_left = left < middle && (right == end || compare_items(order, from[left], from[right]) <= 0);
                to[i] = take_left ? from[left++] : from[right++];
            }
        }
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != items) {
        memcpy(items, from, count * sizeof *items);
    }
    free(spare);
    return true;
}

bool doubles_find(uint64_t *items, size_t count, int (*compare)(const void *context, uint32_t a, uint32_t b), const void *context,
                  size_t *found)
{
    const struct order order = {compare, context};
    if (!sort(items, count, &order)) {
        return false;
    }
    *found = 1;
    while (*found < count && compare_items(&order, items[*found - 1], items[*found]) != 0) {
        ++*found;
    }
    if (*found > count) {
        *found = count;
    }
    return true;
}
