package dev.papack.publish;

import dev.papack.container.PackId;
import dev.papack.disk.FolderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been decided. Once it is in the journal, it is carried out, now or later. */
sealed interface JournalRecord {
  /** Every file that changes, in the order in which that is done. */
  List<Replacement> replacements();

  /** The folder in which it was written. */
  FolderId folder();

  /** What it is about, as a part of a sentence. */
  String subject();

  /**
   * A pack and its companions are published.
   *
   * @param folder the folder in which it was written
   * @param packId the pack's identity
   * @param files one for each slot, in their order
   */
  record OfPublication(FolderId folder, PackId packId, List<Replacement.Derived> files)
      implements JournalRecord {
    public OfPublication {
      files = List.copyOf(files);
    }

    @Override
    public List<Replacement> replacements() {
      return List.copyOf(files);
    }

    @Override
    public String subject() {
      return "pack " + packId.hex();
    }
  }

  /**
   * Authored documents change.
   *
   * @param folder the folder in which it was written
   * @param declarations numbered from 0
   * @param registry the change of the registry, if it changes
   * @param ignores the change of the list of what is ignored, if it changes
   * @param moves files that get another path, numbered from 0
   */
  record OfDocuments(
      FolderId folder,
      List<Replacement.Declaration> declarations,
      Optional<Replacement.Registry> registry,
      Optional<Replacement.IgnoreList> ignores,
      List<Replacement.Move> moves)
      implements JournalRecord {
    public OfDocuments {
      declarations = List.copyOf(declarations);
      moves = List.copyOf(moves);
    }

    /** Every document that changes, in the order in which that is done. */
    List<Replacement.Document> documents() {
      List<Replacement.Document> documents = new ArrayList<>(declarations);
      registry.ifPresent(documents::add);
      ignores.ifPresent(documents::add);
      return documents;
    }

    /**
     * Every file that changes, in the order in which that is done: no file leaves its place before
     * every other is in its own.
     */
    List<Replacement.Authored> authored() {
      List<Replacement.Authored> authored = new ArrayList<>();
      moves.forEach(move -> authored.add(move.arrival()));
      authored.addAll(documents());
      moves.forEach(move -> authored.add(move.departure()));
      return authored;
    }

    @Override
    public List<Replacement> replacements() {
      return List.copyOf(authored());
    }

    @Override
    public String subject() {
      List<String> parts = new ArrayList<>();
      if (!declarations.isEmpty()) {
        String documents = declarations.size() == 1 ? " declaration" : " declarations";
        parts.add(declarations.size() + documents);
      }
      registry.ifPresent(_ -> parts.add("the registry"));
      ignores.ifPresent(_ -> parts.add("the list of what is ignored"));
      if (!moves.isEmpty()) {
        parts.add(moves.size() == 1 ? "1 moved file" : moves.size() + " moved files");
      }
      return String.join(" and ", parts);
    }
  }
}
