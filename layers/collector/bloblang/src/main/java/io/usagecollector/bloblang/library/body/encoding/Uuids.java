package io.usagecollector.bloblang.library.body.encoding;

import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs of the versions that mappings make. */
public final class Uuids {
  private Uuids() {}

  public static Value v4(Frame frame) {
    byte[] bytes = new byte[16];
    frame.host().random().nextBytes(bytes);
    return text(bytes, 4);
  }

  /** Time-ordered: 48 bits of unix milliseconds, then random ones. */
  public static Value v7(Frame frame, long milliseconds) {
    byte[] bytes = new byte[16];
    frame.host().random().nextBytes(bytes);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.putLong(0, milliseconds << 16 | (buffer.getLong(0) & 0xFFFF));
    return text(bytes, 7);
  }

  public static Op v5(@Nullable String namespace) {
    return (receiver, frame) -> {
      if (receiver == Null.NULL) {
        return Null.NULL;
      }
      UUID ns = namespace(namespace);
      Str name = Ops.text(receiver);
      if (ns == null) {
        return Err.of(
            "invalid ns uuid: " + Quote.quote(String.valueOf(namespace)), "invalid ns uuid");
      }
      return name == null ? Err.type(receiver, Kind.STRING) : v5(ns, name);
    };
  }

  private static Value v5(UUID namespace, Str name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      return text(sha1.digest(name.toBytes()), 5);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static @Nullable UUID namespace(@Nullable String name) {
    if (name == null) {
      return new UUID(0, 0);
    }
    return switch (name) {
      case "dns", "DNS" -> UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
      case "url", "URL" -> UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
      case "oid", "OID" -> UUID.fromString("6ba7b812-9dad-11d1-80b4-00c04fd430c8");
      case "x500", "X500" -> UUID.fromString("6ba7b814-9dad-11d1-80b4-00c04fd430c8");
      default -> parsed(name);
    };
  }

  private static @Nullable UUID parsed(String text) {
    String plain = text.startsWith("urn:uuid:") ? text.substring(9) : text;
    plain =
        plain.startsWith("{") && plain.endsWith("}")
            ? plain.substring(1, plain.length() - 1)
            : plain;
    String hex = plain.replace("-", "");
    boolean dashed = plain.length() == 36;
    if (hex.length() != 32
        || (!dashed && plain.length() != 32)
        || !hex.matches("[0-9a-fA-F]{32}")) {
      return null;
    }
    return new UUID(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }

  private static Value text(byte[] bytes, int version) {
    bytes[6] = (byte) ((bytes[6] & 0x0F) | (version << 4));
    bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return Str.of(new UUID(buffer.getLong(0), buffer.getLong(8)).toString());
  }
}
