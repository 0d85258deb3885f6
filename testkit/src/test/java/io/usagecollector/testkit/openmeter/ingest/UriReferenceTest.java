package io.usagecollector.testkit.openmeter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "go-livepeer-remote-signer, go-livepeer-remote-signer",
    "HTTP://Host/Path, http://Host/Path",
    "urn:x:Y, urn:x:Y",
    "a b, a%20b",
    "ö, %C3%B6",
    "a%2Fb, a%2Fb",
    "/a:b, /a:b"
  })
  void itIsWrittenAsGoWritesIt(String read, String written) {
    assertThat(UriReference.normalised(read)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "a%2", "1:b", ":b", "a\tb"})
  void whatIsNoneIsTold(String text) {
    assertThat(UriReference.normalised(text)).isEmpty();
  }
}
