package dev.papack.fuzz;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.cli.output.Printable;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.source.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Names and paths, as a directory or a document may hold them. */
final class NamesTarget {
  private NamesTarget() {}

  static void check(byte[] input) {
    // UTF-16, so that lone surrogates are tried; UTF-8, so that a text editor can write a seed.
    checkText(new String(input, StandardCharsets.UTF_8));
    checkText(utf16(input));
  }

  private static String utf16(byte[] input) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < input.length; i += 2) {
      text.append(
          (char) (Byte.toUnsignedInt(input[i]) << Byte.SIZE | Byte.toUnsignedInt(input[i + 1])));
    }
    return text.toString();
  }

  private static void checkText(String text) {
    requireEscaped(text);
    String folded = Spelling.folded(text);
    Results.require(Spelling.folded(folded).equals(folded), "folding is done once");
    if (FileName.faultOf(text).isEmpty()) {
      Results.require(new FileName(text).text().equals(text), "a name is its text");
      Results.require(RelativePath.faultOf(text).isEmpty(), "a name is a path of one step");
    } else {
      requireEscaped(FileName.faultOf(text).get());
    }
    if (AssetName.faultOf(text).isEmpty()) {
      Results.require(new AssetName(text).text().equals(text), "an asset's name is its text");
    }
    Optional<String> fault = RelativePath.faultOf(text);
    if (fault.isEmpty()) {
      checkPath(RelativePath.of(text), text);
    } else {
      requireEscaped(fault.get());
    }
  }

  private static void checkPath(RelativePath path, String text) {
    Results.require(path.text().equals(text), "a path is its text");
    Results.require(
        List.of(text.split("/", -1)).equals(path.names().stream().map(FileName::text).toList()),
        "a path is its names");
    AssetsPath file = new AssetsPath(path);
    Results.require(
        file.inWorkspace().belowAssets().equals(Optional.of(file)), "the way there leads back");
    Optional<DeclarationPlace> place = DeclarationPlace.of(file);
    place.ifPresent(
        found -> Results.require(found.file().equals(file), "a declaration's place is its file"));
    for (DeclarationPlace possible : DeclarationPlace.allOf(new AssetRoot(file))) {
      Results.require(
          DeclarationPlace.of(possible.file()).equals(Optional.of(possible)),
          "a declaration is found where it is written");
    }
  }

  private static void requireEscaped(String text) {
    String shown = Printable.escape(text);
    Results.require(shown.codePoints().allMatch(Printable::isPrintable), "names are escaped");
  }
}
