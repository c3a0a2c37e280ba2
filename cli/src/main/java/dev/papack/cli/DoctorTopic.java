package dev.papack.cli;

import dev.papack.cli.Section.Detail;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a finding is about, in the order in which to handle them. */
enum DoctorTopic {
  DOCUMENTS("Damaged, outdated and unsupported documents", Detail.WHOLE),
  IDENTITY("Ids and roots of assets", Detail.WHOLE),
  NAMES("Conflicting names, slots and paths", Detail.WHOLE),
  SOURCES("Missing and unusable sources", Detail.WHOLE),
  UNUSED("Unused files", Detail.LINES);

  private static final Set<DiagnosticCode> OF_REGISTRY =
      Set.of(
          DiagnosticCode.REGISTRY_LOST,
          DiagnosticCode.REGISTRY_DOUBLED_ID,
          DiagnosticCode.REGISTRY_DOUBLED_ROOT);

  private static final Set<DiagnosticCode> OF_NAMES =
      Set.of(
          DiagnosticCode.NAME_TAKEN,
          DiagnosticCode.SLOT_TAKEN,
          DiagnosticCode.PATH_FORM,
          DiagnosticCode.PATH_COLLISION,
          DiagnosticCode.LINK_REFUSED,
          DiagnosticCode.SPECIAL_FILE);

  private static final Set<DiagnosticCode> OF_SOURCES =
      Set.of(DiagnosticCode.SOURCE_MISSING, DiagnosticCode.SOURCE_SIZE);

  private final String title;
  private final Detail detail;

  DoctorTopic(String title, Detail detail) {
    this.title = title;
    this.detail = detail;
  }

  /** Findings by topic; topics without findings are left out. */
  static List<Section> sections(List<Diagnostic> findings) {
    List<Section> sections = new ArrayList<>();
    for (DoctorTopic topic : values()) {
      List<Diagnostic> own =
          findings.stream().filter(finding -> of(finding.code()) == topic).toList();
      if (!own.isEmpty()) {
        sections.add(new Section(topic.title, topic.detail, own));
      }
    }
    return sections;
  }

  private static DoctorTopic of(DiagnosticCode code) {
    return switch (code.stage()) {
      case PARSE, STRUCTURE, VERSION, MIGRATION, PUBLICATION, PACK, ENVIRONMENT -> DOCUMENTS;
      case MEDIA -> SOURCES;
      case MEANING -> ofMeaning(code);
    };
  }

  private static DoctorTopic ofMeaning(DiagnosticCode code) {
    if (code == DiagnosticCode.FILE_UNUSED) {
      return UNUSED;
    }
    if (OF_REGISTRY.contains(code)) {
      return DOCUMENTS;
    }
    if (OF_NAMES.contains(code)) {
      return NAMES;
    }
    return OF_SOURCES.contains(code) ? SOURCES : IDENTITY;
  }
}
