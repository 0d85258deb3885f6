package io.usagecollector.testkit.flexprice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.testkit.client.HttpAnswer;

/** Whole answers, compared as JSON: the server does not promise an order of keys. */
public final class Answers {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Answers() {}

  static void assertAnswer(HttpAnswer answer, int status, String json) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json()).isEqualTo(json(json));
  }

  static void assertInvalidPayload(HttpAnswer answer) {
    assertValidation(answer, "Invalid request payload");
  }

  /** A validation error without details. */
  static void assertValidation(HttpAnswer answer, String message) {
    assertAnswer(
        answer,
        400,
        """
        {"code":"validation_error","message":"%s","http_status_code":400}\
        """
            .formatted(message));
  }

  /** A validation error that names one field of a Go struct. */
  static void assertBrokenField(HttpAnswer answer, String type, String field, String tag) {
    assertAnswer(
        answer,
        400,
        """
        {"code":"validation_error","message":"Request validation failed","http_status_code":400,
         "details":{"%s":"Key: '%s.%s' Error:Field validation for '%s' failed on the '%s' tag"}}\
        """
            .formatted(field, type, field, field, tag));
  }

  public static void assertRefusal(HttpAnswer answer, int status, String code, String message) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("message").asText()).isEqualTo(message);
    assertThat(answer.json().path("http_status_code").asInt()).isEqualTo(status);
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
