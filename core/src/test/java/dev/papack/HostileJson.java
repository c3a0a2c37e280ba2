package dev.papack;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.json.JsonReader;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** JSON that is none, or is at a limit. */
final class HostileJson {
  private static final String DOCUMENT =
      "{\"a\": [1, -2.5e3, true, false, null, \"x\\n\\u00e4\\ud83d\\ude00\"], \"b\": {}}";

  private HostileJson() {}

  static List<Family> families() {
    return List.of(
        family("byte-alone", everyByte("", "")),
        family("byte-in-string", everyByte("\"", "\"")),
        family("byte-between-tokens", everyByte("[1,", "2]")),
        family("byte-behind-document", everyByte("{}", "")),
        family("two-bytes-in-string", twoBytes()),
        family("three-bytes-in-string", threeBytes()),
        text("escape", IntStream.range(0, 128).mapToObj(c -> "\"\\" + (char) c + "\"").toList()),
        text("surrogates", surrogates()),
        family("cut", cuts()),
        text("character-missing", changed("")),
        text("character-doubled", doubled()),
        text("quote-instead", changed("\"")),
        text("brace-instead", changed("{")),
        text("bracket-instead", changed("]")),
        text("comma-instead", changed(",")),
        text("digit-instead", changed("7")),
        text("control-instead", changed("\0")),
        text("bidirectional-instead", changed("\u202e")),
        text("numbers", numbers()),
        text("depth-of-arrays", depth("[", "1", "]")),
        text("depth-of-objects", depth("{\"a\":", "1", "}")),
        text("depth-unclosed", depth("[{\"a\":", "", "")),
        text("digits", IntStream.range(990, 1010).mapToObj("1"::repeat).toList()),
        text("name-length", named(250, 262)),
        text("string-length", quoted(65_530, 65_542)),
        text("values-doubled", doubledNames()));
  }

  private static Outcome<?> read(byte[] input) {
    Outcome<?> read = parse(input);
    for (byte[] edited : SafelyEdited.of(input, read.diagnostics())) {
      if (parse(edited) instanceof Outcome.Refused<?>(List<Diagnostic> faults)) {
        throw new AssertionError("no safe edit: it leaves " + faults);
      }
    }
    return read;
  }

  private static Outcome<?> parse(byte[] input) {
    WorkspacePath file = WorkspacePath.of("assets/x.asset.json");
    return JsonReader.parse(Snapshot.of(file.text(), input).in(file), Artifact.ASSET);
  }

  private static Family family(String name, List<byte[]> inputs) {
    return Family.of("json " + name, inputs, HostileJson::read);
  }

  private static Family text(String name, List<String> inputs) {
    return Family.ofTexts("json " + name, inputs, HostileJson::read);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<byte[]> everyByte(String before, String after) {
    return IntStream.range(0, 256).mapToObj(b -> latin1(before + (char) b + after)).toList();
  }

  /** Every first byte with continuations at the borders of what is allowed. */
  private static List<byte[]> twoBytes() {
    List<byte[]> inputs = new ArrayList<>();
    for (int lead = 0x80; lead < 256; lead++) {
      for (char next : new char[] {0x7F, 0x80, 0xBF, 0xC0}) {
        inputs.add(latin1("\"" + (char) lead + next + "\""));
      }
    }
    return inputs;
  }

  private static List<byte[]> threeBytes() {
    List<byte[]> inputs = new ArrayList<>();
    for (int lead = 0xE0; lead < 0xF8; lead++) {
      for (char next : new char[] {0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF}) {
        inputs.add(latin1("\"" + (char) lead + next + "\u0080\""));
        inputs.add(latin1("\"" + (char) lead + next + "\u0080\u0080\""));
      }
    }
    return inputs;
  }

  private static List<String> surrogates() {
    List<String> parts = List.of("\\ud800", "\\udbff", "\\udc00", "\\udfff", "x", "\\u0000");
    List<String> inputs = new ArrayList<>();
    for (String first : parts) {
      for (String second : parts) {
        for (String third : parts) {
          inputs.add("\"" + first + second + third + "\"");
          inputs.add("{\"" + first + second + third + "\": 1}");
        }
      }
    }
    return inputs;
  }

  private static List<byte[]> cuts() {
    byte[] whole = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, whole.length).mapToObj(n -> Arrays.copyOf(whole, n)).toList();
  }

  private static List<String> changed(String instead) {
    return IntStream.range(0, DOCUMENT.length())
        .mapToObj(at -> DOCUMENT.substring(0, at) + instead + DOCUMENT.substring(at + 1))
        .toList();
  }

  private static List<String> doubled() {
    return IntStream.range(0, DOCUMENT.length())
        .mapToObj(at -> DOCUMENT.substring(0, at + 1) + DOCUMENT.substring(at))
        .toList();
  }

  private static List<String> numbers() {
    List<String> inputs = new ArrayList<>();
    for (String sign : List.of("", "-", "+", "--")) {
      for (String whole : List.of("", "0", "00", "01", "1", "10", "0x1", "NaN", "Infinity")) {
        for (String fraction : List.of("", ".", ".0", ".5", "..5", ",5")) {
          for (String exponent : List.of("", "e", "e1", "E+1", "e-", "e-1", "e1.5")) {
            inputs.add("[" + sign + whole + fraction + exponent + "]");
          }
        }
      }
    }
    return inputs;
  }

  private static List<String> depth(String open, String core, String close) {
    return IntStream.range(0, 70)
        .mapToObj(depth -> open.repeat(depth) + core + close.repeat(depth))
        .toList();
  }

  private static List<String> named(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(length -> "{\"" + "n".repeat(length) + "\": 1}")
        .toList();
  }

  private static List<String> quoted(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "\"" + "s".repeat(n) + "\"").toList();
  }

  private static List<String> doubledNames() {
    List<String> spellings = List.of("a", "\\u0061", "A", "a ", "", "\u00e4", "a\u0308", "\\u00e4");
    List<String> inputs = new ArrayList<>();
    for (String first : spellings) {
      for (String second : spellings) {
        inputs.add("{\"" + first + "\": 1, \"" + second + "\": 2}");
      }
    }
    return inputs;
  }
}
