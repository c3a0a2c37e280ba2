package dev.papack.authoring;

import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.RegisteredAsset;
import dev.papack.registry.Registry;
import dev.papack.registry.RetiredAsset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names for new assets: as the author wants them, or made of the path. What an asset is called once
 * is never changed by what comes later, so a name depends on the files of one run and on the names
 * that are there, and not on the order of the files.
 */
final class AssetNaming {
  private final Optional<NamePattern> pattern;
  private final Map<String, BankType> taken;

  /** Names of all times: a counted name says nothing of its asset, so it never comes back. */
  private final Set<String> remembered;

  private final Map<String, Set<BankType>> wanted = new HashMap<>();
  private final Map<String, Integer> wishes = new HashMap<>();

  /** The number that a name was last drawn with, so that many alike are not all tried again. */
  private final Map<String, Integer> lastNumbers = new HashMap<>();

  /**
   * Begins with the names that are there.
   *
   * @param pattern how the author wants assets to be named; empty to leave it to the packer
   * @param taken the names of all declarations, and what these become
   * @param remembered further names that the registry knows
   */
  AssetNaming(Optional<NamePattern> pattern, Map<String, BankType> taken, Set<String> remembered) {
    this.pattern = pattern;
    this.taken = new HashMap<>(taken);
    this.remembered = Set.copyOf(remembered);
  }

  /** Begins with the names of a workspace. */
  static AssetNaming in(DeclaredWorkspace workspace, Optional<NamePattern> pattern) {
    Map<String, BankType> taken = new HashMap<>();
    workspace
        .scan()
        .declarations()
        .values()
        .forEach(located ->
            taken.put(
                located.declaration().name().text(), located.declaration().settings().bankType()));
    Registry registry = workspace.registry().registry();
    Set<String> remembered =
        Stream.concat(
                registry.assets().values().stream().map(RegisteredAsset::name),
                registry.retired().values().stream().map(RetiredAsset::name))
            .flatMap(Optional::stream)
            .map(AssetName::text)
            .collect(Collectors.toSet());
    return new AssetNaming(pattern, taken, remembered);
  }

  /** A file is going to be named; all are announced before the first is. */
  void expect(NameParts parts, BankType bank) {
    if (parts.last().isEmpty()) {
      return;
    }
    wanted.computeIfAbsent(parts.fitting(), _ -> EnumSet.noneOf(BankType.class)).add(bank);
    pattern.ifPresent(one -> wishes.merge(one.apply(parts), 1, Integer::sum));
  }

  /** Whether somebody has a name. */
  boolean isTaken(AssetName name) {
    return taken.containsKey(name.text());
  }

  /** Takes a name that nobody has. */
  void take(AssetName name, BankType bank) {
    taken.put(name.text(), bank);
  }

  /**
   * The name that the author wants a file to have.
   *
   * @return none if the author left it to the packer; refused if it is no name, or is not free
   */
  Outcome<Optional<AssetName>> asked(AssetsPath file, NameParts parts, BankType bank) {
    if (pattern.isEmpty()) {
      return Outcome.of(Optional.empty());
    }
    NamePattern asked = pattern.get();
    if (parts.last().isEmpty() && !asked.isOneName()) {
      return checked(file, asked, asked.apply(parts.withLast(counted(asked, parts, bank))));
    }
    String name = asked.apply(parts);
    if (wishes.getOrDefault(name, 0) > 1) {
      return Outcome.refused(
          taken(file, name, "several files would be named \"" + name + "\"")
              .advice("choose a pattern that tells them apart"));
    }
    return checked(file, asked, name);
  }

  private Outcome<Optional<AssetName>> checked(AssetsPath file, NamePattern asked, String name) {
    Optional<String> fault = AssetName.faultOf(name);
    if (fault.isPresent()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.STRING_FORM,
                  Location.of(Artifact.SOURCE, file),
                  "the name \"" + name + "\" " + fault.get())
              .found(name)
              .advice("use a-z, 0-9 and _, with single . / or - between them"));
    }
    return taken.containsKey(name)
        ? Outcome.refused(
            taken(file, name, "the name \"" + name + "\" belongs to another asset")
                .advice("choose another " + (asked.isOneName() ? "name" : "pattern")))
        : Outcome.of(Optional.of(new AssetName(name)));
  }

  private static Diagnostic taken(AssetsPath file, String name, String message) {
    return Diagnostic.error(DiagnosticCode.NAME_TAKEN, Location.of(Artifact.SOURCE, file), message)
        .found(name);
  }

  /** A free name that is made of the path, which nobody gets after this. */
  AssetName draw(NameParts parts, BankType bank) {
    String name = parts.last().isEmpty() ? counted(parts, bank) : told(parts, bank);
    taken.put(name, bank);
    return new AssetName(name);
  }

  /** The name says the kind if there is, or will be, an asset of the other kind that has it. */
  private String told(NameParts parts, BankType bank) {
    String plain = parts.fitting();
    boolean isOfBoth =
        wanted.getOrDefault(plain, Set.of()).size() > 1
            || Optional.ofNullable(taken.get(plain)).filter(other -> other != bank).isPresent();
    String name = isOfBoth ? parts.withLast(parts.last() + "_" + word(bank)).fitting() : plain;
    return taken.containsKey(name) ? numbered(name) : name;
  }

  private String numbered(String name) {
    int number = lastNumbers.getOrDefault(name, 1);
    String numbered;
    do {
      number++;
      numbered = NameParts.numbered(name, number);
    } while (taken.containsKey(numbered));
    lastNumbers.put(name, number);
    return numbered;
  }

  private String counted(NameParts parts, BankType bank) {
    NameParts made = parts.withLast(word(bank));
    String name = made.fitting();
    int number = lastNumbers.getOrDefault(name, 0);
    String counted;
    do {
      number++;
      counted = NameParts.numbered(name, number);
    } while (taken.containsKey(counted) || remembered.contains(counted));
    lastNumbers.put(name, number);
    return counted;
  }

  /** What stands for the name of a file in a pattern, so that the whole is free. */
  private String counted(NamePattern asked, NameParts parts, BankType bank) {
    int number = 0;
    String last;
    String name;
    do {
      number++;
      last = NameParts.numbered(word(bank), number);
      name = asked.apply(parts.withLast(last));
    } while (taken.containsKey(name) || remembered.contains(name));
    return last;
  }

  private static String word(BankType bank) {
    return switch (bank) {
      case TILES -> "picture";
      case SOUNDS -> "sound";
    };
  }

  /** That a name was counted, because nothing of the file's own could be kept. */
  Optional<Diagnostic> noteOn(AssetsPath file, NameParts parts, AssetName name) {
    if (!parts.last().isEmpty() || pattern.filter(NamePattern::isOneName).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.note(
                DiagnosticCode.NAME_COUNTED,
                Location.of(Artifact.SOURCE, file),
                "\""
                    + file
                    + "\" is named \""
                    + name.text()
                    + "\": its own name has no character that names in a pack have")
            .fix(Fix.request("name it when you add it", Fix.RequestChange.NAME))
            .advice("or change \"name\" in its declaration"));
  }
}
