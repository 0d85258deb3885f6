package io.usagecollector.cli.ensure;

import io.usagecollector.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Calls over the network.
 *
 * @param credentials asked only for calls that are signed
 * @param clock the time that a signature names
 */
public record Caller(AwsCredentialsProvider credentials, Clock clock) {
  private static final String SERVICE = "execute-api";

  /** An API waits for its function for half a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** What came back. */
  record Answer(int status, Optional<String> retryAfter, String body) {}

  /** With the credentials that the AWS command line would find. */
  public static Caller aws() {
    return new Caller(DefaultCredentialsProvider.builder().build(), Clock.systemUTC());
  }

  /**
   * Posts JSON.
   *
   * @throws UnusableInputException if nobody answers, or the call cannot be signed
   */
  Answer post(ApiAddress address, String json) {
    ContentStreamProvider body = ContentStreamProvider.fromUtf8String(json);
    SdkHttpRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address.endpoint())
            .putHeader("Content-Type", "application/json")
            .putHeader(
                "Content-Length", Integer.toString(json.getBytes(StandardCharsets.UTF_8).length))
            .build();
    SdkHttpRequest sent =
        address.region().map(region -> signed(request, body, region)).orElse(request);
    try (SdkHttpClient http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(PATIENCE)
            .build()) {
      return answer(
          http.prepareRequest(
                  HttpExecuteRequest.builder().request(sent).contentStreamProvider(body).build())
              .call());
    } catch (IOException e) {
      throw new UnusableInputException(
          address.endpoint().getAuthority() + " does not answer: " + e.getClass().getSimpleName());
    }
  }

  private SdkHttpRequest signed(SdkHttpRequest request, ContentStreamProvider body, String region) {
    try {
      return AwsV4HttpSigner.create()
          .sign(signing ->
              signing
                  .identity(credentials.resolveCredentials())
                  .request(request)
                  .payload(body)
                  .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                  .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                  .putProperty(HttpSigner.SIGNING_CLOCK, clock))
          .request();
    } catch (SdkClientException e) {
      throw new UnusableInputException(
          "no AWS credentials are found to sign the call with: set AWS_PROFILE, or log in");
    }
  }

  private static Answer answer(HttpExecuteResponse response) throws IOException {
    SdkHttpResponse head = response.httpResponse();
    String body = "";
    if (response.responseBody().isPresent()) {
      try (var in = response.responseBody().get()) {
        body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return new Answer(head.statusCode(), head.firstMatchingHeader("Retry-After"), body);
  }
}
