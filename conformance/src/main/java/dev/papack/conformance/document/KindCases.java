package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_ORDER;
import static dev.papack.conformance.Refusal.WRONG_KIND;
import static dev.papack.conformance.Refusal.WRONG_TYPE;

import dev.papack.conformance.Cases;

/** Rows 2 and 4: the root, its kind, and what comes first; K1, K2 and K4. */
final class KindCases {
  private KindCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    roots(assets);
    kinds(assets);
    order(assets);
  }

  private static void roots(Cases<DocumentDraft> assets) {
    root(assets, "root-array", "an array for the root", "[]");
    root(assets, "root-string", "a string for the root", "\"asset\"");
    root(assets, "root-number", "a number for the root", "2");
    root(assets, "root-true", "true for the root", "true");
    root(assets, "root-null", "null for the root", "null");
    assets.breaks(
        "K2",
        MEMBER_MISSING,
        "root-empty",
        "an object without members",
        document -> document.text("{}"));
    assets.breaks(
        "K1",
        WRONG_TYPE,
        "root-in-array",
        "a valid document in an array",
        document -> document.text(text -> "[" + text + "]"));
  }

  private static void root(Cases<DocumentDraft> assets, String name, String about, String json) {
    assets.breaks("K1", WRONG_TYPE, name, about, document -> document.text(json));
  }

  private static void kinds(Cases<DocumentDraft> assets) {
    assets.breaks(
        "K2",
        MEMBER_MISSING,
        "artifact-missing",
        "no kind",
        document -> document.edit("\"artifact\": \"asset\",", ""));
    artifact(assets, "artifact-index", "an index for an asset", "\"index\"");
    artifact(assets, "artifact-capital", "a kind with a capital", "\"Asset\"");
    artifact(assets, "artifact-space", "a kind with a space behind it", "\"asset \"");
    artifact(
        assets, "artifact-zero", "a kind, and behind a zero something else", "\"asset\\u0000\"");
    artifact(assets, "artifact-empty", "an empty kind", "\"\"");
    artifact(assets, "artifact-number", "a number for a kind", "1");
    artifact(assets, "artifact-null", "null for a kind", "null");
    artifact(assets, "artifact-array", "an array of a kind", "[\"asset\"]");
    assets
        .from(DocumentDraft::index)
        .breaks(
            "K2",
            WRONG_KIND,
            "artifact-asset",
            "an asset for an index",
            document -> document.edit("\"index\"", "\"asset\""));
  }

  private static void artifact(
      Cases<DocumentDraft> assets, String name, String about, String json) {
    assets.breaks("K2", WRONG_KIND, name, about, document -> document.edit("\"asset\"", json));
  }

  private static void order(Cases<DocumentDraft> assets) {
    assets.breaks(
        "K4",
        MEMBER_ORDER,
        "version-before-artifact",
        "the version before the kind",
        document ->
            document.text(text ->
                text.replace("\"artifact\": \"asset\",", "\"schema_version\": 2,")
                    .replaceFirst(
                        "(?s)(2,\\s+)\"schema_version\": 2,", "$1\"artifact\": \"asset\",")));
    assets.breaks(
        "K4",
        MEMBER_ORDER,
        "artifact-last",
        "the kind is the last member",
        document ->
            document.edit("\"artifact\": \"asset\",", "").member("\"artifact\": \"asset\""));
    assets.breaks(
        "K4",
        MEMBER_ORDER,
        "version-last",
        "the version is the last member",
        document -> document.edit("\"schema_version\": 2,", "").member("\"schema_version\": 2"));
    assets.breaks(
        "K4",
        MEMBER_ORDER,
        "version-third",
        "the version is the third member",
        document ->
            document
                .edit("\"schema_version\": 2,", "")
                .edit("\"name\"", "\"schema_version\": 2, \"name\""));
  }
}
