package io.usagecollector.aws.sqs.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.MalformedEventException;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqsEventReaderTest {
  private static List<SqsMessage> read(String json) throws IOException {
    return SqsEventReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  @Test
  void messagesAreReadInTheirOrderWithWhatTheQueueKnowsOfThem() throws IOException {
    List<SqsMessage> messages =
        read(
            """
            {"Records": [
              {"messageId": "m-1", "receiptHandle": "r-1", "body": "{\\"schema\\":2}",
               "attributes": {"ApproximateReceiveCount": "3", "SentTimestamp": "1545082649183",
                              "SenderId": "AROA", "Other": {"a": ["b"]}},
               "messageAttributes": {"x": {"stringValue": "y", "binaryListValues": []}},
               "md5OfBody": "e4e6", "eventSource": "aws:sqs",
               "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:retry"},
              {"messageId": "m-2", "receiptHandle": "r-2", "body": "",
               "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1"}}]}
            """);
    assertThat(messages)
        .containsExactly(
            new SqsMessage(
                new QueueMessage("m-1", "r-1"),
                "{\"schema\":2}",
                Instant.ofEpochMilli(1545082649183L),
                3),
            new SqsMessage(new QueueMessage("m-2", "r-2"), "", Instant.ofEpochMilli(1), 1));
    assertThat(messages.getFirst().handle().receipt()).isEqualTo("r-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"attributes\":null", ",\"attributes\":{}"})
  void aMessageWithoutAttributesIsReceivedForTheFirstTime(String attributes) throws IOException {
    String message = "{\"messageId\":\"m\",\"receiptHandle\":\"r\",\"body\":\"b\"" + attributes;
    assertThat(read("{\"Records\":[" + message + "}]}"))
        .containsExactly(new SqsMessage(new QueueMessage("m", "r"), "b", Instant.EPOCH, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"records\":{}} | it has no Records array",
        "{\"Records\":{}} | Records is not as expected",
        "{\"Records\":[\"hello\"]} | Records is not as expected",
        "[] | the event is not as expected",
        "{\"Records\":[{\"receiptHandle\":\"r\",\"body\":\"hello\"}]} | a message lacks its messageId",
        "{\"Records\":[{\"messageId\":\"m\",\"body\":\"hello\"}]} | a message lacks its receiptHandle",
        "{\"Records\":[{\"messageId\":\"m\",\"receiptHandle\":\"r\"}]} | a message lacks its body",
        "{\"Records\":[{\"messageId\":\"hello | malformed near byte"
      })
  void whatIsNoSqsEventIsToldWithoutQuotingIt(String json, String why) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageStartingWith("not an SQS event: " + why)
        .hasMessageNotContaining("hello");
  }
}
