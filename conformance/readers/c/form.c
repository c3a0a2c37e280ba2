#include "header.h"

#include <string.h>

enum { DEPTH_MAX = 16, ENTRIES_MAX = 131072 };

static const uint64_t integer_max = UINT64_C(9007199254740991);

/* A container that is not closed yet. */
struct level {
    bool is_object;
    bool is_table; /* the array asset_table of the root */
    size_t count;  /* of members or elements so far */
    size_t key;    /* the last one: where its text is */
    size_t key_length;
};

struct form {
    const unsigned char *text;
    size_t length;
    size_t at;
    struct level levels[DEPTH_MAX];
    size_t depth;
    struct fault *fault;
};

static bool is_lower(int c)
{
    return c >= 'a' && c <= 'z';
}

/* The next byte, or -1 at the end. */
static int peek(const struct form *form)
{
    return form->at < form->length ? form->text[form->at] : -1;
}

static enum result refuse_form(const struct form *form, const char *rule, const char *text)
{
    return refuse(form->fault, "header_form", rule, PRELUDE_BYTES + form->at, text);
}

/* F3, F4: a key and its colon. */
static enum result form_key(struct form *form)
{
    struct level *level = &form->levels[form->depth - 1];
    if (peek(form) != '"') {
        return refuse_form(form, "F1", "a key is missing");
    }
    form->at++;
    size_t key = form->at;
    if (!is_lower(peek(form))) {
        return refuse_form(form, "F3", "a key does not begin with a lower-case letter");
    }
    while (is_lower(peek(form)) || is_digit(peek(form)) || peek(form) == '_') {
        form->at++;
    }
    if (peek(form) != '"') {
        return refuse_form(form, "F3", "a character that keys do not have");
    }
    size_t length = form->at - key;
    if (level->count > 0 && compare_bytes(form->text + level->key, level->key_length, form->text + key, length) >= 0) {
        return refuse_form(form, "F4", "the keys do not ascend");
    }
    level->count++;
    level->key = key;
    level->key_length = length;
    form->at++;
    if (peek(form) != ':') {
        return refuse_form(form, "F1", "a colon is missing");
    }
    form->at++;
    return RESULT_OK;
}

/* F2 */
static enum result form_string(struct form *form)
{
    form->at++;
    for (; peek(form) != '"'; form->at++) {
        int c = peek(form);
        if (c < 0x20 || c > 0x7E || c == '\\') {
            return c == -1 ? refuse_form(form, "F1", "a string without an end")
                           : refuse_form(form, "F2", "a character that strings do not have");
        }
    }
    form->at++;
    return RESULT_OK;
}

/* F5: sixteen digits fit in 64 bits. */
static enum result form_integer(struct form *form)
{
    size_t begin = form->at;
    uint64_t value = 0;
    while (is_digit(peek(form))) {
        if (form->at > begin && (form->text[begin] == '0' || form->at - begin == 16)) {
            return refuse_form(form, "F5", "an integer with a leading zero or more than 16 digits");
        }
        value = value * 10 + (uint64_t)(peek(form) - '0');
        form->at++;
    }
    if (value > integer_max) {
        form->at = begin;
        return refuse_form(form, "F5", "an integer above 2^53-1");
    }
    return RESULT_OK;
}

static bool is_root_key(const struct form *form, const char *key)
{
    const struct level *root = &form->levels[0];
    return form->depth == 1 && root->is_object && root->key_length == strlen(key) &&
           memcmp(form->text + root->key, key, root->key_length) == 0;
}

/* F7, M12: a container or an element too many is a limit where it begins (R5). */
static enum result form_limits(struct form *form, int c)
{
    bool is_container = c == '{' || c == '[';
    if (is_container && form->depth == DEPTH_MAX) {
        return refuse(form->fault, "limit", "F7", PRELUDE_BYTES + form->at, "a container on level 17");
    }
    if (form->depth == 0 || form->levels[form->depth - 1].is_object) {
        return RESULT_OK;
    }
    struct level *level = &form->levels[form->depth - 1];
    if (level->is_table && level->count == ENTRIES_MAX) {
        return refuse(form->fault, "limit", "M12", PRELUDE_BYTES + form->at, "more than 131,072 entries");
    }
    level->count++;
    return RESULT_OK;
}

/* F6 is of words and numbers that there are not, F1 of all other things between the tokens. */
static const char *token_rule(int c)
{
    bool is_letter = is_lower(c) || (c >= 'A' && c <= 'Z');
    return is_letter || c == '-' || c == '+' || c == '.' || c == '_' ? "F6" : "F1";
}

/* One token that begins a value, with the key behind it if that is the first of an object. `is_closed`: the value ends with it. */
static enum result form_value(struct form *form, bool *is_closed)
{
    int c = peek(form);
    if (c != '{' && c != '[' && c != '"' && !is_digit(c)) {
        return refuse_form(form, token_rule(c), "no value of the grammar");
    }
    enum result result = form_limits(form, c);
    if (result != RESULT_OK) {
        return result;
    }
    *is_closed = true;
    if (c == '"') {
        return form_string(form);
    }
    if (is_digit(c)) {
        return form_integer(form);
    }
    bool is_table = c == '[' && is_root_key(form, "asset_table");
    form->at++;
    if (peek(form) == (c == '{' ? '}' : ']')) {
        form->at++;
        return RESULT_OK;
    }
    *is_closed = false;
    form->levels[form->depth++] = (struct level){.is_object = c == '{', .is_table = is_table};
    return c == '{' ? form_key(form) : RESULT_OK;
}

/* What follows a value: commas lead to the next one, brackets close containers. `is_done`: that of the root was the last. */
static enum result form_after_value(struct form *form, bool *is_done)
{
    while (form->depth > 0) {
        bool is_object = form->levels[form->depth - 1].is_object;
        if (peek(form) == ',') {
            form->at++;
            return is_object ? form_key(form) : RESULT_OK;
        }
        if (peek(form) != (is_object ? '}' : ']')) {
            return refuse_form(form, token_rule(peek(form)), "no comma and no closing bracket behind a value");
        }
        form->at++;
        form->depth--;
    }
    *is_done = true;
    return form->at == form->length ? RESULT_OK : refuse_form(form, "F1", "bytes behind the value");
}

enum result header_check_form(struct pack *pack, struct fault *fault)
{
    struct form form = {.text = pack->header, .length = pack->header_length, .fault = fault};
    bool is_done = false;
    while (!is_done) {
        bool is_closed = false;
        enum result result = form_value(&form, &is_closed);
        if (result == RESULT_OK && is_closed) {
            result = form_after_value(&form, &is_done);
        }
        if (result != RESULT_OK) {
            return result;
        }
    }
    return RESULT_OK;
}
