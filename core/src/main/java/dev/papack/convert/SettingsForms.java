package dev.papack.convert;

import dev.papack.asset.BankSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The canonical forms of settings, each made once: most assets of a workspace have the same, and a
 * build keeps one for each asset. Several threads may ask at once.
 */
public final class SettingsForms {
  private final Map<BankSettings, String> forms = new ConcurrentHashMap<>();

  /** The form of settings, as {@link RecordedKey#settingsOf} makes it. */
  public String of(BankSettings settings) {
    return forms.computeIfAbsent(settings, RecordedKey::settingsOf);
  }
}
