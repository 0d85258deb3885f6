package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.encoding.Ascii85;
import io.usagecollector.bloblang.gotext.encoding.Base64Text;
import io.usagecollector.bloblang.gotext.encoding.HexText;
import io.usagecollector.bloblang.gotext.encoding.Z85;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.encoding.Aes;
import io.usagecollector.bloblang.library.body.encoding.Hashes;
import io.usagecollector.bloblang.library.body.encoding.Uuids;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Methods that write bytes as text, read them back, hash and encrypt them. */
public final class EncodingMethods implements Table<MethodSpec> {
  private static final String ENCODING = "Encoding and Encryption";

  /** Bytes to text or back. */
  private interface Coding {
    byte[] apply(byte[] bytes) throws GoException;
  }

  @Override
  public List<String> names() {
    return List.of("encode", "decode", "hash", "uuid_v5", "encrypt_aes", "decrypt_aes");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "encode" ->
          MethodSpec.of(
                  name,
                  ENCODING,
                  "The bytes as text: base64, base64url, base64rawurl, hex, ascii85 or z85.")
              .param(Param.string("scheme", "How."))
              .example("root = this.encode(\"hex\")", "\"hi\"", "6869")
              .op(EncodingMethods::encode);
      case "decode" ->
          MethodSpec.of(
                  name,
                  ENCODING,
                  "The bytes that a text stands for: base64, base64url, base64rawurl, hex, ascii85 or z85.")
              .param(Param.string("scheme", "How."))
              .example("root = this.decode(\"hex\").string()", "\"6869\"", "hi")
              .op(EncodingMethods::decode);
      case "hash" ->
          MethodSpec.of(
                  name,
                  ENCODING,
                  "A hash of the bytes: md5, sha1, sha256, sha512, sha3_256, sha3_512, hmac_sha1, hmac_sha256, hmac_sha512, crc32 in bytes, xxhash64 and fnv32 in decimal text.")
              .param(Param.string("algorithm", "Which hash."))
              .param(Param.string("key", "The key of an hmac.").orAbsent())
              .param(
                  Param.string(
                          "polynomial", "The polynomial of a crc32: IEEE, Castagnoli or Koopman.")
                      .or(Str.of("IEEE")))
              .example(
                  "root = this.hash(\"sha1\").encode(\"hex\")",
                  "\"hi\"",
                  "c22b5f9178342609428d6f51b2c5af4c0bde6a42")
              .op(Hashes::op);
      case "uuid_v5" ->
          MethodSpec.of(name, ENCODING, "The version 5 UUID of a text in a namespace.")
              .param(
                  Param.string("ns", "dns, url, oid, x500 or a UUID; the nil UUID without it.")
                      .orAbsent())
              .example(
                  "root.id = this.name.uuid_v5(\"dns\")",
                  "{\"name\":\"hello world\"}",
                  "{\"id\":\"823a2f73-a936-56c3-b8b4-03641bd74f35\"}")
              .op(args -> Uuids.v5(args.has(0) ? args.text(0) : null));
      case "encrypt_aes" ->
          MethodSpec.of(name, ENCODING, "The bytes encrypted with AES, as a string.")
              .param(Param.string("scheme", "ctr, gcm, ofb or cbc."))
              .param(Param.string("key", "16, 24 or 32 bytes."))
              .param(Param.string("iv", "The initialisation vector or nonce."))
              .example(
                  "let key = \"0123456789abcdef\"\nroot.v = this.v.encrypt_aes(\"ctr\", $key, \"fedcba9876543210\").encode(\"hex\")",
                  "{\"v\":\"hello\"}",
                  "{\"v\":\"632eba1d99\"}")
              .op(args -> Aes.op(args, true));
      case "decrypt_aes" ->
          MethodSpec.of(name, ENCODING, "The bytes decrypted with AES.")
              .param(Param.string("scheme", "ctr, gcm, ofb or cbc."))
              .param(Param.string("key", "16, 24 or 32 bytes."))
              .param(Param.string("iv", "The initialisation vector or nonce."))
              .example(
                  "let key = \"0123456789abcdef\"\nroot.v = this.v.decode(\"hex\").decrypt_aes(\"ctr\", $key, \"fedcba9876543210\").string()",
                  "{\"v\":\"632eba1d99\"}",
                  "{\"v\":\"hello\"}")
              .op(args -> Aes.op(args, false));
      default -> throw Table.noRow(name);
    };
  }

  private static Op encode(Args args) throws ArgumentException {
    Coding coding =
        switch (args.text(0)) {
          case "base64" -> bytes -> ascii(Base64Text.STANDARD.encode(bytes));
          case "base64url" -> bytes -> ascii(Base64Text.URL.encode(bytes));
          case "base64rawurl" -> bytes -> ascii(Base64Text.RAW_URL.encode(bytes));
          case "hex" -> bytes -> ascii(HexText.encode(bytes));
          case "ascii85" -> bytes -> ascii(Ascii85.encode(bytes));
          case "z85" -> bytes -> ascii(Z85.encode(bytes));
          case String other -> throw new ArgumentException("unrecognized encoding type: " + other);
        };
    return Ops.ofText(text -> coded(text, coding, false));
  }

  private static Op decode(Args args) throws ArgumentException {
    Coding coding =
        switch (args.text(0)) {
          case "base64" -> Base64Text.STANDARD::decode;
          case "base64url" -> Base64Text.URL::decode;
          case "base64rawurl" -> Base64Text.RAW_URL::decode;
          case "hex" -> HexText::decode;
          case "ascii85" -> Ascii85::decode;
          case "z85" -> Z85::decode;
          case String other -> throw new ArgumentException("unrecognized encoding type: " + other);
        };
    return Ops.ofText(text -> coded(text, coding, true));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Value coded(Str text, Coding coding, boolean bytes) {
    try {
      byte[] result = coding.apply(text.toBytes());
      return bytes ? Bin.of(result) : Str.of(result);
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is not in this encoding");
    }
  }
}
