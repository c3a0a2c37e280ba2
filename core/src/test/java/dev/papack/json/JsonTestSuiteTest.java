package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents of JSONTestSuite by Nicolas Seriot: y must be taken, n refused, i is ours. */
class JsonTestSuiteTest {
  private static final String ACCEPTED = "accepted";

  /** What the standard leaves open, file by file, as we have settled it. */
  private static final Map<String, String> OURS = new TreeMap<>();

  static {
    // Numbers stay text, so none is too large for us.
    for (String number :
        List.of(
            "double_huge_neg_exp",
            "huge_exp",
            "neg_int_huge_exp",
            "pos_double_huge_exp",
            "real_neg_overflow",
            "real_pos_overflow",
            "real_underflow",
            "too_big_neg_int",
            "too_big_pos_int",
            "very_big_negative_int")) {
      OURS.put("i_number_" + number + ".json", ACCEPTED);
    }
    for (String escape :
        List.of(
            "object_key_lone_2nd_surrogate",
            "string_1st_surrogate_but_2nd_missing",
            "string_1st_valid_surrogate_2nd_invalid",
            "string_incomplete_surrogate_and_escape_valid",
            "string_incomplete_surrogate_pair",
            "string_incomplete_surrogates_escape_valid",
            "string_invalid_lonely_surrogate",
            "string_invalid_surrogate",
            "string_inverted_surrogates_U+1D11E",
            "string_lone_second_surrogate")) {
      OURS.put("i_" + escape + ".json", DiagnosticCode.JSON_LONE_SURROGATE.name());
    }
    for (String bytes :
        List.of(
            "UTF-16LE_with_BOM",
            "UTF-8_invalid_sequence",
            "UTF8_surrogate_U+D800",
            "invalid_utf-8",
            "iso_latin_1",
            "lone_utf8_continuation_byte",
            "not_in_unicode_range",
            "overlong_sequence_2_bytes",
            "overlong_sequence_6_bytes",
            "overlong_sequence_6_bytes_null",
            "truncated-utf-8",
            "utf16BE_no_BOM",
            "utf16LE_no_BOM")) {
      OURS.put("i_string_" + bytes + ".json", DiagnosticCode.JSON_ENCODING.name());
    }
    OURS.put("i_structure_500_nested_arrays.json", DiagnosticCode.JSON_DEPTH.name());
    OURS.put("i_structure_UTF-8_BOM_empty_object.json", DiagnosticCode.JSON_BYTE_ORDER_MARK.name());
  }

  private static Map<String, String> verdicts(String prefix) throws IOException {
    Path folder = Path.of(System.getProperty("papack.data", ""), "jsontestsuite", "test_parsing");
    assumeTrue(Files.isDirectory(folder), "JSONTestSuite is not there");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(file -> file.getFileName().toString().startsWith(prefix)).forEach(files::add);
    }
    Map<String, String> verdicts = new TreeMap<>();
    for (Path file : files) {
      verdicts.put(
          file.getFileName().toString(),
          switch (Parsed.outcome(Files.readAllBytes(file))) {
            case Outcome.Accepted<JsonNode> _ -> ACCEPTED;
            case Outcome.Refused<JsonNode>(List<Diagnostic> faults) ->
                faults.getFirst().code().name();
          });
    }
    assertThat(verdicts).isNotEmpty();
    return verdicts;
  }

  @Test
  void documentsThatMustBeTakenAreTaken() throws IOException {
    Map<String, String> verdicts = verdicts("y_");
    // Legal for the standard, refused by us on purpose.
    assertThat(verdicts.remove("y_object_duplicated_key.json"))
        .isEqualTo(DiagnosticCode.JSON_DOUBLED_NAME.name());
    assertThat(verdicts.remove("y_object_duplicated_key_and_value.json"))
        .isEqualTo(DiagnosticCode.JSON_DOUBLED_NAME.name());
    assertThat(verdicts).allSatisfy((name, verdict) -> assertThat(verdict).isEqualTo(ACCEPTED));
  }

  @Test
  void documentsThatMustBeRefusedAreRefused() throws IOException {
    assertThat(verdicts("n_"))
        .allSatisfy((name, verdict) -> assertThat(verdict).isNotEqualTo(ACCEPTED));
  }

  @Test
  void documentsThatMayBeEitherAreAsWeSettledThem() throws IOException {
    assertThat(verdicts("i_")).isEqualTo(OURS);
  }
}
