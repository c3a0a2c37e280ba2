package dev.papack.lsp.rpc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Messages as bytes. */
final class JsonText {
  /** No message of the protocol is nearly as deep. */
  private static final int MAX_DEPTH = 64;

  private static final int MAX_NUMBER_CHARS = 64;

  /** Neither recycles buffers nor shares names, so it has no state. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_CHARS)
                  .maxStringLength(MessageReader.MAX_BYTES)
                  .build())
          .build();

  private JsonText() {}

  /**
   * Reads a message.
   *
   * @throws RpcException if it is no JSON, or not one object
   */
  static Json.Members read(byte[] utf8) throws RpcException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      parser.nextToken();
      Json read = value(parser);
      if (parser.nextToken() != null) {
        throw new RpcException(RpcException.PARSE_ERROR, "the message goes on after its end");
      }
      if (read instanceof Json.Members members) {
        return members;
      }
      throw new RpcException(RpcException.INVALID_REQUEST, "the message is no object");
    } catch (JacksonException e) {
      throw new RpcException(
          RpcException.PARSE_ERROR, "the message is no JSON: " + e.getOriginalMessage());
    }
  }

  private static Json value(JsonParser parser) throws RpcException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new RpcException(RpcException.PARSE_ERROR, "the message is empty");
    }
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(parser.getString());
      case VALUE_TRUE -> new Json.Truth(true);
      case VALUE_FALSE -> new Json.Truth(false);
      case VALUE_NULL -> Json.NULL;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new RpcException(RpcException.PARSE_ERROR, "the message ends too early");
    };
  }

  private static Json members(JsonParser parser) throws RpcException {
    Map<String, Json> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      values.put(name, value(parser));
    }
    return new Json.Members(values);
  }

  private static Json elements(JsonParser parser) throws RpcException {
    List<Json> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return new Json.Elements(values);
  }

  /** Writes a message. */
  static byte[] write(Json message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(message, generator);
    }
    return bytes.toByteArray();
  }

  private static void write(Json value, JsonGenerator generator) {
    switch (value) {
      case Json.Null _ -> generator.writeNull();
      case Json.Truth(boolean truth) -> generator.writeBoolean(truth);
      case Json.Digits(String digits) -> generator.writeNumber(digits);
      case Json.Text(String text) -> generator.writeString(whole(text));
      case Json.Elements(List<Json> values) -> {
        generator.writeStartArray();
        values.forEach(element -> write(element, generator));
        generator.writeEndArray();
      }
      case Json.Members(Map<String, Json> values) -> {
        generator.writeStartObject();
        values.forEach((name, member) -> {
          generator.writeName(name);
          write(member, generator);
        });
        generator.writeEndObject();
      }
    }
  }

  /** Half of a surrogate pair has no place in UTF-8: an editor may send one, and is not sent it. */
  private static String whole(String text) {
    if (text.codePoints().noneMatch(JsonText::isHalf)) {
      return text;
    }
    StringBuilder whole = new StringBuilder();
    text.codePoints().map(c -> isHalf(c) ? '\ufffd' : c).forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
