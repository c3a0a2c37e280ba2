/* The header of a pack, rows 6 to 9. For pack.c alone: a runtime uses pack.h. */
#ifndef HEADER_H
#define HEADER_H

#include "pack.h"

enum { PRELUDE_BYTES = 64, PALETTE_BYTES = 32 };

/* Row 6, in form.c: F1 to F7, M12. The others need a header that has passed it, and each the one before. */
enum result header_check_form(struct pack *pack, struct fault *fault);

/* Row 7: M5 */
enum result header_check_versions(struct pack *pack, struct fault *fault);

/* Row 8: S1 to S6. Counts the entries and the items of preload. */
enum result header_check_structure(struct pack *pack, struct fault *fault);

/* Row 9: M1 to M11, M13 to M16, T1 to T4, A1 to A5. Fills the entries and the items of preload. */
enum result header_check_meaning(struct pack *pack, struct fault *fault);

uint64_t align64(uint64_t n);

/* The bytes of a slice of tiles before its palettes. */
uint64_t pixels_size(const struct tiles *tiles);

#endif
