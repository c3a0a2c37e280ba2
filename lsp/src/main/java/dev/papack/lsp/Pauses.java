package dev.papack.lsp;

/**
 * How long an editor is left alone before it is told what is wrong.
 *
 * @param settleMillis after the last key: whoever types on is not disturbed
 * @param idleMillis before everything is checked
 * @param idlePerCheck before that, as many times as long as the last check took, if that is more: a
 *     large workspace does not keep a machine busy
 */
public record Pauses(long settleMillis, long idleMillis, int idlePerCheck) {
  /** For people. */
  public static final Pauses USUAL = new Pauses(40, 250, 2);
}
