package dev.papack.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * A way to repair a fault, as data: a command line renders it, an editor offers it.
 *
 * @param title what it does, as an order in lower case, such as {@code remove the comma}
 * @param certainty whether it can be carried out without asking
 * @param action how it is carried out
 */
public record Fix(String title, Certainty certainty, Action action) {

  /** Whether a fix can be carried out without asking. */
  public enum Certainty {
    /** It is the only answer and loses nothing. */
    SAFE,
    /** It is what was most probably meant; the author decides. */
    LIKELY,
    /** The author has something to find out or to decide first. */
    MANUAL;
  }

  /** How a fix is carried out. */
  public sealed interface Action {}

  /**
   * Ask papack, in the workspace in which the fault was found.
   *
   * @param verb what for
   * @param arguments in order
   */
  public record RunCommand(Verb verb, List<Argument> arguments) implements Action {
    /** Copies the list. */
    public RunCommand {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Change a document as it was read.
   *
   * @param path the document
   * @param range what is replaced; empty where something is inserted
   * @param replacement what is there then; empty where something is removed
   */
  public record EditDocument(WorkspacePath path, TextRange range, String replacement)
      implements Action {}

  /**
   * Words alone: the title says all.
   *
   * @param change what the request would have to say instead, where that is the way out; each
   *     client has its own way to say it
   */
  public record Advice(Optional<RequestChange> change) implements Action {}

  /** What can be asked for differently. */
  public enum RequestChange {
    /** Wait for the workspace in place of giving up at once. */
    WAIT,
    /** Replace a file that exists. */
    OVERWRITE,
    /** Other settings of the bank: tile size, palettes, fit, alpha threshold. */
    SETTINGS,
    /** Another bank type, or any. */
    BANK,
    /** Each file of a folder as an asset, or a folder as one. */
    FOLDERS,
    /** A name, or a pattern of names. */
    NAME,
    /** Another folder for what is published. */
    OUTPUT
  }

  /**
   * Advice for the author.
   *
   * @param title what to do
   * @return a fix that no program carries out
   */
  public static Fix advice(String title) {
    return new Fix(title, Certainty.MANUAL, new Advice(Optional.empty()));
  }

  /**
   * Advice to ask for something else.
   *
   * @param title what to do
   * @param change what to say differently
   * @return a fix that no program carries out
   */
  public static Fix request(String title, RequestChange change) {
    return new Fix(title, Certainty.MANUAL, new Advice(Optional.of(change)));
  }

  /**
   * The only answer, which loses nothing.
   *
   * @param title what it does
   * @param action how
   * @return the fix
   */
  public static Fix safe(String title, Action action) {
    return new Fix(title, Certainty.SAFE, action);
  }

  /**
   * What was most probably meant.
   *
   * @param title what it does
   * @param action how
   * @return the fix
   */
  public static Fix likely(String title, Action action) {
    return new Fix(title, Certainty.LIKELY, action);
  }

  /**
   * What is right once the author has found out or decided something.
   *
   * @param title what it does
   * @param action how
   * @return the fix
   */
  public static Fix manual(String title, Action action) {
    return new Fix(title, Certainty.MANUAL, action);
  }

  /**
   * An edit where there is one to propose, else the same as advice: a document from elsewhere is
   * nobody's to edit.
   *
   * @param title what it does
   * @param certainty of the edit
   * @param edit as {@link Location#edit} gives it
   * @return the fix
   */
  public static Fix edit(String title, Certainty certainty, Optional<Action> edit) {
    return edit.map(action -> new Fix(title, certainty, action)).orElseGet(() -> advice(title));
  }

  /**
   * A command.
   *
   * @param verb what papack is asked for
   * @param arguments in order
   * @return the action
   */
  public static Action run(Verb verb, Argument... arguments) {
    return new RunCommand(verb, List.of(arguments));
  }
}
