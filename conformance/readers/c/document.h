/* asset.json, index.json, ignore.json and budgets.json: when a document is one, by itself. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "reader.h"

enum document_kind { DOCUMENT_ASSET, DOCUMENT_INDEX, DOCUMENT_IGNORE, DOCUMENT_BUDGETS };

struct document {
    enum document_kind kind;
    uint64_t version;
    unsigned char *text; /* has passed json_check: json.h walks it */
    size_t length;
};

/* All six rows. The kind is that of the file's name. Anything but RESULT_OK leaves nothing to close. */
enum result document_open(struct document *document, enum document_kind kind, struct source source, struct fault *fault);
void document_close(struct document *document);

#endif
