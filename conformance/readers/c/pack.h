/*
 * assets.pa, version 1, as a runtime reads it.
 *
 *     struct pack pack;
 *     if (pack_open(&pack, source, &fault) == RESULT_OK) {          rows 1 to 9 of R1
 *         result = pack_preload(&pack, load, console, &fault);       R11: all slices are checked before the first is loaded
 *         entry = pack_find(&pack, 204871);                          null is an error of the program (R18)
 *         result = pack_slice_read(&pack, entry, 0, bytes, n, &fault);   R10: checked before its first byte is given
 *         pack_close(&pack);
 *     }
 *
 * Of the file, the header is held in memory, and nothing of the payload.
 */
#ifndef PACK_H
#define PACK_H

#include "reader.h"
#include "sha256.h"

/* In the order that preload has (M14). */
enum bank_type { BANK_SOUNDS, BANK_TILES };

struct tiles {
    uint64_t columns, palette_count, tile_count, tile_size;
};

struct sounds {
    uint64_t channels, frame_count, loop_end, loop_start, sample_rate;
    bool has_loop;
};

struct pack_entry {
    uint64_t asset_id;
    const unsigned char *asset_name; /* in the header; not ended by a zero */
    size_t asset_name_length;
    enum bank_type bank_type;
    struct tiles tiles;   /* of BANK_TILES */
    struct sounds sounds; /* of BANK_SOUNDS */
    uint64_t offset;      /* from the start of the payload region */
    uint64_t size;
    unsigned char sha256[SHA256_BYTES];
    uint64_t header_position; /* of the entry in the file, for messages */
    bool is_preloaded;
    bool is_checked; /* rows 11 and 12 have passed in this run (R13) */
};

struct preload_item {
    uint64_t slot;
    struct pack_entry *entry;
};

struct pack {
    struct source source;
    uint64_t payload_position; /* in the file */
    uint64_t payload_length;
    unsigned char pack_id[SHA256_BYTES];
    unsigned char *header;
    size_t header_length;
    struct pack_entry *entries; /* ascending by asset_id */
    size_t entry_count;
    struct preload_item *preload;
    size_t preload_count;
};

/* Rows 1 to 9. Anything but RESULT_OK leaves nothing to close. */
enum result pack_open(struct pack *pack, struct source source, struct fault *fault);
void pack_close(struct pack *pack);

/* Null where the table does not have the id. */
struct pack_entry *pack_find(const struct pack *pack, uint64_t asset_id);

/* Rows 11 and 12 for one slice, once a run. */
enum result pack_slice_check(const struct pack *pack, struct pack_entry *entry, struct fault *fault);

/* Bytes of a slice. Checks the slice first, if that has not happened yet. Bytes behind its end are an error of the caller. */
enum result pack_slice_read(const struct pack *pack, struct pack_entry *entry, uint64_t position, void *to, size_t length,
                            struct fault *fault);

/* R11, R12: checks all slices of the list; then gives its items to `load`, in its order, until one is not RESULT_OK. */
enum result pack_preload(const struct pack *pack, enum result (*load)(void *context, const struct preload_item *item), void *context,
                         struct fault *fault);

/* R14: rows 10 to 12 over the whole file. */
enum result pack_verify(const struct pack *pack, struct fault *fault);

#endif
