#include "document.h"

#include "json.h"
#include "path.h"

#include <stdlib.h>
#include <string.h>

enum { ASSET_LENGTH_MAX = 16777216, SMALL_LENGTH_MAX = 1048576, VERSION_OLDEST = 1, VERSION_NEWEST = 3 };

/* ---- The structures of the versions, as tables (B1 to B7, X1 to X4) -------------------------------------------------------------------- */

enum type { TYPE_STRING, TYPE_COLOR, TYPE_NAME_PATTERN, TYPE_WORD, TYPE_INTEGER, TYPE_NAME, TYPE_PATH, TYPE_LIST, TYPE_OBJECT, TYPE_WORD_OR_OBJECT };

/* What row 6 has to look at again. */
enum role { ROLE_NONE, ROLE_SOURCE, ROLE_ROOT, ROLE_RETIRED_ROOT, ROLE_ID, ROLE_PATTERN, ROLES };

enum { WORDS_MAX = 4, NAME_PATTERN_MAX = 256 };

struct member;

/* What a value must be. */
struct rule {
    enum type type;
    enum role role;
    uint64_t least, most;         /* of an integer, or of the elements of a list */
    const char *words[WORDS_MAX]; /* the words, or the integers if they are no range */
    const struct rule *element;
    const struct member *members; /* up to one without a name */
};

/* A member with a condition is unknown unless the member `with` of the same object is `word` (B7). Two of the same name exclude each other. */
struct member {
    const char *name;
    bool is_required;
    const struct rule *rule;
    const char *with;
    const char *word;
    const char *without; /* the member that must not be in the same object (B7) */
};

static const struct rule schema_rule = {.type = TYPE_STRING};
static const struct rule name_rule = {.type = TYPE_NAME};
static const struct rule asset_id_rule = {.type = TYPE_INTEGER, .least = 1, .most = INT32_MAX};
static const struct rule registered_id_rule = {.type = TYPE_INTEGER, .least = 1, .most = INT32_MAX, .role = ROLE_ID};
static const struct rule source_rule = {.type = TYPE_PATH, .role = ROLE_SOURCE};
static const struct rule root_rule = {.type = TYPE_PATH, .role = ROLE_ROOT};
static const struct rule retired_root_rule = {.type = TYPE_PATH, .role = ROLE_RETIRED_ROOT};
static const struct rule version_rule = {.type = TYPE_INTEGER, .least = VERSION_OLDEST, .most = VERSION_NEWEST};
static const struct rule asset_word_rule = {.type = TYPE_WORD, .words = {"asset"}};
static const struct rule index_word_rule = {.type = TYPE_WORD, .words = {"index"}};

static const struct rule bank_rule = {.type = TYPE_WORD, .words = {"TILES", "SOUNDS"}};
static const struct rule tile_size_rule = {.type = TYPE_INTEGER, .words = {"8", "16", "32"}};
static const struct rule palettes_rule = {.type = TYPE_WORD, .words = {"indexed", "auto"}};
static const struct rule fit_rule = {.type = TYPE_WORD, .words = {"exact", "pad"}};
static const struct rule alpha_threshold_rule = {.type = TYPE_INTEGER, .least = 1, .most = 255};
static const struct rule index_0_rule = {.type = TYPE_WORD, .words = {"transparent"}};
static const struct rule sample_rate_rule = {.type = TYPE_INTEGER, .least = 8000, .most = 48000};
static const struct rule channels_rule = {.type = TYPE_INTEGER, .least = 1, .most = 2};
static const struct rule frame_rule = {.type = TYPE_INTEGER, .least = 0, .most = UINT64_C(9007199254740991)};
static const struct rule slot_rule = {.type = TYPE_INTEGER, .least = 0, .most = 255};

static const struct member tiles_members[] = {
    {.name = "tile_size", .is_required = true, .rule = &tile_size_rule},
    {.name = "palettes", .is_required = true, .rule = &palettes_rule},
    {.name = "fit", .rule = &fit_rule},
    {.name = "alpha_threshold", .rule = &alpha_threshold_rule},
    {.name = "index_0", .rule = &index_0_rule, .with = "palettes", .word = "indexed"},
    {.name = NULL},
};
static const struct rule tiles_rule = {.type = TYPE_OBJECT, .members = tiles_members};

static const struct rule palette_path_rule = {.type = TYPE_PATH, .role = ROLE_SOURCE};
static const struct member from_members[] = {
    {.name = "from", .is_required = true, .rule = &palette_path_rule},
    {.name = NULL},
};
static const struct rule palettes_3_rule = {.type = TYPE_WORD_OR_OBJECT, .words = {"indexed", "auto"}, .members = from_members};
static const struct rule colors_rule = {.type = TYPE_WORD, .words = {"reduce"}};
static const struct rule max_palettes_rule = {.type = TYPE_INTEGER, .least = 1, .most = 64};
static const struct rule dither_rule = {.type = TYPE_WORD, .words = {"ordered"}};
static const struct rule color_rule = {.type = TYPE_COLOR};
static const struct rule gutter_rule = {.type = TYPE_INTEGER, .least = 0, .most = 1024};
static const struct rule side_rule = {.type = TYPE_INTEGER, .least = 1, .most = 16384};
static const struct rule frames_rule = {.type = TYPE_INTEGER, .least = 1, .most = 65536};
static const struct member cell_members[] = {
    {.name = "width", .is_required = true, .rule = &side_rule},
    {.name = "height", .is_required = true, .rule = &side_rule},
    {.name = "count", .rule = &frames_rule},
    {.name = NULL},
};
static const struct rule cell_rule = {.type = TYPE_OBJECT, .members = cell_members};
static const struct rule layer_rule = {.type = TYPE_PATH};
static const struct rule layers_rule = {.type = TYPE_LIST, .least = 1, .most = 256, .element = &layer_rule};

static const struct member tiles_3_members[] = {
    {.name = "tile_size", .is_required = true, .rule = &tile_size_rule},
    {.name = "palettes", .is_required = true, .rule = &palettes_3_rule},
    {.name = "colors", .rule = &colors_rule},
    {.name = "max_palettes", .rule = &max_palettes_rule},
    {.name = "dither", .rule = &dither_rule},
    {.name = "fit", .rule = &fit_rule, .without = "frame"},
    {.name = "alpha_threshold", .rule = &alpha_threshold_rule},
    {.name = "index_0", .rule = &index_0_rule},
    {.name = "transparent_color", .rule = &color_rule},
    {.name = "margin", .rule = &gutter_rule},
    {.name = "spacing", .rule = &gutter_rule},
    {.name = "frame", .rule = &cell_rule},
    {.name = "layers", .rule = &layers_rule},
    {.name = "tag", .rule = &layer_rule},
    {.name = NULL},
};
static const struct rule tiles_3_rule = {.type = TYPE_OBJECT, .members = tiles_3_members};

static const struct member loop_members[] = {
    {.name = "start", .is_required = true, .rule = &frame_rule},
    {.name = "end", .is_required = true, .rule = &frame_rule},
    {.name = NULL},
};
static const struct rule loop_rule = {.type = TYPE_WORD_OR_OBJECT, .words = {"none"}, .members = loop_members};

static const struct member sounds_members[] = {
    {.name = "sample_rate", .rule = &sample_rate_rule},
    {.name = "channels", .rule = &channels_rule},
    {.name = "loop", .rule = &loop_rule},
    {.name = NULL},
};
static const struct rule sounds_rule = {.type = TYPE_OBJECT, .members = sounds_members};

static const struct rule loop_mode_rule = {.type = TYPE_WORD, .words = {"forward", "ping_pong", "backward"}};
static const struct member loop_3_members[] = {
    {.name = "start", .is_required = true, .rule = &frame_rule},
    {.name = "end", .is_required = true, .rule = &frame_rule},
    {.name = "mode", .rule = &loop_mode_rule},
    {.name = NULL},
};
static const struct rule loop_3_rule = {.type = TYPE_WORD_OR_OBJECT, .words = {"none"}, .members = loop_3_members};

static const struct member sounds_3_members[] = {
    {.name = "sample_rate", .rule = &sample_rate_rule},
    {.name = "channels", .rule = &channels_rule},
    {.name = "loop", .rule = &loop_3_rule},
    {.name = NULL},
};
static const struct rule sounds_3_rule = {.type = TYPE_OBJECT, .members = sounds_3_members};

static const struct member preload_members[] = {
    {.name = "slot", .is_required = true, .rule = &slot_rule},
    {.name = NULL},
};
static const struct rule preload_rule = {.type = TYPE_OBJECT, .members = preload_members};

static const struct rule tiles_sources_rule = {.type = TYPE_LIST, .least = 1, .most = 256, .element = &source_rule};
static const struct rule sounds_sources_rule = {.type = TYPE_LIST, .least = 1, .most = 1, .element = &source_rule};

static const struct member asset_3_members[] = {
    {.name = "artifact", .is_required = true, .rule = &asset_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "$schema", .rule = &schema_rule},
    {.name = "asset_id", .rule = &asset_id_rule},
    {.name = "name", .is_required = true, .rule = &name_rule},
    {.name = "sources", .is_required = true, .rule = &tiles_sources_rule, .with = "bank", .word = "TILES"},
    {.name = "sources", .is_required = true, .rule = &sounds_sources_rule, .with = "bank", .word = "SOUNDS"},
    {.name = "bank", .is_required = true, .rule = &bank_rule},
    {.name = "tiles", .is_required = true, .rule = &tiles_3_rule, .with = "bank", .word = "TILES"},
    {.name = "sounds", .rule = &sounds_3_rule, .with = "bank", .word = "SOUNDS"},
    {.name = "preload", .rule = &preload_rule},
    {.name = NULL},
};

static const struct member asset_2_members[] = {
    {.name = "artifact", .is_required = true, .rule = &asset_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "asset_id", .rule = &asset_id_rule},
    {.name = "name", .is_required = true, .rule = &name_rule},
    {.name = "sources", .is_required = true, .rule = &tiles_sources_rule, .with = "bank", .word = "TILES"},
    {.name = "sources", .is_required = true, .rule = &sounds_sources_rule, .with = "bank", .word = "SOUNDS"},
    {.name = "bank", .is_required = true, .rule = &bank_rule},
    {.name = "tiles", .is_required = true, .rule = &tiles_rule, .with = "bank", .word = "TILES"},
    {.name = "sounds", .rule = &sounds_rule, .with = "bank", .word = "SOUNDS"},
    {.name = "preload", .rule = &preload_rule},
    {.name = NULL},
};

static const struct member asset_1_members[] = {
    {.name = "artifact", .is_required = true, .rule = &asset_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "asset_id", .rule = &asset_id_rule},
    {.name = "name", .is_required = true, .rule = &name_rule},
    {.name = "source", .is_required = true, .rule = &source_rule},
    {.name = "bank", .is_required = true, .rule = &bank_rule},
    {.name = "tiles", .is_required = true, .rule = &tiles_rule, .with = "bank", .word = "TILES"},
    {.name = "sounds", .rule = &sounds_rule, .with = "bank", .word = "SOUNDS"},
    {.name = "preload", .rule = &preload_rule},
    {.name = NULL},
};

static const struct member registered_3_members[] = {
    {.name = "asset_id", .is_required = true, .rule = &registered_id_rule},
    {.name = "root", .is_required = true, .rule = &root_rule},
    {.name = "name", .rule = &name_rule},
    {.name = "bank", .rule = &bank_rule},
    {.name = NULL},
};
static const struct rule registered_3_rule = {.type = TYPE_OBJECT, .members = registered_3_members};
static const struct rule assets_3_rule = {.type = TYPE_LIST, .least = 0, .most = 131072, .element = &registered_3_rule};

static const struct member registered_members[] = {
    {.name = "asset_id", .is_required = true, .rule = &registered_id_rule},
    {.name = "root", .is_required = true, .rule = &root_rule},
    {.name = NULL},
};
static const struct rule registered_rule = {.type = TYPE_OBJECT, .members = registered_members};
static const struct rule assets_rule = {.type = TYPE_LIST, .least = 0, .most = 131072, .element = &registered_rule};

static const struct member retired_members[] = {
    {.name = "asset_id", .is_required = true, .rule = &registered_id_rule},
    {.name = "name", .rule = &name_rule},
    {.name = "root", .rule = &retired_root_rule},
    {.name = NULL},
};
static const struct rule retired_object_rule = {.type = TYPE_OBJECT, .members = retired_members};
static const struct rule retired_2_rule = {.type = TYPE_LIST, .least = 0, .most = UINT64_MAX, .element = &retired_object_rule};
static const struct rule retired_1_rule = {.type = TYPE_LIST, .least = 0, .most = UINT64_MAX, .element = &registered_id_rule};

static const struct member index_3_members[] = {
    {.name = "artifact", .is_required = true, .rule = &index_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "$schema", .rule = &schema_rule},
    {.name = "assets", .is_required = true, .rule = &assets_3_rule},
    {.name = "retired", .is_required = true, .rule = &retired_2_rule},
    {.name = NULL},
};

static const struct member index_2_members[] = {
    {.name = "artifact", .is_required = true, .rule = &index_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "assets", .is_required = true, .rule = &assets_rule},
    {.name = "retired", .is_required = true, .rule = &retired_2_rule},
    {.name = NULL},
};

static const struct member index_1_members[] = {
    {.name = "artifact", .is_required = true, .rule = &index_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "assets", .is_required = true, .rule = &assets_rule},
    {.name = "retired", .is_required = true, .rule = &retired_1_rule},
    {.name = NULL},
};

static const struct rule ignore_word_rule = {.type = TYPE_WORD, .words = {"ignore"}};
static const struct rule pattern_rule = {.type = TYPE_PATH, .role = ROLE_PATTERN};
static const struct rule patterns_rule = {.type = TYPE_LIST, .least = 0, .most = 1000, .element = &pattern_rule};

static const struct member ignore_1_members[] = {
    {.name = "artifact", .is_required = true, .rule = &ignore_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "$schema", .rule = &schema_rule},
    {.name = "ignore", .is_required = true, .rule = &patterns_rule},
    {.name = NULL},
};

static const struct rule budgets_word_rule = {.type = TYPE_WORD, .words = {"budgets"}};
static const struct rule measure_rule = {.type = TYPE_WORD, .words = {"bytes", "tiles", "palettes", "frames"}};
static const struct rule limit_rule = {.type = TYPE_INTEGER, .least = 0, .most = UINT64_C(9007199254740991)};
static const struct rule set_rule = {.type = TYPE_WORD, .words = {"preload"}};
static const struct rule names_rule = {.type = TYPE_NAME_PATTERN};
static const struct member budget_members[] = {
    {.name = "measure", .is_required = true, .rule = &measure_rule},
    {.name = "limit", .is_required = true, .rule = &limit_rule},
    {.name = "bank", .rule = &bank_rule, .with = "measure", .word = "bytes"},
    {.name = "set", .rule = &set_rule},
    {.name = "names", .rule = &names_rule},
    {.name = NULL},
};
static const struct rule budget_rule = {.type = TYPE_OBJECT, .members = budget_members};
static const struct rule budgets_rule = {.type = TYPE_LIST, .least = 0, .most = 1000, .element = &budget_rule};

static const struct member budgets_1_members[] = {
    {.name = "artifact", .is_required = true, .rule = &budgets_word_rule},
    {.name = "schema_version", .is_required = true, .rule = &version_rule},
    {.name = "$schema", .rule = &schema_rule},
    {.name = "budgets", .is_required = true, .rule = &budgets_rule},
    {.name = NULL},
};

static const char *const kinds[] = {[DOCUMENT_ASSET] = "asset", [DOCUMENT_INDEX] = "index", [DOCUMENT_IGNORE] = "ignore", [DOCUMENT_BUDGETS] = "budgets"};
static const uint64_t newest[] = {[DOCUMENT_ASSET] = VERSION_NEWEST, [DOCUMENT_INDEX] = VERSION_NEWEST, [DOCUMENT_IGNORE] = 1, [DOCUMENT_BUDGETS] = 1};

/* By kind, then by version. */
static const struct rule structures[4][VERSION_NEWEST] = {
    [DOCUMENT_ASSET] = {{.type = TYPE_OBJECT, .members = asset_1_members}, {.type = TYPE_OBJECT, .members = asset_2_members}, {.type = TYPE_OBJECT, .members = asset_3_members}},
    [DOCUMENT_INDEX] = {{.type = TYPE_OBJECT, .members = index_1_members}, {.type = TYPE_OBJECT, .members = index_2_members}, {.type = TYPE_OBJECT, .members = index_3_members}},
    [DOCUMENT_IGNORE] = {{.type = TYPE_OBJECT, .members = ignore_1_members}},
    [DOCUMENT_BUDGETS] = {{.type = TYPE_OBJECT, .members = budgets_1_members}},
};

/* ---- Row 5: judging by the tables ----------------------------------------------------------------------------------------------------- */

/* Positions of values with the same role. */
struct list {
    uint64_t *items; /* with room for the keys of doubles_find */
    size_t count;
    size_t room;
};

struct judge {
    const unsigned char *text;
    struct list lists[ROLES];
    struct fault *fault;
};

static bool list_add(struct list *list, size_t at)
{
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 64 : list->room * 2;
        uint64_t *items = room > SIZE_MAX / sizeof *items ? NULL : realloc(list->items, room * sizeof *items);
        if (items == NULL) {
            return false;
        }
        list->items = items;
        list->room = room;
    }
    list->items[list->count++] = at;
    return true;
}

static enum result refuse_structure(const struct judge *judge, const char *rule, size_t at, const char *text)
{
    return refuse(judge->fault, "structure", rule, at, text);
}

/* B3: false for a number with a fraction or an exponent, and for -0. A value too large for 64 bits is the largest of them. */
static bool parse_integer(const unsigned char *text, size_t at, bool *is_negative, uint64_t *value)
{
    *is_negative = text[at] == '-';
    if (*is_negative) {
        at++;
    }
    *value = 0;
    for (; is_digit(text[at]); at++) {
        uint64_t digit = (uint64_t)(text[at] - '0');
        *value = *value > (UINT64_MAX - digit) / 10 ? UINT64_MAX : *value * 10 + digit;
    }
    return !(*is_negative && *value == 0) && text[at] != '.' && text[at] != 'e' && text[at] != 'E';
}

static bool is_one_of(const char *const *words, const unsigned char *text, size_t at)
{
    for (size_t i = 0; i < WORDS_MAX && words[i] != NULL; i++) {
        if (text[at] == '"') {
            if (json_equals(text, at, words[i])) {
                return true;
            }
        } else if (json_skip(text, at) - at == strlen(words[i]) && memcmp(text + at, words[i], strlen(words[i])) == 0) {
            return true;
        }
    }
    return false;
}

static enum result judge_integer(const struct judge *judge, const struct rule *rule, size_t at)
{
    bool is_negative = false;
    uint64_t value = 0;
    if (!json_is_number(judge->text, at)) {
        return refuse_structure(judge, "B2", at, "an integer is wanted");
    }
    if (!parse_integer(judge->text, at, &is_negative, &value)) {
        return refuse_structure(judge, "B3", at, "a number with a fraction or an exponent, or -0");
    }
    bool is_right = rule->words[0] != NULL ? is_one_of(rule->words, judge->text, at)
                                           : !is_negative && value >= rule->least && value <= rule->most;
    return is_right ? RESULT_OK : refuse_structure(judge, "B4", at, "an integer out of its range");
}

/* X1 */
static enum result judge_name(const struct judge *judge, size_t at)
{
    unsigned char name[ASSET_NAME_MAX];
    size_t length = 0;
    size_t next = at;
    for (uint32_t c = json_character(judge->text, &next); c != JSON_END; c = json_character(judge->text, &next)) {
        if (c >= 0x80 || length == sizeof name) {
            return refuse_structure(judge, "X1", at, "no name");
        }
        name[length++] = (unsigned char)c;
    }
    return is_asset_name(name, length) ? RESULT_OK : refuse_structure(judge, "X1", at, "no name");
}

/* X8 */
static enum result judge_color(const struct judge *judge, size_t at)
{
    size_t length = 0;
    size_t next = at;
    for (uint32_t c = json_character(judge->text, &next); c != JSON_END; c = json_character(judge->text, &next)) {
        bool is_hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (length > 6 || (length == 0 ? c != '#' : !is_hex)) {
            return refuse_structure(judge, "X8", at, "no colour");
        }
        length++;
    }
    return length == 7 ? RESULT_OK : refuse_structure(judge, "X8", at, "no colour");
}

/* X10 */
static enum result judge_name_pattern(const struct judge *judge, size_t at)
{
    size_t length = 0; /* of all */
    size_t part = 0;   /* of what is between two slashes */
    size_t stars = 0;  /* in a row, at the end of the part */
    bool is_any = false;
    size_t next = at;
    for (uint32_t c = json_character(judge->text, &next); c != JSON_END; c = json_character(judge->text, &next)) {
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
        if (++length > NAME_PATTERN_MAX || (c == '/' && part == 0) || (!is_plain && c != '*' && c != '/')) {
            return refuse_structure(judge, "X10", at, "no pattern of names");
        }
        if (c == '/') {
            part = 0;
            stars = 0;
            is_any = false;
            continue;
        }
        part++;
        stars = c == '*' ? stars + 1 : 0;
        if (is_any || (stars == 2 && part > 2)) {
            return refuse_structure(judge, "X10", at, "two stars that are not a part of their own");
        }
        is_any = stars == 2;
    }
    return part > 0 ? RESULT_OK : refuse_structure(judge, "X10", at, "no pattern of names");
}

static enum result judge_value(struct judge *judge, const struct rule *rule, size_t at);

static enum result judge_list(struct judge *judge, const struct rule *rule, size_t list)
{
    uint64_t count = 0;
    struct json_walk walk;
    for (bool more = json_first(judge->text, list, &walk); more; more = json_next(judge->text, &walk)) {
        if (++count > rule->most) {
            break;
        }
        enum result result = judge_value(judge, rule->element, walk.value);
        if (result != RESULT_OK) {
            return result;
        }
    }
    return count >= rule->least && count <= rule->most ? RESULT_OK : refuse_structure(judge, "B6", list, "too few or too many elements");
}

/* B7: whether the object may have the member at all. */
static bool applies(const struct judge *judge, const struct member *member, size_t object)
{
    size_t value = 0;
    return member->with == NULL || (json_member(judge->text, object, member->with, &value) && judge->text[value] == '"' &&
                                    json_equals(judge->text, value, member->word));
}

/* The member of that name: one that applies, else one that does not, else null where the version has none. */
static const struct member *known_member(const struct judge *judge, const struct member *members, size_t object, size_t name)
{
    const struct member *known = NULL;
    for (const struct member *member = members; member->name != NULL; member++) {
        if (json_equals(judge->text, name, member->name)) {
            known = member;
            if (applies(judge, member, object)) {
                break;
            }
        }
    }
    return known;
}

/* The members without a condition, or those with one. */
static enum result judge_members(struct judge *judge, const struct member *members, size_t object, bool has_condition)
{
    struct json_walk walk;
    for (bool more = json_first(judge->text, object, &walk); more; more = json_next(judge->text, &walk)) {
        const struct member *member = known_member(judge, members, object, walk.name);
        if (member == NULL) {
            return refuse_structure(judge, "B1", walk.name, "a member that the version does not have");
        }
        if ((member->with != NULL) != has_condition) {
            continue;
        }
        if (!applies(judge, member, object)) {
            return refuse_structure(judge, "B7", walk.name, "a member that goes with another choice");
        }
        size_t other = 0;
        if (member->without != NULL && json_member(judge->text, object, member->without, &other)) {
            return refuse_structure(judge, "B7", walk.name, "a member that does not go with another one");
        }
        enum result result = judge_value(judge, member->rule, walk.value);
        if (result != RESULT_OK) {
            return result;
        }
    }
    /* All members are known by now, and none is doubled (J5), so there are few of them. */
    for (const struct member *member = members; member->name != NULL; member++) {
        size_t value = 0;
        if (member->is_required && (member->with != NULL) == has_condition && applies(judge, member, object) &&
            !json_member(judge->text, object, member->name, &value)) {
            return refuse_structure(judge, "B1", object, "a required member is missing");
        }
    }
    return RESULT_OK;
}

/* What a condition looks at is judged before it. */
static enum result judge_object(struct judge *judge, const struct member *members, size_t object)
{
    enum result result = judge_members(judge, members, object, false);
    return result == RESULT_OK ? judge_members(judge, members, object, true) : result;
}

static enum result judge_typed(struct judge *judge, const struct rule *rule, size_t at)
{
    unsigned char c = judge->text[at];
    bool takes_word = rule->type == TYPE_WORD || rule->type == TYPE_WORD_OR_OBJECT;
    bool takes_object = rule->type == TYPE_OBJECT || rule->type == TYPE_WORD_OR_OBJECT;
    if (takes_word && c == '"') {
        return is_one_of(rule->words, judge->text, at) ? RESULT_OK : refuse_structure(judge, "B5", at, "a word that is not of the list");
    }
    if (takes_object && c == '{') {
        return judge_object(judge, rule->members, at);
    }
    if (rule->type == TYPE_INTEGER) {
        return judge_integer(judge, rule, at);
    }
    if (rule->type == TYPE_LIST && c == '[') {
        return judge_list(judge, rule, at);
    }
    if (rule->type == TYPE_STRING && c == '"') {
        return RESULT_OK;
    }
    if (rule->type == TYPE_COLOR && c == '"') {
        return judge_color(judge, at);
    }
    if (rule->type == TYPE_NAME_PATTERN && c == '"') {
        return judge_name_pattern(judge, at);
    }
    if (rule->type == TYPE_NAME && c == '"') {
        return judge_name(judge, at);
    }
    if (rule->type == TYPE_PATH && c == '"') {
        return json_equals(judge->text, at, "") ? refuse_structure(judge, "X2", at, "a path without a character") : RESULT_OK;
    }
    return refuse_structure(judge, "B2", at, "a value of another type than the version has");
}

/* Goes as deep as the tables do, which is four levels, whatever the document has. */
static enum result judge_value(struct judge *judge, const struct rule *rule, size_t at)
{
    enum result result = judge_typed(judge, rule, at);
    if (result == RESULT_OK && rule->role != ROLE_NONE && !list_add(&judge->lists[rule->role], at)) {
        result = no_memory(judge->fault);
    }
    return result;
}

/* ---- Rows 2 to 4: kind and version ---------------------------------------------------------------------------------------------------- */

static enum result check_version(const struct judge *judge, enum document_kind kind, size_t root, uint64_t *version)
{
    const unsigned char *text = judge->text;
    bool is_negative = false;
    size_t at = root;
    if (!json_member(text, root, "schema_version", &at) || !json_is_number(text, at) ||
        !parse_integer(text, at, &is_negative, version) || is_negative || *version < 1) {
        return refuse(judge->fault, "version", "K3", at, "schema_version is missing, no integer, or below 1");
    }
    if (*version < VERSION_OLDEST) {
        return refuse_version(judge->fault, "too_old", "K3", at, *version, "the document is too old");
    }
    if (*version > newest[kind]) {
        return refuse_version(judge->fault, "too_new", "K3", at, *version, "the document is too new");
    }
    return RESULT_OK;
}

static enum result check_head(const struct judge *judge, enum document_kind kind, uint64_t *version)
{
    const unsigned char *text = judge->text;
    size_t root = json_root(text);
    size_t artifact = root;
    if (text[root] != '{') {
        return refuse_structure(judge, "K1", root, "the root is no object");
    }
    if (!json_member(text, root, "artifact", &artifact) || text[artifact] != '"' ||
        !json_equals(text, artifact, kinds[kind])) {
        return refuse_structure(judge, "K2", artifact, "artifact is missing, or not what the name of the file says");
    }
    enum result result = check_version(judge, kind, root, version);
    if (result != RESULT_OK) {
        return result;
    }
    /* There are two members at least. */
    struct json_walk walk;
    (void)json_first(text, root, &walk);
    bool is_first = json_equals(text, walk.name, "artifact");
    (void)json_next(text, &walk);
    if (!is_first || !json_equals(text, walk.name, "schema_version")) {
        return refuse_structure(judge, "K4", root, "artifact is not the first member and schema_version the second");
    }
    return RESULT_OK;
}

/* ---- Row 6: meaning ------------------------------------------------------------------------------------------------------------------- */

static enum result check_paths(const struct judge *judge, enum role role)
{
    const struct list *list = &judge->lists[role];
    for (size_t i = 0; i < list->count; i++) {
        const char *rule = path_fault(judge->text, (size_t)list->items[i], role == ROLE_SOURCE);
        if (rule != NULL) {
            return refuse(judge->fault, "meaning", rule, list->items[i], "a path that does not mean the same on every platform");
        }
    }
    return RESULT_OK;
}

static enum result check_patterns(const struct judge *judge)
{
    const struct list *list = &judge->lists[ROLE_PATTERN];
    for (size_t i = 0; i < list->count; i++) {
        const char *rule = pattern_fault(judge->text, (size_t)list->items[i]);
        if (rule != NULL) {
            return refuse(judge->fault, "meaning", rule, list->items[i], "no pattern of paths that mean the same on every platform");
        }
    }
    return RESULT_OK;
}

/* X5: the key is the id itself. */
static enum result check_ids(struct judge *judge)
{
    struct list *list = &judge->lists[ROLE_ID];
    size_t found = 0;
    for (size_t i = 0; i < list->count; i++) {
        bool is_negative = false;
        uint64_t id = 0;
        (void)parse_integer(judge->text, (size_t)list->items[i], &is_negative, &id);
        list->items[i] = doubles_item((uint32_t)id, (uint32_t)list->items[i]);
    }
    if (!doubles_find(list->items, list->count, NULL, NULL, &found)) {
        return no_memory(judge->fault);
    }
    return found == list->count ? RESULT_OK
                                : refuse(judge->fault, "meaning", "X5", list->items[found] & UINT32_MAX, "the asset_id stands there twice");
}

/* X6 */
static enum result check_roots(struct judge *judge)
{
    struct list *list = &judge->lists[ROLE_ROOT];
    size_t found = 0;
    for (size_t i = 0; i < list->count; i++) {
        list->items[i] = doubles_item(json_hash(judge->text, (size_t)list->items[i]), (uint32_t)list->items[i]);
    }
    if (!doubles_find(list->items, list->count, json_compare, judge->text, &found)) {
        return no_memory(judge->fault);
    }
    return found == list->count ? RESULT_OK
                                : refuse(judge->fault, "meaning", "X6", list->items[found] & UINT32_MAX, "the root stands there twice");
}

/* X9: the structure is right, so an object of tiles is there if the member is. */
static enum result check_reduction(const struct judge *judge)
{
    size_t tiles = 0;
    size_t colors = 0;
    size_t found = 0;
    if (!json_member(judge->text, json_root(judge->text), "tiles", &tiles)) {
        return RESULT_OK;
    }
    bool is_reduced = json_member(judge->text, tiles, "colors", &colors);
    if (!is_reduced && (json_member(judge->text, tiles, "max_palettes", &found) || json_member(judge->text, tiles, "dither", &found))) {
        return refuse(judge->fault, "meaning", "X9", found, "a setting that is only beside colors");
    }
    if (is_reduced && json_member(judge->text, tiles, "palettes", &found) &&
        (judge->text[found] != '"' || !json_equals(judge->text, found, "auto"))) {
        return refuse(judge->fault, "meaning", "X9", colors, "colors is only beside computed palettes");
    }
    return RESULT_OK;
}

static enum result check_meaning(struct judge *judge, enum document_kind kind)
{
    enum result result = check_paths(judge, ROLE_SOURCE);
    if (result == RESULT_OK && kind == DOCUMENT_ASSET) {
        result = check_reduction(judge);
    }
    if (result == RESULT_OK) {
        result = check_paths(judge, ROLE_ROOT);
    }
    if (result == RESULT_OK) {
        result = check_paths(judge, ROLE_RETIRED_ROOT);
    }
    if (result == RESULT_OK) {
        result = check_patterns(judge);
    }
    if (result == RESULT_OK) {
        result = check_ids(judge);
    }
    if (result == RESULT_OK) {
        result = check_roots(judge);
    }
    return result;
}

/* ---- The interface -------------------------------------------------------------------------------------------------------------------- */

static enum result check_text(struct document *document, struct source source, struct fault *fault)
{
    uint64_t most = document->kind == DOCUMENT_ASSET ? ASSET_LENGTH_MAX : document->kind == DOCUMENT_INDEX ? JSON_LENGTH_MAX : SMALL_LENGTH_MAX;
    if (source.size > most) {
        return refuse(fault, "parse", "J1", most, "the document is too long");
    }
    document->length = (size_t)source.size;
    document->text = malloc(document->length == 0 ? 1 : document->length);
    if (document->text == NULL) {
        return no_memory(fault);
    }
    if (document->length > 0 && !source.read(source.context, 0, document->text, document->length)) {
        return trouble(fault, "the file cannot be read");
    }
    return json_check(document->text, document->length, fault);
}

static enum result check_document(struct document *document, struct fault *fault)
{
    struct judge judge = {.text = document->text, .fault = fault};
    enum result result = check_head(&judge, document->kind, &document->version);
    if (result == RESULT_OK) {
        result = judge_value(&judge, &structures[document->kind][document->version - 1], json_root(document->text));
    }
    if (result == RESULT_OK) {
        result = check_meaning(&judge, document->kind);
    }
    for (size_t i = 0; i < ROLES; i++) {
        free(judge.lists[i].items);
    }
    return result;
}

enum result document_open(struct document *document, enum document_kind kind, struct source source, struct fault *fault)
{
    *document = (struct document){.kind = kind};
    enum result result = check_text(document, source, fault);
    if (result == RESULT_OK) {
        result = check_document(document, fault);
    }
    if (result != RESULT_OK) {
        document_close(document);
    }
    return result;
}

void document_close(struct document *document)
{
    free(document->text);
    document->text = NULL;
}
