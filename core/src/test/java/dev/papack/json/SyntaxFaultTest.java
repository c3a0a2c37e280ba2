package dev.papack.json;

import static dev.papack.json.Parsed.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxFaultTest {
  /** Documents in one line, backticks for double quotes, the place, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [1,]            | 1:3-1:4  | a comma stands before ']'
          {`a`:1, }       | 1:7-1:8  | a comma stands before '}'
          [1,,2]          | 1:4-1:5  | ',' stands where a value is awaited
          [,1]            | 1:2-1:3  | ',' stands where a value or ']' is awaited
          {,}             | 1:2-1:3  | ',' stands where a member name or '}' is awaited
          {`a`:1,,}       | 1:8-1:9  | ',' stands where a member name is awaited
          {`a`:1 `b`:2}   | 1:7-1:7  | a comma is missing
          [1 2]           | 1:3-1:3  | a comma is missing
          [[] {}]         | 1:4-1:4  | a comma is missing
          [`a` `b`]       | 1:5-1:5  | a comma is missing
          {`a` 1}         | 1:5-1:5  | a colon is missing
          {`a` `b`}       | 1:5-1:5  | a colon is missing
          {`a`}           | 1:5-1:6  | '}' stands where a colon is awaited
          {`a`,}          | 1:5-1:6  | ',' stands where a colon is awaited
          {`a`:}          | 1:6-1:7  | '}' stands where a value is awaited
          {`a`::1}        | 1:6-1:7  | ':' stands where a value is awaited
          [1:2]           | 1:3-1:4  | ':' stands where a comma or ']' is awaited
          {1:2}           | 1:2-1:3  | a value stands where a member name or '}' is awaited
          {`a`:1,[]}      | 1:8-1:9  | a value stands where a member name is awaited
          {a:1}           | 1:2-1:3  | "a" stands where a member name or '}' is awaited
          {'a':1}         | 1:2-1:3  | ''' is no quote of JSON
          [“a”]           | 1:2-1:3  | U+201C is no quote of JSON
          [01]            | 1:2-1:4  | "01" is no JSON number
          [-01]           | 1:2-1:5  | "-01" is no JSON number
          [+1]            | 1:2-1:4  | "+1" is no JSON number
          [.5]            | 1:2-1:4  | ".5" is no JSON number
          [1.]            | 1:2-1:4  | "1." is no JSON number
          [1e]            | 1:2-1:4  | "1e" is no JSON number
          [-]             | 1:2-1:3  | "-" is no JSON number
          {`a`:-}         | 1:6-1:7  | "-" is no JSON number
          [-Infinity]     | 1:2-1:11 | "-Infinity" is no JSON number
          [NaN]           | 1:2-1:5  | "NaN" stands where a value or ']' is awaited
          [tru]           | 1:2-1:5  | "tru" stands where a value or ']' is awaited
          {`a`:truex}     | 1:6-1:11 | "truex" stands where a value is awaited
          [1x]            | 1:3-1:4  | "x" stands where a comma or ']' is awaited
          1x              | 1:1-1:3  | "1x" is no JSON number
          9x              | 1:1-1:3  | "9x" is no JSON number
          [AZaz09]        | 1:2-1:8  | "AZaz09" stands where a value or ']' is awaited
          {`a`:1x}        | 1:7-1:8  | "x" stands where a comma or '}' is awaited
          {`a`:1 x}       | 1:8-1:9  | "x" stands where a comma or '}' is awaited
          ,]              | 1:1-1:2  | ',' stands where a value is awaited
          ~ ]~            | 1:2-1:3  | ']' stands where a value is awaited
          [1}             | 1:3-1:4  | '}' does not close what is open
          {`a`:1]         | 1:7-1:8  | ']' does not close what is open
          []]             | 1:3-1:4  | ']' stands behind the end of the document
          1]              | 1:2-1:3  | ']' stands behind the end of the document
          ]               | 1:1-1:2  | ']' stands where a value is awaited
          // c            | 1:1-1:2  | '/' begins no value
          [1, # c]        | 1:5-1:6  | '#' begins no value
          [é]             | 1:2-1:3  | U+00E9 stands where a value or ']' is awaited
          [😀]            | 1:2-1:4  | U+1F600 stands where a value or ']' is awaited
          [1, 2           | 1:6-1:6  | the document ends before it is complete
          {`a`            | 1:5-1:5  | the document ends before it is complete
          {`a`:           | 1:6-1:6  | the document ends before it is complete
          [`\\u0041        | 1:2-1:9  | a string is not closed on its line
          [`a             | 1:2-1:4  | a string is not closed on its line
          {`a             | 1:2-1:4  | a member name is not closed on its line
          [`a\\           | 1:2-1:5  | a string is not closed on its line
          [`a\\x`]        | 1:4-1:6  | a string holds a backslash that begins no escape
          {`\\u12G4`:1}   | 1:3-1:5  | a member name holds a backslash that begins no escape
          [`\\u00`]       | 1:3-1:5  | a string holds a backslash that begins no escape
          [`\\u１１１１`]  | 1:3-1:5  | a string holds a backslash that begins no escape
          """)
  void brokenGrammarIsNamedAtItsPlace(String document, String place, String message) {
    Diagnostic fault = fault(document.replace('`', '"'));
    assertThat(fault.message()).isEqualTo(message);
    assertThat(Parsed.place(fault)).isEqualTo(place);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void lineBreakInAStringEndsTheUnderlineAtTheLine() {
    Diagnostic fault = fault("{\n  \"a\": \"b,\r\n  \"c\": 1\r\n}");
    assertThat(fault.message()).isEqualTo("a string is not closed on its line");
    assertThat(Parsed.place(fault)).isEqualTo("2:8-2:11");
  }

  @Test
  void rawTabInAStringIsRefused() {
    Diagnostic fault = fault("[\"a\tb\"]");
    assertThat(fault.message()).isEqualTo("a string holds the raw control character U+0009");
    assertThat(Parsed.place(fault)).isEqualTo("1:4-1:5");
  }

  @ParameterizedTest
  @CsvSource({"<<<<<<< HEAD", "=======", ">>>>>>> topic", "||||||| base", "<<<<<<< \"open"})
  void mergeConflictIsNamed(String line) {
    Diagnostic fault = fault("{\n  \"a\": 1,\n" + line + "\n  \"b\": 2\n}");
    assertThat(fault.message()).startsWith("the document contains merge-conflict markers");
    assertThat(Parsed.place(fault)).isEqualTo("3:1-3:8");
    assertThat(fault("{\r" + line + "\r}").message()).startsWith("the document contains merge-");
    assertThat(fault("{}\n" + line).message()).startsWith("the document contains merge-conflict");
  }

  @Test
  void mismatchedBracketNamesTheOpenOne() {
    assertThat(fault("{\n\"a\": [1}").related().getFirst().location().text().map(Parsed::show))
        .contains("2:6-2:7");
  }

  @Test
  void cutOffDocumentNamesTheInnermostOpenBracket() {
    assertThat(fault("{\"a\": [1, {\"b\": 2").related().getFirst().location().text())
        .map(Parsed::show)
        .contains("1:11-1:12");
  }

  @Test
  void messagesShowNothingHidden() {
    assertThat(fault("[\u202E]").message()).startsWith("U+202E");
    assertThat(fault("[" + "x".repeat(1_000_000) + "]").message()).hasSizeLessThan(100);
    assertThat(fault("{\"\u202E\":1,\"\u202E\":2}").message()).contains("\\u202e");
  }

  @Test
  void conflictInARegistryIsResolvedById() {
    byte[] text = "{\n<<<<<<< HEAD\n}".getBytes(StandardCharsets.UTF_8);
    for (Artifact artifact : List.of(Artifact.INDEX, Artifact.ASSET)) {
      Diagnostic fault =
          JsonReader.parse(Snapshot.of("a.json", text), artifact).diagnostics().getFirst();
      String help = FirstFix.title(fault).orElseThrow();
      assertThat(help).contains("resolve the conflict");
      assertThat(help.startsWith("merge the two registries by id"))
          .isEqualTo(artifact == Artifact.INDEX);
    }
  }

  @Test
  void onlyPrintableAsciiIsShownAsItself() {
    assertThat(ShownText.codePoint(' ')).isEqualTo("U+0020");
    assertThat(ShownText.codePoint('!')).isEqualTo("'!'");
    assertThat(ShownText.codePoint('~')).isEqualTo("'~'");
    assertThat(ShownText.codePoint(0x7F)).isEqualTo("U+007F");
    assertThat(ShownText.quoted("\u001F ~\u007F")).isEqualTo("\"\\u001f ~\\u007f\"");
  }
}
