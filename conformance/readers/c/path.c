#include "path.h"

#include "json.h"

#include <string.h>

enum { PATH_BYTES_MAX = 1024, NAME_BYTES_MAX = 200, PATTERN_BYTES_MAX = 256 };

struct range {
    uint32_t first, last;
};

/*
 * N4, and what else Unicode gives the category Cf. Code points without a meaning are left out, as they need a table of Unicode; but for the
 * noncharacters (below), and the planes 4 to 14, where Unicode has nothing yet but what N4 lists.
 */
static const struct range unseen[] = {
    {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x0600, 0x0605},   {0x061C, 0x061C},   {0x06DD, 0x06DD},   {0x070F, 0x070F},
    {0x0890, 0x0891},   {0x08E2, 0x08E2},   {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},
    {0x2028, 0x202E},   {0x2060, 0x206F},   {0x2800, 0x2800},   {0x3164, 0x3164},   {0xE000, 0xF8FF},   {0xFDD0, 0xFDEF},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0xFFFD, 0xFFFD},   {0x110BD, 0x110BD},
    {0x110CD, 0x110CD}, {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0x40000, 0x10FFFF},
};

static bool is_unseen(uint32_t c)
{
    if (c < unseen[0].first) {
        return false; /* most are ASCII */
    }
    if ((c & 0xFFFE) == 0xFFFE) {
        return true; /* the last two code points of each plane are noncharacters */
    }
    for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++) {
        if (c >= unseen[i].first && c <= unseen[i].last) {
            return true;
        }
    }
    return false;
}

static uint32_t lower(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool begins_with(const uint32_t *name, size_t length, const char *word)
{
    size_t i = 0;
    while (word[i] != '\0' && i < length && lower(name[i]) == (unsigned char)word[i]) {
        i++;
    }
    return word[i] == '\0';
}

/* N6 */
static bool is_device(const uint32_t *name, size_t length)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    size_t stem = 0;
    while (stem < length && name[stem] != '.') {
        stem++;
    }
    while (stem > 0 && name[stem - 1] == ' ') {
        stem--;
    }
    for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++) {
        if (stem == strlen(devices[i]) && begins_with(name, stem, devices[i])) {
            return true;
        }
    }
    if (stem != 4 || (!begins_with(name, stem, "com") && !begins_with(name, stem, "lpt"))) {
        return false;
    }
    uint32_t port = name[3];
    return (port >= '0' && port <= '9') || port == 0xB9 || port == 0xB2 || port == 0xB3;
}

/* A name of a path that N2 has allowed, or null for a good one. */
static const char *name_fault(const uint32_t *name, size_t length, bool is_source)
{
    if (length == 0 || (length == 1 && name[0] == '.') || (length == 2 && name[0] == '.' && name[1] == '.')) {
        return "N1";
    }
    for (size_t i = 0; i < length; i++) {
        uint32_t c = name[i];
        if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c < 0x80 && strchr("\\<>:\"|?*", (int)c) != NULL)) {
            return "N3";
        }
        if (is_unseen(c)) {
            return "N4";
        }
    }
    if (name[length - 1] == '.' || name[length - 1] == ' ') {
        return "N5";
    }
    if (is_device(name, length)) {
        return "N6";
    }
    return is_source && name[0] == '.' ? "N7" : NULL;
}

const char *path_fault(const unsigned char *text, size_t at, bool is_source)
{
    /* A name of 200 bytes has at most as many characters. */
    uint32_t name[NAME_BYTES_MAX];
    size_t length = 0;
    size_t name_bytes = 0;
    size_t path_bytes = 0;
    for (;;) {
        uint32_t c = json_character(text, &at);
        if (c == '/' || c == JSON_END) {
            const char *rule = name_fault(name, length, is_source);
            if (rule != NULL || c == JSON_END) {
                return rule;
            }
            length = 0;
            name_bytes = 0;
        } else {
            name_bytes += json_utf8_length(c);
            if (name_bytes > NAME_BYTES_MAX) {
                return "N2";
            }
            name[length++] = c;
        }
        path_bytes += json_utf8_length(c);
        if (path_bytes > PATH_BYTES_MAX) {
            return "N2";
        }
    }
}

/* A name of a pattern: two stars by themselves, or a name with an a for each star. */
static const char *pattern_name_fault(uint32_t *name, size_t length)
{
    if (length == 2 && name[0] == '*' && name[1] == '*') {
        return NULL;
    }
    for (size_t i = 0; i < length; i++) {
        if (name[i] == '*' && i + 1 < length && name[i + 1] == '*') {
            return "I2";
        }
    }
    for (size_t i = 0; i < length; i++) {
        if (name[i] == '*') {
            name[i] = 'a';
        }
    }
    return name_fault(name, length, false);
}

const char *pattern_fault(const unsigned char *text, size_t at)
{
    uint32_t name[PATTERN_BYTES_MAX];
    size_t length = 0;
    size_t name_bytes = 0;
    size_t bytes = 0;
    size_t next = at;
    for (uint32_t c = json_character(text, &next); c != JSON_END; c = json_character(text, &next)) {
        bytes += json_utf8_length(c);
        if (bytes > PATTERN_BYTES_MAX) {
            return "I1";
        }
    }
    for (;;) {
        uint32_t c = json_character(text, &at);
        if (c == '/' || c == JSON_END) {
            const char *rule = name_bytes > NAME_BYTES_MAX ? "N2" : pattern_name_fault(name, length);
            if (rule != NULL || c == JSON_END) {
                return rule;
            }
            length = 0;
            name_bytes = 0;
        } else {
            name_bytes += json_utf8_length(c);
            name[length++] = c;
        }
    }
}
