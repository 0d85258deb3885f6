package io.usagecollector.ensure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.identity.OwnerPrefix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is ensured for which body, and which bodies name nobody. */
class WhoIsMeantTest {
  private final Scripted billing = Scripted.ready();
  private final Caller caller = billing.caller();

  private String key(String body) {
    Caller.Received received = caller.ensure(body);
    assertThat(received.status()).as(received.body()).isEqualTo(200);
    assertThat(billing.asked.getLast().value())
        .isEqualTo(received.json().required("customerKey").asText());
    return billing.asked.getLast().value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"client_id":"a","external_user_id":"b"}                                  | a:b
          {"clientId":"a","externalUserId":"b"}                                     | a:b
          {"data":{"client_id":"a","external_user_id":"b"}}                         | a:b
          {"data":{"clientId":"a","externalUserId":"b"}}                            | a:b
          {"auth_id":"a:b"}                                                         | a:b
          {"authId":"a:b"}                                                          | a:b
          {"data":{"auth_id":"a:b"}}                                                | a:b
          {"data":{"authId":"a:b"}}                                                 | a:b
          {"subject":"a:b"}                                                         | a:b
          {"auth_id":"a:b:c"}                                                       | a:b:c
          {"auth_id":" a : b "}                                                     | a:b
          {"client_id":"1","clientId":"2","data":{"client_id":"3"},"external_user_id":"b"} | 1:b
          {"clientId":"2","data":{"client_id":"3","clientId":"4"},"external_user_id":"b"}  | 2:b
          {"data":{"client_id":"3","clientId":"4"},"external_user_id":"b"}          | 3:b
          {"client_id":"a","external_user_id":"1","externalUserId":"2"}             | a:1
          {"client_id":" ","clientId":"\\t","data":{"client_id":"3"},"external_user_id":"b"} | 3:b
          {"client_id":"x","external_user_id":"y","auth_id":"a:b"}                  | x:y
          {"client_id":"x","auth_id":"a:b"}                                         | a:b
          {"external_user_id":"y","subject":"a:b"}                                  | a:b
          {"auth_id":"1:b","authId":"2:b","data":{"auth_id":"3:b"},"subject":"4:b"} | 1:b
          {"data":{"auth_id":"3:b"},"subject":"4:b"}                                | 3:b
          {"data":{"client_id":5,"clientId":"a","external_user_id":null,"externalUserId":"b"}} | a:b
          {"data":{"client_id":{"client_id":"no"},"clientId":"a","externalUserId":"b"}} | a:b
          {"CLIENT_ID":"a","ExternalUserID":"b"}                                    | a:b
          {"\\u017fubject":"a:b"}                                                   | a:b
          {"client_id":"1","client_id":"2","external_user_id":"b"}                  | 2:b
          {"client_id":"1","Client_Id":"2","external_user_id":"b"}                  | 2:b
          {"client_id":"1","client_id":null,"external_user_id":"b"}                 | 1:b
          {"data":{"client_id":"1","client_id":"2","external_user_id":"b"}}         | 2:b
          {"data":{"client_id":"1"},"data":{"external_user_id":"b"}}                | 1:b
          {"data":{"client_id":"1","external_user_id":"b"},"data":null,"auth_id":"x:y"} | x:y
          {"client_id":"a","external_user_id":"b","more":[1,{"client_id":5}],"n":1e999} | a:b
          """)
  void theFirstNameThatSaysAnythingCounts(String body, String key) {
    assertThat(key(body)).isEqualTo(key);
  }

  /** Unicode's white space, which Java's own strip takes for something else. */
  @Test
  void whatGoTrimsIsTrimmed() {
    assertThat(key("{\"client_id\":\"\\u0085\\u00a0a\\u2007\",\"external_user_id\":\"b\\u202f\"}"))
        .isEqualTo("a:b");
    assertThat(key("{\"client_id\":\"\\u001ca\",\"external_user_id\":\"b\"}"))
        .isEqualTo("\u001ca:b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                                    | identity_missing
          null                                                  | identity_missing
          {}                                                    | identity_missing
          {"data":null}                                         | identity_missing
          {"client_id":"a"}                                     | identity_missing
          {"client_id":"a","external_user_id":"\\u00a0"}        | identity_missing
          {"auth_id":"a"}                                       | identity_missing
          {"auth_id":":a"}                                      | identity_missing
          {"auth_id":"a:"}                                      | identity_missing
          {"auth_id":"a","subject":"b:c"}                       | identity_missing
          {"data":{"subject":"a:b"}}                            | identity_missing
          {"data":{"AUTH_ID":"a:b"}}                            | identity_missing
          {"cl\\u0131ent_id":"a","external_user_id":"b"}        | identity_missing
          {"client_id":"a:b","external_user_id":"c"}            | client_id_invalid
          {"client_id":"a","external_user_id":"b\\u0000"}       | customer_key_invalid
          {"client_id":"a","external_user_id":"b\\ud800"}       | customer_key_invalid
          {"client_id":"\\udc00","external_user_id":"b"}        | customer_key_invalid
          {"client_id":5,"external_user_id":"b"}                | invalid_json
          {"subject":true,"auth_id":"a:b"}                      | invalid_json
          {"authId":["a:b"]}                                    | invalid_json
          {"data":[],"auth_id":"a:b"}                           | invalid_json
          {"data":"x","auth_id":"a:b"}                          | invalid_json
          []                                                    | invalid_json
          "a:b"                                                 | invalid_json
          5                                                     | invalid_json
          {"auth_id":"a:b"                                      | invalid_json
          {"auth_id":"a:b"} {}                                  | invalid_json
          {"auth_id":"a:b"}]                                    | invalid_json
          {'auth_id':'a:b'}                                     | invalid_json
          {"auth_id":"a:b",}                                    | invalid_json
          ~ ~                                                   | invalid_json
          """)
  void aBodyThatNamesNobodyIsRefused(String body, String code) {
    Caller.Received received = caller.ensure(body);
    assertThat(received.status()).isEqualTo(400);
    assertThat(received.error()).isEqualTo(code);
    assertThat(billing.asked).isEmpty();
  }

  @Test
  void aKeyHas255CharactersAtMost() {
    String most = "😀".repeat(CustomerKey.MOST_CODE_POINTS - 2);
    assertThat(key("{\"auth_id\":\"a:" + most + "\"}")).isEqualTo("a:" + most);
    assertThat(caller.ensure("{\"auth_id\":\"a:" + most + "b\"}").error())
        .isEqualTo("customer_key_too_long");
  }

  @Test
  void aBodyHas16384BytesAtMost() {
    String body = "{\"auth_id\":\"a:b\",\"x\":\"\"}";
    String most = "é".repeat((16_384 - body.length()) / 2);
    String full = body.replace("\"\"}", "\"" + most + "\"}");
    full = full.replace("}", "}" + " ".repeat(16_384 - full.getBytes(UTF_8).length));
    assertThat(key(full)).isEqualTo("a:b");
    for (Caller.Sent sent :
        List.of(Caller.Sent.ensure(full + " "), Caller.Sent.ensure((full + " ").getBytes(UTF_8)))) {
      Caller.Received received = caller.call(sent);
      assertThat(received.status()).isEqualTo(413);
      assertThat(received.error()).isEqualTo("body_too_large");
    }
  }

  @Test
  void aBase64BodyIsTheSameBody() {
    Caller.Received received =
        caller.call(Caller.Sent.ensure("{\"auth_id\":\"ä:b\"}".getBytes(UTF_8)));
    assertThat(received.json().required("customerKey").asText()).isEqualTo("ä:b");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] latin1 = "{\"auth_id\":\"ä:b\"}".getBytes(ISO_8859_1);
    assertThat(caller.call(Caller.Sent.ensure(latin1)).error()).isEqualTo("invalid_body");
    var noBase64 = new Caller.Sent(Caller.Payload.HTTP_API, "POST", "/ensure", "{}", true);
    assertThat(caller.call(noBase64).error()).isEqualTo("invalid_body");
    assertThat(billing.asked).isEmpty();
  }

  @Test
  void anOwnerIsBilledOnceForAllOfTheirClientsIfThatIsSet() {
    Caller stripping = billing.caller(OwnerPrefix.STRIP);
    stripping.ensure("{\"client_id\":\"a\",\"external_user_id\":\"owner:me\"}");
    stripping.ensure("{\"auth_id\":\"b:owner:me\"}");
    caller.ensure("{\"auth_id\":\"b:owner:me\"}");
    assertThat(billing.asked)
        .containsExactly(
            new CustomerKey("me"), new CustomerKey("me"), new CustomerKey("b:owner:me"));
  }
}
