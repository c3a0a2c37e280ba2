#include "json.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32, STRING_MAX = 65536, NAME_MAX_BYTES = 256, NUMBER_MAX = 1000, VALUES_MAX = 4194304 };

/* A container that is not closed yet. Its names stand on a stack that all of them share, so that memory is bounded by what is open. */
struct level {
    bool is_object;
    size_t first_name;
};

struct parser {
    const unsigned char *text;
    size_t length;
    size_t at;
    struct level levels[DEPTH_MAX];
    size_t depth;
    uint64_t *names; /* a hash and the position: a text is too short for one of more than 32 bits */
    size_t name_count;
    size_t name_room;
    size_t values;
    struct fault *fault;
};

static enum result refuse_text(const struct parser *parser, const char *rule, size_t at, const char *text)
{
    return refuse(parser->fault, "parse", rule, at, text);
}

/* ---- UTF-8 (J2, J3) ------------------------------------------------------------------------------------------------------------------- */

static bool is_between(int c, int least, int most)
{
    return c >= least && c <= most;
}

/* The length of the sequence that begins at `at`, or 0 where there is none of RFC 3629. */
static size_t utf8_sequence(const unsigned char *text, size_t length, size_t at)
{
    unsigned char c = text[at];
    if (c < 0x80) {
        return 1;
    }
    size_t need = is_between(c, 0xC2, 0xDF) ? 2 : is_between(c, 0xE0, 0xEF) ? 3 : is_between(c, 0xF0, 0xF4) ? 4 : 0;
    if (need == 0 || need > length - at) {
        return 0;
    }
    /* The second byte tells overlong forms, surrogates and what is above U+10FFFF. */
    int least = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    int most = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    if (!is_between(text[at + 1], least, most)) {
        return 0;
    }
    for (size_t i = 2; i < need; i++) {
        if (!is_between(text[at + i], 0x80, 0xBF)) {
            return 0;
        }
    }
    return need;
}

static enum result check_utf8(const struct parser *parser)
{
    if (parser->length >= 3 && memcmp(parser->text, "\xEF\xBB\xBF", 3) == 0) {
        return refuse_text(parser, "J3", 0, "a byte order mark");
    }
    for (size_t at = 0; at < parser->length;) {
        size_t sequence = utf8_sequence(parser->text, parser->length, at);
        if (sequence == 0) {
            return refuse_text(parser, "J2", at, "bytes that are not UTF-8");
        }
        at += sequence;
    }
    return RESULT_OK;
}

/* ---- The grammar (J4 to J9) ----------------------------------------------------------------------------------------------------------- */

static int peek(const struct parser *parser)
{
    return parser->at < parser->length ? parser->text[parser->at] : -1;
}

static void skip_space(struct parser *parser)
{
    while (json_is_space(peek(parser))) {
        parser->at++;
    }
}

/* The four digits behind a \u, or JSON_END. `at` is moved behind them. */
static uint32_t check_unit(struct parser *parser)
{
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_value(peek(parser));
        if (digit < 0) {
            return JSON_END;
        }
        unit = unit * 16 + (uint32_t)digit;
        parser->at++;
    }
    return unit;
}

/* What stands behind a backslash: how many bytes of UTF-8 it stands for. */
static enum result check_escape(struct parser *parser, size_t *bytes)
{
    size_t begin = parser->at - 1;
    int c = peek(parser);
    if (c == '"' || c == '\\' || c == '/' || c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't') {
        parser->at++;
        *bytes = 1;
        return RESULT_OK;
    }
    if (c != 'u') {
        return refuse_text(parser, "J4", begin, "an escape that there is not");
    }
    parser->at++;
    uint32_t unit = check_unit(parser);
    if (unit == JSON_END) {
        return refuse_text(parser, "J4", begin, "an escape without four hexadecimal digits");
    }
    *bytes = json_utf8_length(unit);
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        bool is_pair = unit <= 0xDBFF && peek(parser) == '\\';
        parser->at++;
        is_pair = is_pair && peek(parser) == 'u';
        parser->at++;
        uint32_t low = is_pair ? check_unit(parser) : JSON_END;
        if (low < 0xDC00 || low > 0xDFFF) {
            return refuse_text(parser, "J8", begin, "a surrogate without its other half");
        }
        *bytes = 4;
    }
    return RESULT_OK;
}

/* A string with at most `most` bytes of UTF-8 once its escapes are resolved. */
static enum result check_string(struct parser *parser, size_t most)
{
    size_t begin = parser->at;
    size_t total = 0;
    parser->at++;
    while (peek(parser) != '"') {
        int c = peek(parser);
        if (c < 0x20) {
            return refuse_text(parser, "J4", parser->at, c == -1 ? "a string without an end" : "a control character in a string");
        }
        parser->at++;
        size_t bytes = 1;
        enum result result = c == '\\' ? check_escape(parser, &bytes) : RESULT_OK;
        if (result != RESULT_OK) {
            return result;
        }
        total += bytes;
        if (total > most) {
            return refuse_text(parser, "J7", begin, "a string or a name that is too long");
        }
    }
    parser->at++;
    return RESULT_OK;
}

static bool check_digits(struct parser *parser)
{
    size_t begin = parser->at;
    while (is_digit(peek(parser))) {
        parser->at++;
    }
    return parser->at > begin;
}

static enum result check_number(struct parser *parser)
{
    size_t begin = parser->at;
    if (peek(parser) == '-') {
        parser->at++;
    }
    bool is_zero = peek(parser) == '0';
    if (is_zero) {
        parser->at++;
    }
    /* Behind a leading zero, digits belong to no token. */
    bool is_whole = is_zero ? !is_digit(peek(parser)) : check_digits(parser);
    if (is_whole && peek(parser) == '.') {
        parser->at++;
        is_whole = check_digits(parser);
    }
    if (is_whole && (peek(parser) == 'e' || peek(parser) == 'E')) {
        parser->at++;
        if (peek(parser) == '+' || peek(parser) == '-') {
            parser->at++;
        }
        is_whole = check_digits(parser);
    }
    if (!is_whole) {
        return refuse_text(parser, "J4", begin, "a number that is none");
    }
    if (parser->at - begin > NUMBER_MAX) {
        return refuse_text(parser, "J7", begin, "a number with more than 1,000 characters");
    }
    return RESULT_OK;
}

static enum result check_literal(struct parser *parser)
{
    static const char *const literals[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof literals / sizeof literals[0]; i++) {
        size_t length = strlen(literals[i]);
        if (parser->length - parser->at >= length && memcmp(parser->text + parser->at, literals[i], length) == 0) {
            parser->at += length;
            return RESULT_OK;
        }
    }
    return refuse_text(parser, "J4", parser->at, "no value");
}

static bool push_name(struct parser *parser, size_t at)
{
    if (parser->name_count == parser->name_room) {
        size_t room = parser->name_room == 0 ? 64 : parser->name_room * 2;
        uint64_t *names = room > SIZE_MAX / sizeof *names ? NULL : realloc(parser->names, room * sizeof *names);
        if (names == NULL) {
            return false;
        }
        parser->names = names;
        parser->name_room = room;
    }
    parser->names[parser->name_count++] = doubles_item(json_hash(parser->text, at), (uint32_t)at);
    return true;
}

/* A name and its colon, with the white space around them. */
static enum result check_name(struct parser *parser)
{
    skip_space(parser);
    if (peek(parser) != '"') {
        return refuse_text(parser, "J4", parser->at, "the name of a member is missing");
    }
    size_t begin = parser->at;
    enum result result = check_string(parser, NAME_MAX_BYTES);
    if (result != RESULT_OK) {
        return result;
    }
    if (!push_name(parser, begin)) {
        return no_memory(parser->fault);
    }
    skip_space(parser);
    if (peek(parser) != ':') {
        return refuse_text(parser, "J4", parser->at, "a colon is missing");
    }
    parser->at++;
    return RESULT_OK;
}

/* J5: of the innermost object, once all its names are there. */
static enum result check_names(struct parser *parser)
{
    uint64_t *names = parser->names + parser->levels[parser->depth - 1].first_name;
    size_t count = parser->name_count - parser->levels[parser->depth - 1].first_name;
    size_t found = 0;
    if (!doubles_find(names, count, json_compare, parser->text, &found)) {
        return no_memory(parser->fault);
    }
    if (found < count) {
        return refuse_text(parser, "J5", (size_t)(names[found] & UINT32_MAX), "a name stands twice in an object");
    }
    parser->name_count -= count;
    return RESULT_OK;
}

/* One token that begins a value, with the name behind it if that is the first of an object. `is_closed`: the value ends with it. */
static enum result check_value(struct parser *parser, bool *is_closed)
{
    skip_space(parser);
    int c = peek(parser);
    if (++parser->values > VALUES_MAX) {
        return refuse_text(parser, "J9", parser->at, "more than 4,194,304 values");
    }
    *is_closed = true;
    if (c == '"') {
        return check_string(parser, STRING_MAX);
    }
    if (c == '-' || is_digit(c)) {
        return check_number(parser);
    }
    if (c != '{' && c != '[') {
        return check_literal(parser);
    }
    if (parser->depth == DEPTH_MAX) {
        return refuse_text(parser, "J6", parser->at, "a container on level 33");
    }
    parser->at++;
    skip_space(parser);
    if (peek(parser) == (c == '{' ? '}' : ']')) {
        parser->at++;
        return RESULT_OK;
    }
    *is_closed = false;
    parser->levels[parser->depth++] = (struct level){.is_object = c == '{', .first_name = parser->name_count};
    return c == '{' ? check_name(parser) : RESULT_OK;
}

/* What follows a value: commas lead to the next one, brackets close containers. `is_done`: that of the root was the last. */
static enum result check_after_value(struct parser *parser, bool *is_done)
{
    for (skip_space(parser); parser->depth > 0; skip_space(parser)) {
        bool is_object = parser->levels[parser->depth - 1].is_object;
        if (peek(parser) == ',') {
            parser->at++;
            return is_object ? check_name(parser) : RESULT_OK;
        }
        if (peek(parser) != (is_object ? '}' : ']')) {
            return refuse_text(parser, "J4", parser->at, "no comma and no closing bracket behind a value");
        }
        enum result result = is_object ? check_names(parser) : RESULT_OK;
        if (result != RESULT_OK) {
            return result;
        }
        parser->at++;
        parser->depth--;
    }
    *is_done = true;
    return parser->at == parser->length ? RESULT_OK : refuse_text(parser, "J4", parser->at, "characters behind the value");
}

enum result json_check(const unsigned char *text, size_t length, struct fault *fault)
{
    struct parser parser = {.text = text, .length = length, .fault = fault};
    enum result result = check_utf8(&parser);
    bool is_done = false;
    while (result == RESULT_OK && !is_done) {
        bool is_closed = false;
        result = check_value(&parser, &is_closed);
        if (result == RESULT_OK && is_closed) {
            result = check_after_value(&parser, &is_done);
        }
    }
    free(parser.names);
    return result;
}
