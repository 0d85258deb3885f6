package io.usagecollector.bloblang.extension;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions and methods of other implementations that are not offered here, and why. */
public final class Refusals {
  private static final String CACHE = "a mapping has no state beyond the message";
  private static final String FILES = "a mapping reads no files";
  private static final String FAKE = "made-up data has no place in a billing pipeline";
  private static final String GEO = "it needs a GeoIP database";
  private static final String CRYPTO = "it needs a cryptography plugin";
  private static final String FORMAT = "it needs a plugin for its format";

  private static final String EXTENSION =
      "the module bloblang-formats brings it: Formats.addTo(environment)";

  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "cache_add", CACHE,
          "cache_delete", CACHE,
          "cache_get", CACHE,
          "cache_set", CACHE,
          "file", FILES,
          "file_rel", FILES,
          "file_rel_json", FILES,
          "fake", FAKE,
          "with_schema_registry_header", FORMAT);

  private static final Map<String, String> METHODS = methods();

  private Refusals() {}

  private static Map<String, String> methods() {
    Map<String, String> all = new TreeMap<>();
    for (String kind : Set.of("hs", "rs", "es")) {
      for (String bits : Set.of("256", "384", "512")) {
        all.put("parse_jwt_" + kind + bits, CRYPTO);
        all.put("sign_jwt_" + kind + bits, CRYPTO);
      }
    }
    for (String what :
        Set.of(
            "anonymous_ip",
            "asn",
            "city",
            "connection_type",
            "country",
            "domain",
            "enterprise",
            "isp")) {
      all.put("geoip_" + what, GEO);
    }
    all.put("compare_argon2", CRYPTO);
    all.put("compare_bcrypt", CRYPTO);
    all.put("infer_schema", FORMAT);
    all.put("parse_yaml", EXTENSION);
    all.put("format_yaml", EXTENSION);
    all.put("json_schema", EXTENSION);
    for (String format : Set.of("xml", "msgpack", "parquet")) {
      all.put("parse_" + format, FORMAT);
      all.put("format_" + format, FORMAT);
    }
    for (String plugin :
        Set.of("json_path", "diff", "patch", "slug", "unicode_segments", "vector")) {
      all.put(plugin, "it needs a plugin");
    }
    return all;
  }

  /** Why a known function or method is not offered; null if the name is not known at all. */
  public static @Nullable String reason(boolean method, String name) {
    return (method ? METHODS : FUNCTIONS).get(name);
  }

  /** All refused functions with their reasons. */
  public static Map<String, String> functions() {
    return new TreeMap<>(FUNCTIONS);
  }

  /** All refused methods with their reasons. */
  public static Map<String, String> refusedMethods() {
    return new TreeMap<>(METHODS);
  }
}
