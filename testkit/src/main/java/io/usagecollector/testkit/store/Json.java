package io.usagecollector.testkit.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The one way a stand-in reads and writes JSON trees. */
public final class Json {
  /** Numbers keep their decimals: an amount of 0.1 is not a float. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}
}
