package io.usagecollector.core.sink.openmeter.form;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources as Go's parser of URLs takes them, and as it does not. */
class EventSourceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "go-livepeer-remote-signer",
        "usagecollector",
        "my source",
        "/a/b:c",
        "a/b:c",
        "urn:uuid:1",
        "https://example.com:8080/a?b=%zz",
        "https://user@example.com",
        "http://[::1]:80/",
        "http://example.com:",
        "//host/p",
        "#f",
        "münchen",
        "a%20b"
      })
  void whatIsAReference(String source) {
    assertThat(EventSource.fault(source)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":a",
        "1a:b",
        "a b:c",
        "a%",
        "a%2",
        "a%zz",
        "a\tb",
        "a\u007fb",
        "http://a b/",
        "http://h:port/",
        "http://[::1/",
        "a#%zz"
      })
  void whatIsNone(String source) {
    assertThat(EventSource.fault(source)).isEqualTo(" is no reference to a URI");
  }

  @Property
  void noTextThrowsAndNoneThatEndsWithADashPasses(@ForAll String text) {
    assertThat(EventSource.fault(text + "-")).isNotNull();
    String fault = EventSource.fault(text);
    assertThat(fault == null || fault.startsWith(" ")).isTrue();
  }
}
