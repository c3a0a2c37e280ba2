package dev.papack.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {
  /** Versions 1 to 4 existed; 1 has left the window. */
  private static final Kind KIND =
      new Kind(Artifact.ASSET, new SupportWindow(2, 4), new TreeMap<>(Map.of(1, "0.3")));

  private static Outcome<VersionedDocument> open(String text) {
    return Gate.open(Snapshot.of("a/asset.json", text.getBytes(StandardCharsets.UTF_8)), KIND);
  }

  private static Diagnostic fault(String text) {
    Outcome<VersionedDocument> outcome = open(text);
    assertThat(outcome).as(text).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).hasSize(1);
    return outcome.diagnostics().getFirst();
  }

  private static Diagnostic versionFault(String version) {
    return fault("{\"artifact\": \"asset\", \"schema_version\": " + version + "}");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void everyVersionOfTheWindowPasses(int version) {
    assertThat(open("{\"artifact\": \"asset\", \"schema_version\": " + version + "}"))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            accepted ->
                assertThat(((VersionedDocument) accepted.value()).version()).isEqualTo(version));
  }

  @Test
  void nothingButKindAndVersionIsJudged() {
    assertThat(open("{\"artifact\": \"asset\", \"schema_version\": 4, \"no such member\": [null]}"))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "9", "2147483648", "4294967298", "99999999999999999999"})
  void aVersionAboveTheWindowIsTooNew(String version) {
    Diagnostic fault = versionFault(version);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_TOO_NEW);
    assertThat(fault.found()).contains(version);
    assertThat(fault.supported()).contains("2 to 4");
    assertThat(fault.message()).contains("this papack reads versions 2 to 4");
    assertThat(FirstFix.title(fault).orElseThrow())
        .isEqualTo("use a papack that reads asset version " + version);
  }

  @Test
  void aFileFromTheFutureIsTooNewAndNotFullOfUnknownMembers() {
    assertThat(
            fault("{\"artifact\": \"asset\", \"schema_version\": 9, \"palette\": {}, \"name\": 5}")
                .code())
        .isEqualTo(DiagnosticCode.VERSION_TOO_NEW);
  }

  @Test
  void aVersionBelowTheWindowIsTooOldAndTheLastReaderIsNamed() {
    Diagnostic fault = versionFault("1");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_TOO_OLD);
    assertThat(fault.found()).contains("1");
    assertThat(fault.supported()).contains("2 to 4");
    assertThat(FirstFix.title(fault).orElseThrow()).contains("papack 0.3", "version 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "-1", "-99999999999999999999"})
  void aVersionBelowOneNeverExisted(String version) {
    Diagnostic fault = versionFault(version);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_NEVER_EXISTED);
    assertThat(fault.found()).contains(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"4\" | \"4\"",
        "4.0 | 4.0",
        "4e0 | 4e0",
        "0.4e1 | 0.4e1",
        "null | null",
        "true | true",
        "[4] | an array",
        "{\"v\": 4} | an object"
      })
  void aVersionThatIsNoPlainIntegerIsRefused(String version, String found) {
    Diagnostic fault = versionFault(version);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_NOT_AN_INTEGER);
    assertThat(fault.found()).contains(found);
    assertThat(fault.supported()).contains("2 to 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"04", "+4", "0x4", "4.", "NaN"})
  void aVersionThatIsNoJsonIsAFaultOfTheText(String version) {
    assertThat(versionFault(version).code()).isEqualTo(DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void aVersionIsPointedAtWithLineColumnAndPointer() {
    Diagnostic fault = fault("{\n  \"artifact\": \"asset\",\n  \"schema_version\": 17\n}");
    assertThat(fault.location().text()).contains(new TextRange(3, 21, 3, 23));
    assertThat(fault.location().pointer()).contains("/schema_version");
    assertThat(fault.location().path()).isEqualTo("a/asset.json");
    assertThat(fault.location().artifact()).isEqualTo(Artifact.ASSET);
  }

  @Test
  void aMissingVersionIsSaidToBeMissing() {
    Diagnostic fault = fault("{\"artifact\": \"asset\"}");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_MISSING);
    assertThat(fault.location().pointer()).contains("");
    assertThat(FirstFix.title(fault).orElseThrow())
        .contains("{ \"artifact\": \"asset\", \"schema_version\": 4");
  }

  @Test
  void aDoubledVersionIsAFaultOfTheText() {
    assertThat(
            fault("{\"artifact\": \"asset\", \"schema_version\": 4, \"schema_version\": 9}").code())
        .isEqualTo(DiagnosticCode.JSON_DOUBLED_NAME);
  }

  @Test
  void anotherKindIsNotJudgedByItsVersion() {
    Diagnostic fault = fault("{\"artifact\": \"index\", \"schema_version\": 9}");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.WRONG_KIND);
    assertThat(fault.found()).contains("\"index\"");
    assertThat(fault.supported()).contains("\"asset\"");
    assertThat(fault.location().pointer()).contains("/artifact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "[\"asset\"]", "\"Asset\"", "\"asset \""})
  void aKindIsExactlyItsName(String artifact) {
    assertThat(fault("{\"artifact\": " + artifact + ", \"schema_version\": 4}").code())
        .isEqualTo(DiagnosticCode.WRONG_KIND);
  }

  @Test
  void aDocumentThatDoesNotSayWhatItIsIsRefused() {
    assertThat(fault("{\"schema_version\": 4}").code()).isEqualTo(DiagnosticCode.MEMBER_MISSING);
    assertThat(fault("{}").code()).isEqualTo(DiagnosticCode.MEMBER_MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[] | an array", "4 | a number", "null | null", "true | a boolean"})
  void aDocumentThatIsNoObjectIsRefused(String text, String found) {
    Diagnostic fault = fault(text);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.WRONG_TYPE);
    assertThat(fault.found()).contains(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"schema_version\": 4, \"artifact\": \"asset\"} | /schema_version",
        "{\"name\": \"a\", \"artifact\": \"asset\", \"schema_version\": 4} | /name",
        "{\"artifact\": \"asset\", \"name\": \"a\", \"schema_version\": 4} | /name"
      })
  void kindAndVersionStandFirst(String text, String pointer) {
    Diagnostic fault = fault(text);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.MEMBER_ORDER);
    assertThat(fault.location().pointer()).contains(pointer);
  }

  @Test
  void theVersionIsJudgedBeforeTheOrder() {
    assertThat(fault("{\"schema_version\": 9, \"artifact\": \"asset\"}").code())
        .isEqualTo(DiagnosticCode.VERSION_TOO_NEW);
  }

  @Test
  void aDamagedFileIsNeverOfAnotherVersion() {
    assertThat(fault("{\"artifact\": \"asset\", \"schema_version\": 9").code())
        .isEqualTo(DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void aVersionOfManyDigitsIsShownShortened() {
    Diagnostic fault = versionFault("9".repeat(500));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_TOO_NEW);
    assertThat(fault.found()).isEqualTo(Optional.of("9".repeat(80) + "..."));
  }
}
