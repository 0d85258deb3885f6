package io.usagecollector.bench.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is compiled for its time must be a mapping that does something. */
class HundredLinesTest {
  private static final String EVENT =
      """
      {"data": {
        "id": 7, "customer_id": " acme ", "created": 1597405526, "duration_ms": "2500", "plan": "team",
        "tags": [" Blue", "blue", "", "Red"], "labels": {"team": "green field", "internal.note": 1},
        "request": {"model": "GPT-4-0613", "stream": true, "messages": [{"role": "user", "content": "Hi"}]},
        "response": {"id": "r1", "usage": {"prompt_tokens": 10, "completion_tokens": "20"}}}}
      """;

  private static final String MAPPED =
      """
      {"event_id":"7-r1","event_name":"llm_usage","external_customer_id":"acme","properties":{\
      "billable":"35","cached_tokens":0,"characters":2,"day":"2020-08-14","family":"gpt-4","finish":"none",\
      "input_tokens":10,"key":"17241709254077376921","labels":{"team":"green field"},"messages":1,\
      "mode":"stream","model":"gpt-4-0613","output_tokens":20,"region":"EU","roles":["user"],"seconds":3,\
      "tags":["blue","red"],"team":"green_field","tier":"paid","tokens_per_second":8,"tool_count":0,\
      "tools":[],"total_tokens":30,"version":4},"source":"llm","timestamp":"2020-08-14T11:45:26Z"}\
      """;

  @Test
  void itHasAHundredLines() {
    assertThat(HundredLines.text().lines()).hasSize(100);
  }

  @Test
  void itMapsAnEvent() throws Exception {
    var mapping = HundredLines.compile(HundredLines.text());
    var message = Message.of(EVENT.getBytes(StandardCharsets.UTF_8));

    var mapped = (Result.Mapped) mapping.apply(message, Host.system());

    assertThat(new String(mapped.message().content(), StandardCharsets.UTF_8)).isEqualTo(MAPPED);
  }
}
