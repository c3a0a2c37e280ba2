package dev.papack.supported;

import dev.papack.container.BankType;
import dev.papack.document.KnownSetting;
import dev.papack.registry.DeclarationSettings;
import dev.papack.result.SettingDescription;
import dev.papack.schema.SettingValues;
import java.util.List;

/** Every setting of a declaration of the current version. */
public final class AllSettings {
  private AllSettings() {}

  /** In the order of the document. */
  public static List<SettingDescription> all() {
    return DeclarationSettings.KNOWN.all().stream()
        .filter(KnownSetting::hasValue)
        .map(AllSettings::of)
        .toList();
  }

  private static SettingDescription of(KnownSetting setting) {
    return new SettingDescription(
        setting.name(),
        setting.tags().stream().map(BankType::valueOf).sorted().toList(),
        setting.shapes().stream().flatMap(shape -> SettingValues.of(shape).stream()).toList());
  }
}
