package io.usagecollector.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.usagecollector.cli.ensure.Caller;
import io.usagecollector.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** {@code scripts/ensure}, run in this process, before something that answers. */
class EnsureCommandTest {
  private static final String SECRET = "wJalrXUtnFEMI";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

  /** What was asked, method and path first. */
  private record Asked(String line, Headers headers, String body) {}

  private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();
  private volatile int status = 200;
  private volatile String answer = "{\"customerKey\":\"a:b\"}\n";
  private HttpServer server;
  private String url;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.set(
                new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (status == 503) {
              exchange.getResponseHeaders().set("Retry-After", "7");
            }
            exchange.sendResponseHeaders(status, answer.getBytes(UTF_8).length);
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
          }
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Asked asked() {
    Asked one = asked.get();
    assertThat(one).isNotNull();
    return one;
  }

  private static Ran run(Caller caller, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            false);
    int status = EnsureCommand.run(terminal, caller, args);
    return new Ran(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static Ran run(String... args) {
    return run(
        new Caller(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", SECRET)), NOON),
        args);
  }

  @Test
  void aCallIsOneRequestAndItsAnswerIsPrinted() {
    Ran ran = run("--url", url, "--client-id", "a\"", "--external-user-id", "b");
    assertThat(ran).isEqualTo(new Ran(0, "{\"customerKey\":\"a:b\"}\n", ""));
    assertThat(asked().line()).isEqualTo("POST /ensure");
    assertThat(asked().body()).isEqualTo("{\"client_id\":\"a\\\"\",\"external_user_id\":\"b\"}");
    assertThat(asked().headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(asked().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void bothInOneAndAStage() {
    assertThat(run("--url", url + "/live/", "--auth-id", "a:b").status()).isZero();
    assertThat(asked().line()).isEqualTo("POST /live/ensure");
    assertThat(asked().body()).isEqualTo("{\"auth_id\":\"a:b\"}");
  }

  @Test
  void aRegionHasTheCallSigned() {
    Ran ran = run("--url", url, "--auth-id", "a:b", "--region", "eu-central-1");
    assertThat(ran.status()).isZero();
    assertThat(asked().headers().getFirst("Authorization"))
        .startsWith(
            "AWS4-HMAC-SHA256"
                + " Credential=AKID/20261128/eu-central-1/execute-api/aws4_request, SignedHeaders=")
        .matches(".*, Signature=[0-9a-f]{64}");
    assertThat(ran.out() + ran.err()).doesNotContain(SECRET).doesNotContain("Signature");
  }

  @Test
  void whatTheFunctionSaysIsPrintedAndTheStatusIs1() {
    status = 503;
    answer = "{\"error\":\"ensure_busy\",\"message\":\"\u001b[2J\"}\n";
    assertThat(run("--url", url, "--auth-id", "a:b"))
        .isEqualTo(
            new Ran(
                1,
                "{\"error\":\"ensure_busy\",\"message\":\"␛[2J\"}\n",
                "answered 503: ask again in 7 s\n"));
    status = 424;
    assertThat(run("--url", url, "--auth-id", "a:b").err()).isEqualTo("answered 424\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--url URL",
        "--url URL --client-id a",
        "--url URL --external-user-id b",
        "--url URL --client-id a --external-user-id b --auth-id a:b",
        "--url URL --client-id a --auth-id a:b"
      })
  void whoItIsAboutMustBeSaidOneWay(String line) {
    Ran ran = run(line.replace("URL", url).split(" "));
    assertThat(ran)
        .isEqualTo(
            new Ran(
                2,
                "",
                "say who it is about: --client-id ID with --external-user-id ID, or --auth-id"
                    + " CLIENT:USER\n"));
    assertThat(asked.get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:8091",
        "ftp://127.0.0.1",
        "http://",
        "http://user:pass@127.0.0.1",
        "http://127.0.0.1/?q=1",
        "http://127.0.0.1 /",
        "http://127.0.0.1/#a"
      })
  void aUrlIsAnApis(String bad) {
    Ran ran = run("--url", bad, "--auth-id", "a:b");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "--url must be the URL of an API, such as https://ID.execute-api.REGION.amazonaws.com or"
                + " http://127.0.0.1:8091\n");
  }

  @Test
  void aSignatureGoesOutEncryptedOnly() {
    String gateway = "http://a1.execute-api.eu-central-1.amazonaws.com";
    assertThat(run("--url", gateway, "--auth-id", "a:b"))
        .isEqualTo(new Ran(2, "", "--url must begin with https:// where the call is signed\n"));
    assertThat(run("--url", url, "--auth-id", "a:b", "--region", "eu central").err())
        .isEqualTo("--region must be a region's name, such as eu-central-1\n");
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    var none =
        new Caller(
            () -> {
              throw SdkClientException.create("profile " + SECRET);
            },
            NOON);
    assertThat(run(none, "--url", url, "--auth-id", "a:b", "--region", "eu-central-1"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "no AWS credentials are found to sign the call with: set AWS_PROFILE, or log in\n"));
    assertThat(asked.get()).isNull();
  }

  @Test
  void whereNobodyAnswersItSaysSo() {
    stop();
    Ran ran = run("--url", url, "--auth-id", "a:b");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(url.substring("http://".length()) + " does not answer: ConnectException\n");
  }

  @Test
  void anUnknownOptionAndAMissingOneAreUnusable() {
    assertThat(run("--url", url, "--auth-id", "a:b", "--token", "x").status()).isEqualTo(2);
    assertThat(run("--auth-id", "a:b").status()).isEqualTo(2);
    assertThat(run("--help").status()).isZero();
    assertThat(run("--help").out()).contains("--external-user-id=ID");
  }
}
