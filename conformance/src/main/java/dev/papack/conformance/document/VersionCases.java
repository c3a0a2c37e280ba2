package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.TOO_NEW;
import static dev.papack.conformance.Refusal.VERSION_MISSING;
import static dev.papack.conformance.Refusal.VERSION_NEVER_EXISTED;
import static dev.papack.conformance.Refusal.VERSION_NOT_AN_INTEGER;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;

/** Row 3: the version; K3. */
final class VersionCases {
  private VersionCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    assets.breaks(
        "K3",
        VERSION_MISSING,
        "version-missing",
        "no version",
        document -> document.edit("\"schema_version\": 2,", ""));
    assets.breaks(
        "K3",
        VERSION_MISSING,
        "version-misspelt",
        "a version by another name",
        document -> document.edit("schema_version", "schemaVersion"));
    noInteger(assets, "version-string", "a string for a version", "\"2\"");
    noInteger(assets, "version-null", "null for a version", "null");
    noInteger(assets, "version-true", "true for a version", "true");
    noInteger(assets, "version-array", "an array of a version", "[2]");
    noInteger(assets, "version-object", "an object for a version", "{\"major\": 2}");
    noInteger(assets, "version-fraction", "a version between two", "1.5");
    noInteger(assets, "version-fraction-of-0", "a version with a fraction of 0", "2.0");
    noInteger(assets, "version-exponent", "a version with an exponent of 0", "2e0");
    never(assets, "version-0", "version 0, which never existed", "0");
    never(assets, "version-minus-0", "version -0", "-0");
    never(assets, "version-negative", "version -1", "-1");
    never(
        assets,
        "version-far-negative",
        "a version below the integers of any machine",
        "-1000000000000000000000000000000");
    tooNew(assets, "version-4", "the next version", "4");
    tooNew(assets, "version-wraps-32-bits", "version 2^32+2", "4294967298");
    tooNew(assets, "version-wraps-64-bits", "version 2^64+2", "18446744073709551618");
    tooNew(
        assets,
        "version-10-to-30",
        "a version above the integers of any machine",
        "1000000000000000000000000000000");
    Cases<DocumentDraft> indexes = assets.from(DocumentDraft::index);
    tooNew(indexes, "version-4", "the next version", "4");
    never(indexes, "version-0", "version 0, which never existed", "0");
    noInteger(indexes, "version-string", "a string for a version", "\"2\"");
    indexes.breaks(
        "K3",
        VERSION_MISSING,
        "version-missing",
        "no version",
        document -> document.edit("\"schema_version\": 2,", ""));
  }

  private static void noInteger(
      Cases<DocumentDraft> documents, String name, String about, String json) {
    version(documents, VERSION_NOT_AN_INTEGER, name, about, json);
  }

  private static void never(
      Cases<DocumentDraft> documents, String name, String about, String json) {
    version(documents, VERSION_NEVER_EXISTED, name, about, json);
  }

  private static void tooNew(
      Cases<DocumentDraft> documents, String name, String about, String json) {
    version(documents, TOO_NEW, name, about, json);
  }

  private static void version(
      Cases<DocumentDraft> documents, Refusal refusal, String name, String about, String json) {
    documents.breaks(
        "K3",
        refusal,
        name,
        about,
        document -> document.edit("\"schema_version\": 2", "\"schema_version\": " + json));
  }
}
