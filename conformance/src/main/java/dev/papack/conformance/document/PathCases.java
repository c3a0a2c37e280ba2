package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.document.DocumentDraft.utf8;

import dev.papack.conformance.Cases;

/** Row 6: paths of sources and roots; N1, N2, N5 to N7. */
final class PathCases {
  /** Five names of 200 bytes and one of 19, with the slashes between. */
  private static final String LONGEST = ("n".repeat(200) + "/").repeat(5) + "n".repeat(19);

  private PathCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    steps(assets);
    lengths(assets);
    ends(assets);
    devices(assets);
    hidden(assets);
    roots(assets.from(DocumentDraft::index));
  }

  private static Cases<DocumentDraft>.Broken source(
      Cases<DocumentDraft> assets, String rule, String name, String about, String inQuotes) {
    return assets.breaks(rule, PATH_FORM, name, about, document -> document.source(inQuotes));
  }

  private static void steps(Cases<DocumentDraft> assets) {
    source(assets, "N1", "path-absolute", "a path from the root of the disk", "/hero.png");
    source(assets, "N1", "path-of-a-host", "a path that names a host", "//host/hero.png");
    source(assets, "N1", "path-steps-up", "a step out of the folder", "../hero.png");
    source(assets, "N1", "path-steps-up-within", "a step up behind a step down", "a/../hero.png");
    source(assets, "N1", "path-steps-up-last", "a step up last", "a/..");
    source(
        assets,
        "N1",
        "path-steps-up-in-escapes",
        "a step up, its dots as escapes",
        "\\u002e\\u002e/hero.png");
    source(
        assets,
        "N1",
        "path-steps-up-with-escaped-slash",
        "a step up, its slash escaped",
        "..\\/hero.png");
    source(assets, "N1", "path-stays", "a step that leads nowhere", "./hero.png");
    source(assets, "N1", "path-of-a-dot", "the folder itself", ".");
    source(assets, "N1", "path-empty-name", "two slashes in a row", "a//hero.png");
    source(assets, "N1", "path-ends-in-slash", "a slash last", "heroes/");
  }

  private static void lengths(Cases<DocumentDraft> assets) {
    assets.keeps(
        "N2", "path-of-1024", "a path of 1,024 bytes", document -> document.source(LONGEST));
    source(assets, "N2", "path-of-1025", "a path of 1,025 bytes", LONGEST + "n")
        .beside("path-of-1024");
    assets.keeps(
        "N2",
        "path-name-of-200",
        "a name of 200 bytes",
        document -> document.source("n".repeat(200)));
    source(assets, "N2", "path-name-of-201", "a name of 201 bytes", "n".repeat(201))
        .beside("path-name-of-200");
    String wide = utf8("\u00e9".repeat(100));
    assets.keeps(
        "N2",
        "path-name-of-200-bytes",
        "a name of 100 characters that are 200 bytes",
        document -> document.source(wide));
    source(
            assets,
            "N2",
            "path-name-of-201-bytes",
            "a name of 101 characters that are 201 bytes",
            wide + "n")
        .beside("path-name-of-200-bytes");
  }

  private static void ends(Cases<DocumentDraft> assets) {
    source(assets, "N5", "path-ends-in-dot", "a dot last, which Windows drops", "hero.png.");
    source(assets, "N5", "path-ends-in-space", "a space last, which Windows drops", "hero.png ");
    source(assets, "N5", "path-folder-ends-in-dot", "a folder with a dot last", "a./hero.png");
    source(assets, "N5", "path-folder-ends-in-space", "a folder with a space last", "a /hero.png");
    source(assets, "N5", "path-of-three-dots", "a name of three dots", "...");
  }

  private static void devices(Cases<DocumentDraft> assets) {
    device(assets, "device", "a device", "con");
    device(assets, "device-capitals", "a device in capitals", "PRN");
    device(assets, "device-mixed", "a device in capitals and small letters", "cOn");
    device(assets, "device-with-extension", "a device with an extension", "nul.png");
    device(assets, "device-with-two-extensions", "a device with two extensions", "aux.tar.gz");
    device(assets, "device-folder", "a device for a folder", "con/hero.png");
    device(assets, "device-in-folder", "a device in a folder", "heroes/nul.png");
    device(assets, "device-port", "a port", "com1.png");
    device(assets, "device-printer", "the last port of a printer", "LPT9.png");
    device(assets, "device-port-0", "port 0", "lpt0.png");
    device(
        assets,
        "device-superscript",
        "a port of a superscript digit, U+00B9",
        utf8("com\u00b9.png"));
    device(
        assets,
        "device-superscript-2",
        "a port of a superscript digit, U+00B2",
        utf8("LPT\u00b2.png"));
    device(assets, "device-superscript-3", "U+00B3 last in a port", utf8("com\u00b3"));
    device(assets, "device-console", "the input of the console", "CONIN$");
    device(assets, "device-console-output", "the output of the console", "conout$.txt");
    device(assets, "device-then-spaces", "a device, and spaces before its first dot", "con  .png");
    assets.valid(
        "no-devices",
        "names that begin like devices",
        document ->
            document.edit(
                "\"hero.png\"",
                "\"console.png\", \"com10.png\", \"com.png\", \"nul_.png\", \"conin.png\", \"lpt.1\","
                    + " \"a.con\""));
  }

  private static void device(
      Cases<DocumentDraft> assets, String name, String about, String inQuotes) {
    source(assets, "N6", name, about, inQuotes);
  }

  private static void hidden(Cases<DocumentDraft> assets) {
    source(assets, "N7", "path-hidden", "a name that begins with a dot", ".hero.png");
    source(
        assets, "N7", "path-in-hidden-folder", "a folder that begins with a dot", ".git/hero.png");
    assets
        .from(DocumentDraft::index)
        .valid(
            "root-hidden",
            "a root that begins with a dot: the rule is one for sources",
            document -> document.edit("music/theme", ".music/theme"));
  }

  private static void roots(Cases<DocumentDraft> indexes) {
    root(indexes, "N1", "root-steps-up", "a root that leaves assets", "../music");
    root(indexes, "N3", "root-backslash", "a backslash in a root", "music\\\\theme");
    root(indexes, "N5", "root-ends-in-dot", "a dot last in a root", "music/theme.");
    indexes.keeps(
        "N2",
        "root-of-1024",
        "a root of 1,024 bytes",
        document -> document.edit("music/theme", LONGEST));
    root(indexes, "N2", "root-of-1025", "a root of 1,025 bytes", LONGEST + "n")
        .beside("root-of-1024");
    indexes.breaks(
        "N1",
        PATH_FORM,
        "retired-root-steps-up",
        "the root of a retired asset leaves assets",
        document -> document.edit("\"root\": \"sprites/imp\"", "\"root\": \"../imp\""));
    indexes.breaks(
        "N6",
        PATH_FORM,
        "retired-root-device",
        "the root of a retired asset is a device",
        document -> document.edit("\"root\": \"sprites/imp\"", "\"root\": \"sprites/aux\""));
  }

  private static Cases<DocumentDraft>.Broken root(
      Cases<DocumentDraft> indexes, String rule, String name, String about, String inQuotes) {
    return indexes.breaks(
        rule, PATH_FORM, name, about, document -> document.edit("music/theme", inQuotes));
  }
}
