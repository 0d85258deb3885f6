package io.usagecollector.core.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of different customers are never billed to one, whatever bytes their ids are made of. */
class CustomersApartTest {
  private static final byte[] BINARY = {'c', (byte) 0xFF, (byte) 0x80};

  private static RecordPipeline customer(String mapping) {
    return Pipelines.mapping(
        "root.event_name = \"call\"\nroot.external_customer_id = " + mapping + "\n");
  }

  private static Optional<Reason> fault(RecordPipeline pipeline, SourceRecord record) {
    Part part = pipeline.process(record).getFirst();
    return Pipelines.fault(part, record);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@kafka_key",
        "@kafka_key.lowercase()",
        "@kafka_key.uppercase()",
        "@kafka_key.trim()",
        "@kafka_key.slice(1)",
        "\"tenant-\" + @kafka_key",
        "@kafka_key.string()",
        "@customer",
        "@customer.or(\"none\")",
        "@kafka_key.bytes().string()",
        "@kafka_key.hash(\"sha256\").string()",
        "@kafka_key.encode(\"base64\").decode(\"base64\").string()",
        "content().string()",
        "this.id",
        "this.id.lowercase()",
        "this.id.slice(1)",
        "this.escaped"
      })
  void whatIsNoTextIsADeadLetterWhereverItComesFrom(String mapping) {
    String value = "{\"id\":\"c\u00ff\",\"escaped\":\"c\\ud800\"}";
    SourceRecord record =
        Pipelines.record(value.getBytes(ISO_8859_1), BINARY, new RecordHeader("customer", BINARY));
    assertThat(fault(customer(mapping), record).orElseThrow().safeText())
        .isEqualTo("external_customer_id is not valid UTF-8");
  }

  @Test
  void aReplacementCharacterThatTheProducerWroteIsOneLikeAnyOther() {
    SourceRecord record = Pipelines.record("{\"id\":\"c\ufffd\"}", "k\ufffd".getBytes(UTF_8));
    assertThat(fault(customer("this.id"), record)).isEmpty();
    assertThat(fault(customer("@kafka_key"), record)).isEmpty();
  }

  @Property(tries = 2_000)
  void twoKeysAreTwoCustomersOrNone(
      @ForAll @Size(min = 1, max = 4) byte[] one, @ForAll @Size(min = 1, max = 4) byte[] other) {
    RecordPipeline pipeline = customer("@kafka_key");
    SourceRecord first = Pipelines.record("{}", one);
    SourceRecord second = Pipelines.record("{}", other);
    if (fault(pipeline, first).isEmpty() && fault(pipeline, second).isEmpty()) {
      assertThat(Pipelines.sent(pipeline, first).equals(Pipelines.sent(pipeline, second)))
          .isEqualTo(Arrays.equals(one, other));
    }
  }
}
