/* Walking a text that has passed json_check: every token is whole, so none of this looks for the end. */
#include "json.h"

bool json_is_space(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t behind_space(const unsigned char *text, size_t at)
{
    while (json_is_space(text[at])) {
        at++;
    }
    return at;
}

size_t json_root(const unsigned char *text)
{
    return behind_space(text, 0);
}

bool json_is_number(const unsigned char *text, size_t at)
{
    return text[at] == '-' || is_digit(text[at]);
}

static size_t skip_string(const unsigned char *text, size_t at)
{
    for (at++; text[at] != '"'; at++) {
        if (text[at] == '\\') {
            at++;
        }
    }
    return at + 1;
}

/* A number or a literal ends at the white space, comma or bracket that must follow it inside of a container. */
static size_t skip_word(const unsigned char *text, size_t at)
{
    while (!json_is_space(text[at]) && text[at] != ',' && text[at] != '}' && text[at] != ']') {
        at++;
    }
    return at;
}

size_t json_skip(const unsigned char *text, size_t at)
{
    if (text[at] != '"' && text[at] != '{' && text[at] != '[') {
        return skip_word(text, at);
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

/* `at` is behind an opening bracket or a value. */
static bool step(const unsigned char *text, size_t at, struct json_walk *walk)
{
    at = behind_space(text, at);
    if (text[at] == ',') {
        at = behind_space(text, at + 1);
    } else if (text[at] == '}' || text[at] == ']') {
        return false;
    }
    walk->name = at;
    walk->value = at;
    if (text[at] == '"') {
        /* A string with a colon behind it is a name, and in an array there is none. */
        size_t colon = behind_space(text, skip_string(text, at));
        if (text[colon] == ':') {
            walk->value = behind_space(text, colon + 1);
        }
    }
    return true;
}

bool json_first(const unsigned char *text, size_t container, struct json_walk *walk)
{
    return step(text, container + 1, walk);
}

bool json_next(const unsigned char *text, struct json_walk *walk)
{
    return step(text, json_skip(text, walk->value), walk);
}

bool json_member(const unsigned char *text, size_t object, const char *name, size_t *value)
{
    struct json_walk walk;
    for (bool more = json_first(text, object, &walk); more; more = json_next(text, &walk)) {
        if (json_equals(text, walk.name, name)) {
            *value = walk.value;
            return true;
        }
    }
    return false;
}

/* The four digits at `at`. */
static uint32_t unit_at(const unsigned char *text, size_t at)
{
    uint32_t unit = 0;
    for (size_t i = 0; i < 4; i++) {
        unit = unit * 16 + (uint32_t)hex_value(text[at + i]);
    }
    return unit;
}

static uint32_t escaped_character(const unsigned char *text, size_t *at)
{
    static const char escapes[] = "bfnrt";
    static const unsigned char meanings[] = {8, 12, 10, 13, 9};
    unsigned char c = text[*at];
    if (c == 'u') {
        uint32_t unit = unit_at(text, *at + 1);
        *at += 5;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + (unit_at(text, *at + 2) - 0xDC00);
            *at += 6;
        }
        return unit;
    }
    (*at)++;
    for (size_t i = 0; i < sizeof meanings; i++) {
        if (c == (unsigned char)escapes[i]) {
            return meanings[i];
        }
    }
    return c;
}

/* Between the characters of a string, `at` is one byte before the next one: so the opening quote is like any other end of a character. */
uint32_t json_character(const unsigned char *text, size_t *at)
{
    size_t next = *at + 1;
    uint32_t character = text[next];
    if (character == '"') {
        return JSON_END;
    }
    next++;
    if (character == '\\') {
        character = escaped_character(text, &next);
    } else if (character >= 0x80) {
        size_t more = character >= 0xF0 ? 3 : character >= 0xE0 ? 2 : 1;
        character &= 0x3FU >> more;
        for (; more > 0; more--) {
            character = character << 6 | (text[next++] & 0x3FU);
        }
    }
    *at = next - 1;
    return character;
}

size_t json_utf8_length(uint32_t character)
{
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
}

uint32_t json_hash(const unsigned char *text, size_t at)
{
    uint32_t hash = HASH_BEGIN;
    for (uint32_t c = json_character(text, &at); c != JSON_END; c = json_character(text, &at)) {
        hash = hash_add(hash, c);
    }
    return hash;
}

int json_compare(const void *text, uint32_t a, uint32_t b)
{
    size_t at_a = a;
    size_t at_b = b;
    for (;;) {
        uint32_t from_a = json_character(text, &at_a);
        uint32_t from_b = json_character(text, &at_b);
        if (from_a != from_b) {
            return from_a < from_b ? -1 : 1;
        }
        if (from_a == JSON_END) {
            return 0;
        }
    }
}

bool json_equals(const unsigned char *text, size_t at, const char *ascii)
{
    for (;; ascii++) {
        uint32_t character = json_character(text, &at);
        if (character == JSON_END || character != (unsigned char)*ascii) {
            return character == JSON_END && *ascii == '\0';
        }
        /* A NUL in the string must not pass for the end of `ascii`. */
        if (*ascii == '\0') {
            return false;
        }
    }
}
