package dev.papack.migration;

import dev.papack.json.JsonMember;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;

/**
 * {@code asset_table_metadata} from version 1 to 2. What nobody computed when it was written is not
 * computed later: it stays without checksum.
 */
final class MetadataWithoutChecksum implements Step {
  @Override
  public JsonObject apply(JsonObject tree) {
    return new JsonObject(
        tree.members().stream()
            .map(member ->
                member.name().equals("schema_version")
                    ? new JsonMember(
                        member.name(), member.nameRange(), JsonNumber.of(2, member.value().range()))
                    : member)
            .toList(),
        tree.range());
  }
}
