package dev.papack.json;

import static dev.papack.json.Parsed.code;
import static dev.papack.json.Parsed.fault;
import static dev.papack.json.Parsed.faults;
import static dev.papack.json.Parsed.place;
import static dev.papack.json.Parsed.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.source.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
  @Test
  void membersKeepTheirOrder() {
    JsonObject object = (JsonObject) tree("{\"b\": 1, \"a\": [true, false, null], \"c\": \"x\"}");
    assertThat(object.members()).extracting(JsonMember::name).containsExactly("b", "a", "c");
    assertThat(object.find("c")).containsInstanceOf(JsonString.class);
    assertThat(object.find("d")).isEmpty();
  }

  @Test
  void numbersStayText() {
    JsonArray array = (JsonArray) tree("[-0, 1.0, 1e3, 123456789012345678901234567890, 1E-9999]");
    assertThat(array.elements())
        .extracting(number -> ((JsonNumber) number).text())
        .containsExactly("-0", "1.0", "1e3", "123456789012345678901234567890", "1E-9999");
  }

  @Test
  void stringsAreUnescaped() {
    JsonString string =
        (JsonString) tree("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD834\\uDd1e \uD834\uDD1E\"");
    assertThat(string.text()).isEqualTo("\"\\/\b\f\n\r\té\uD834\uDD1E \uD834\uDD1E");
  }

  @Test
  void anyValueMayBeTheRoot() {
    for (String root : List.of("1", "-1.5e3", "\"a\"", "true", "false", "null", "[]", "{}")) {
      assertThat(tree(root).range()).isNotNull();
      assertThat(tree(" \r\n" + root + "\t")).isNotNull();
    }
  }

  @Test
  void faultsNameTheirFile() {
    Diagnostic fault = fault("[");
    assertThat(fault.location().path()).isEqualTo(Parsed.PATH);
    assertThat(fault.location().artifact()).isEqualTo(Artifact.ASSET);
  }

  @Test
  void whiteSpaceAloneIsEmpty() {
    for (String text : List.of("", " ", "\n", "\t\r\n ")) {
      assertThat(code(text)).isEqualTo(DiagnosticCode.JSON_EMPTY);
    }
  }

  @Test
  void byteOrderMarkIsRefused() {
    Diagnostic fault = fault("\uFEFF{}");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_BYTE_ORDER_MARK);
    assertThat(place(fault)).isEqualTo("1:1-1:2");
  }

  @Test
  void invalidUtf8IsRefusedAtItsByte() {
    byte[][] faults = {
      {'[', '\n', '"', (byte) 0xFF, '"', ']'},
      {'[', '\n', '"', (byte) 0xC0, (byte) 0x80, '"', ']'},
      {'[', '\n', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'},
      {'[', '\n', '"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"', ']'},
      {'[', '\n', '"', (byte) 0xE2, (byte) 0x82},
    };
    for (byte[] bytes : faults) {
      Diagnostic fault = Parsed.outcome(bytes).diagnostics().getFirst();
      assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_ENCODING);
      assertThat(fault.location().byteOffset()).hasValue(3);
      assertThat(place(fault)).isEqualTo("2:2-2:2");
    }
  }

  @Test
  void utf16IsNoUtf8() {
    assertThat(Parsed.outcome("[1]".getBytes(StandardCharsets.UTF_16)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.JSON_ENCODING);
    assertThat(Parsed.outcome("[1]".getBytes(StandardCharsets.UTF_16LE)).diagnostics())
        .extracting(fault -> FirstFix.title(fault).orElseThrow())
        .containsExactly("the file may be UTF-16: save it as UTF-8");
  }

  @Test
  void secondRootIsRefused() {
    for (String text : List.of("{} {}", "1 2", "\"a\"\"b\"", "[]x", "null \"open", "1\"a\"")) {
      assertThat(code(text)).as(text).isEqualTo(DiagnosticCode.JSON_SECOND_ROOT);
    }
    assertThat(place(fault("{}\n [1]"))).isEqualTo("2:2-2:3");
  }

  @Test
  void loneSurrogateIsRefused() {
    for (String escape :
        List.of("\\ud800", "\\udc00", "\\ud800\\ud800", "\\ud800\\n", "\\ud800x", "\\uDFFF")) {
      Diagnostic fault = fault("[\"" + escape + "\"]");
      assertThat(fault.code()).as(escape).isEqualTo(DiagnosticCode.JSON_LONE_SURROGATE);
      assertThat(place(fault)).isEqualTo("1:3-1:9");
    }
    assertThat(code("{\"\\ud800\": 1}")).isEqualTo(DiagnosticCode.JSON_LONE_SURROGATE);
  }

  @Test
  void doubledNameNamesBothPlaces() {
    Diagnostic fault = fault("{\"a\": 1,\n \"b\": 2,\n \"\\u0061\": 3}");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_DOUBLED_NAME);
    assertThat(place(fault)).isEqualTo("3:2-3:10");
    assertThat(fault.related()).hasSize(1);
    assertThat(fault.related().getFirst().location().text().map(Parsed::show)).contains("1:2-1:5");
  }

  @Test
  void doubledNamesAreAllReportedWithTheFaultBehindThem() {
    assertThat(faults("{\"a\":1,\"a\":2,\"a\":{\"b\":1,\"b\":1},}"))
        .extracting(Diagnostic::code)
        .containsExactly(
            DiagnosticCode.JSON_DOUBLED_NAME,
            DiagnosticCode.JSON_DOUBLED_NAME,
            DiagnosticCode.JSON_DOUBLED_NAME,
            DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void sameNameInTwoObjectsIsNotDoubled() {
    assertThat(tree("[{\"a\": {\"a\": 1}}, {\"a\": 2}]")).isInstanceOf(JsonArray.class);
  }

  @Test
  void depthIsLimited() {
    int limit = Limits.JSON_DEPTH;
    assertThat(tree("[".repeat(limit) + "]".repeat(limit))).isInstanceOf(JsonArray.class);
    assertThat(tree("{\"a\":".repeat(limit) + "1" + "}".repeat(limit))).isNotNull();
    assertThat(tree("[" + "[".repeat(limit - 1) + "]".repeat(limit - 1) + ",[]]")).isNotNull();
    Diagnostic fault = fault("[".repeat(limit + 1) + "]".repeat(limit + 1));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_DEPTH);
    assertThat(place(fault)).isEqualTo("1:33-1:34");
    assertThat(fault.found()).contains("33");
    assertThat(fault.limit()).contains("32");
    assertThat(code("{\"a\":".repeat(limit) + "{")).isEqualTo(DiagnosticCode.JSON_DEPTH);
  }

  @Test
  void stringLengthIsLimitedInBytesOfUtf8() {
    int limit = Limits.JSON_STRING_BYTES;
    for (String character : List.of("a", "\\n", "\\u0061")) {
      assertThat(tree("\"" + character.repeat(limit) + "\"")).isNotNull();
      assertThat(code("\"" + character.repeat(limit + 1) + "\""))
          .isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
    }
    for (String character : List.of("\uD834\uDD1E", "\\ud834\\udd1e")) {
      assertThat(tree("\"" + character.repeat(limit / 4) + "\"")).isNotNull();
      assertThat(code("\"" + character.repeat(limit / 4) + "a\""))
          .isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
    }
    for (String character : List.of("\u0080", "\u07FF", "\\u0080")) {
      assertThat(tree("\"" + character.repeat(limit / 2) + "\"")).isNotNull();
      assertThat(code("\"" + character.repeat(limit / 2) + "a\""))
          .isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
    }
    for (String character : List.of("\u0800", "\u20AC", "\\u20AC")) {
      assertThat(tree("\"" + character.repeat(limit / 3) + "a\"")).isNotNull();
      assertThat(code("\"" + character.repeat(limit / 3) + "aa\""))
          .isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
    }
  }

  @Test
  void nameLengthIsLimitedInBytesOfUtf8() {
    int limit = Limits.JSON_NAME_BYTES;
    assertThat(tree("{\"" + "é".repeat(limit / 2) + "\":1}")).isNotNull();
    assertThat(tree("{\"a\":1,\"b\":[{\"" + "a".repeat(limit) + "\":1}]}")).isNotNull();
    for (String before : List.of("{", "{\"a\":1,", "{\"a\":[],", "[1,{\"a\":{},", "[[],{")) {
      Diagnostic fault = fault(before + "\"" + "a".repeat(limit + 1) + "\":1}");
      assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
      assertThat(fault.limit()).contains("256");
    }
    String longString = "\"" + "a".repeat(limit + 1) + "\"";
    assertThat(tree("{\"a\":" + longString + ",\"b\":[{}," + longString + "]}")).isNotNull();
  }

  @Test
  void numberLengthIsLimited() {
    int limit = Limits.JSON_NUMBER_CHARS;
    assertThat(tree("[" + "1".repeat(limit) + "]")).isNotNull();
    assertThat(tree("1." + "1".repeat(limit - 2))).isNotNull();
    Diagnostic fault = fault("[" + "1".repeat(limit + 1) + "]");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
    assertThat(place(fault)).isEqualTo("1:2-1:1003");
    assertThat(code("{\"a\":-0." + "1".repeat(limit) + "}"))
        .isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
  }

  @Test
  void valuesAreLimited() {
    // The list is a value too.
    int limit = Limits.JSON_VALUES;
    assertThat(tree("[" + "1,".repeat(limit - 2) + "1]")).isNotNull();
    Diagnostic fault = fault("[" + "1,".repeat(limit - 1) + "1]");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_VALUES);
    assertThat(fault.message()).isEqualTo("the document has more than 4194304 values");
    assertThat(fault.limit()).contains("4194304");
    assertThat(fault.location().text().orElseThrow().column()).isEqualTo(2 * limit);
  }

  @Test
  void doubledNamesStopTheReaderAtAHundred() {
    assertThat(faults("{\"a\":1" + ",\"a\":1".repeat(5_000) + "}")).hasSize(100);
  }

  @Test
  void earlierFaultOfGrammarOutranksALaterLimit() {
    assertThat(code("[1 2, " + "1".repeat(2_000) + "]")).isEqualTo(DiagnosticCode.JSON_SYNTAX);
    assertThat(code("[tru, \"" + "a".repeat(70_000) + "\"]")).isEqualTo(DiagnosticCode.JSON_SYNTAX);
    assertThat(code("[" + "1".repeat(2_000) + ", 1 2]"))
        .isEqualTo(DiagnosticCode.JSON_LITERAL_LENGTH);
  }

  @Test
  void acceptedDocumentsHaveNoDiagnostics() {
    assertThat(Parsed.outcome("{}")).isEqualTo(Outcome.of(tree("{}")));
  }
}
