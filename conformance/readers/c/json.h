/* The text of a document: row 1 of the order of documents (J2 to J9), and walking a text that has passed it. */
#ifndef JSON_H
#define JSON_H

#include "reader.h"

enum { JSON_LENGTH_MAX = 67108864 };

/* Row 1, in json.c. `text` has at most JSON_LENGTH_MAX bytes. */
enum result json_check(const unsigned char *text, size_t length, struct fault *fault);

/*
 * All that follows, in walk.c, needs a text that has passed json_check. A value is known by the position of its first byte, which tells its
 * kind: one of { [ " t f n, or of a number.
 */
size_t json_root(const unsigned char *text);
bool json_is_space(int c);
bool json_is_number(const unsigned char *text, size_t at);

/* Behind the value at `at`; not for a root that is a number or a literal, as the text may end with it. */
size_t json_skip(const unsigned char *text, size_t at);

/* The members of an object or the elements of an array, in turn. */
struct json_walk {
    size_t name; /* of a member */
    size_t value;
};
bool json_first(const unsigned char *text, size_t container, struct json_walk *walk);
bool json_next(const unsigned char *text, struct json_walk *walk);

/* The member of an object, or false. */
bool json_member(const unsigned char *text, size_t object, const char *name, size_t *value);

/* The next character that a string stands for. `at` begins at the opening quote; JSON_END at the closing one. */
#define JSON_END UINT32_MAX
uint32_t json_character(const unsigned char *text, size_t *at);

/* Bytes of UTF-8 that a character takes. */
size_t json_utf8_length(uint32_t character);

/* Strings are compared as the text that they stand for (J5); json_compare and json_hash are for doubles_find. */
int json_compare(const void *text, uint32_t a, uint32_t b);
uint32_t json_hash(const unsigned char *text, size_t at);
bool json_equals(const unsigned char *text, size_t at, const char *ascii);

#endif
