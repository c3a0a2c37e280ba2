/* Paths of sources and roots: what means the same on every platform (N1 to N7). */
#ifndef PATH_H
#define PATH_H

#include "reader.h"

/* The path is a string of a text that has passed json_check. N7 is for sources alone. Null, or the rule that is broken. */
const char *path_fault(const unsigned char *text, size_t at, bool is_source);

/* The same of a pattern of paths (G1 to G3). */
const char *pattern_fault(const unsigned char *text, size_t at);

#endif
