package io.usagecollector.cli.letters.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueAddressTest {
  private static QueueAddress of(String url) {
    return QueueAddress.parse("--queue-url", url);
  }

  @Test
  void theRegionIsTheUrls() {
    QueueAddress address = of("https://sqs.eu-central-1.amazonaws.com/123456789012/dead");

    assertThat(address.region()).isEqualTo("eu-central-1");
    assertThat(address.endpoint()).isEmpty();
    assertThat(address.name()).isEqualTo("dead");
    assertThat(address.fileName()).isEqualTo("eu-central-1-123456789012-dead");
    assertThat(of("https://sqs.cn-north-1.amazonaws.com.cn/1/q").region()).isEqualTo("cn-north-1");
    assertThat(of("https://sqs-fips.us-west-2.amazonaws.com/1/q").region()).isEqualTo("us-west-2");
  }

  @Test
  void aPrivateEndpointIsAskedItself() {
    QueueAddress address = of("https://vpce-1.sqs.eu-west-1.vpce.amazonaws.com/123456789012/dead");

    assertThat(address.region()).isEqualTo("eu-west-1");
    assertThat(address.endpoint())
        .hasToString("Optional[https://vpce-1.sqs.eu-west-1.vpce.amazonaws.com/]");
  }

  @Test
  void aQueueElsewhereIsAskedThere() {
    assertThat(of("http://127.0.0.1:9324/000000000000/dead").endpoint())
        .hasToString("Optional[http://127.0.0.1:9324/]");
    assertThat(of("http://127.0.0.1:9324/000000000000/dead").isLocal()).isTrue();
    assertThat(of("http://queues.example:9324/0/dead").isLocal()).isFalse();
  }

  @Test
  void queuesOfTwoAccountsHaveTwoFiles() {
    assertThat(of("https://sqs.eu-central-1.amazonaws.com/1/q").fileName())
        .isNotEqualTo(of("https://sqs.eu-central-1.amazonaws.com/2/q").fileName());
    assertThat(of("https://sqs.eu-central-1.amazonaws.com/1/q").identity())
        .isNotEqualTo(of("https://sqs.eu-west-1.amazonaws.com/1/q").identity());
  }
}
