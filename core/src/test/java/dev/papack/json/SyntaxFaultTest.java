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
          [1,]            | 1:3-1:4  | there is a comma before ']'
          {`a`:1, }       | 1:7-1:8  | there is a comma before '}'
          [1,,2]          | 1:4-1:5  | expected a value, found ','
          [,1]            | 1:2-1:3  | expected a value or ']', found ','
          {,}             | 1:2-1:3  | expected a member name or '}', found ','
          {`a`:1,,}       | 1:8-1:9  | expected a member name, found ','
          {`a`:1 `b`:2}   | 1:7-1:7  | a comma is missing
          [1 2]           | 1:3-1:3  | a comma is missing
          [[] {}]         | 1:4-1:4  | a comma is missing
          [`a` `b`]       | 1:5-1:5  | a comma is missing
          {`a` 1}         | 1:5-1:5  | a colon is missing
          {`a` `b`}       | 1:5-1:5  | a colon is missing
          {`a`}           | 1:5-1:6  | expected a colon, found '}'
          {`a`,}          | 1:5-1:6  | expected a colon, found ','
          {`a`:}          | 1:6-1:7  | expected a value, found '}'
          {`a`::1}        | 1:6-1:7  | expected a value, found ':'
          [1:2]           | 1:3-1:4  | expected a comma or ']', found ':'
          {1:2}           | 1:2-1:3  | expected a member name or '}', found a value
          {`a`:1,[]}      | 1:8-1:9  | expected a member name, found a value
          {a:1}           | 1:2-1:3  | expected a member name or '}', found "a"
          {'a':1}         | 1:2-1:3  | JSON does not use ''' as a quote
          [“a”]           | 1:2-1:3  | JSON does not use U+201C as a quote
          [01]            | 1:2-1:4  | "01" is not a JSON number
          [-01]           | 1:2-1:5  | "-01" is not a JSON number
          [+1]            | 1:2-1:4  | "+1" is not a JSON number
          [.5]            | 1:2-1:4  | ".5" is not a JSON number
          [1.]            | 1:2-1:4  | "1." is not a JSON number
          [1e]            | 1:2-1:4  | "1e" is not a JSON number
          [-]             | 1:2-1:3  | "-" is not a JSON number
          {`a`:-}         | 1:6-1:7  | "-" is not a JSON number
          [-Infinity]     | 1:2-1:11 | "-Infinity" is not a JSON number
          [NaN]           | 1:2-1:5  | expected a value or ']', found "NaN"
          [tru]           | 1:2-1:5  | expected a value or ']', found "tru"
          {`a`:truex}     | 1:6-1:11 | expected a value, found "truex"
          [1x]            | 1:3-1:4  | expected a comma or ']', found "x"
          1x              | 1:1-1:3  | "1x" is not a JSON number
          9x              | 1:1-1:3  | "9x" is not a JSON number
          [AZaz09]        | 1:2-1:8  | expected a value or ']', found "AZaz09"
          {`a`:1x}        | 1:7-1:8  | expected a comma or '}', found "x"
          {`a`:1 x}       | 1:8-1:9  | expected a comma or '}', found "x"
          ,]              | 1:1-1:2  | expected a value, found ','
          ~ ]~            | 1:2-1:3  | expected a value, found ']'
          [1}             | 1:3-1:4  | '}' does not match the opening bracket
          {`a`:1]         | 1:7-1:8  | ']' does not match the opening bracket
          []]             | 1:3-1:4  | ']' comes after the end of the document
          1]              | 1:2-1:3  | ']' comes after the end of the document
          ]               | 1:1-1:2  | expected a value, found ']'
          // c            | 1:1-1:2  | expected a value, found '/'
          [1, # c]        | 1:5-1:6  | expected a value, found '#'
          [é]             | 1:2-1:3  | expected a value or ']', found U+00E9
          [😀]            | 1:2-1:4  | expected a value or ']', found U+1F600
          [1, 2           | 1:6-1:6  | the document ends too early
          {`a`            | 1:5-1:5  | the document ends too early
          {`a`:           | 1:6-1:6  | the document ends too early
          [`\\u0041        | 1:2-1:9  | a string has no closing quote on its line
          [`a             | 1:2-1:4  | a string has no closing quote on its line
          {`a             | 1:2-1:4  | a member name has no closing quote on its line
          [`a\\           | 1:2-1:5  | a string has no closing quote on its line
          [`a\\x`]        | 1:4-1:6  | a string contains a backslash that does not start a valid escape
          {`\\u12G4`:1}   | 1:3-1:5  | a member name contains a backslash that does not start a valid escape
          [`\\u00`]       | 1:3-1:5  | a string contains a backslash that does not start a valid escape
          [`\\u１１１１`]  | 1:3-1:5  | a string contains a backslash that does not start a valid escape
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
    assertThat(fault.message()).isEqualTo("a string has no closing quote on its line");
    assertThat(Parsed.place(fault)).isEqualTo("2:8-2:11");
  }

  @Test
  void rawTabInAStringIsRefused() {
    Diagnostic fault = fault("[\"a\tb\"]");
    assertThat(fault.message()).isEqualTo("a string contains the raw control character U+0009");
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
    assertThat(fault("[\u202E]").message()).endsWith("U+202E");
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
