package dev.papack.result;

import java.util.List;

/**
 * Settings that many declarations are to have.
 *
 * @param changes in order; a later one wins
 * @param targets which declarations
 */
public record SettingsRequest(List<SettingChange> changes, List<PathTarget> targets) {
  /** Copies the lists. */
  public SettingsRequest {
    changes = List.copyOf(changes);
    targets = List.copyOf(targets);
  }
}
