package io.usagecollector.cli.ensure;

import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code ensure}: one call. */
@CommandLine.Command(
    name = "ensure",
    description = {
      "Makes sure that a billing customer exists, with its default subscription, and prints what",
      "the ensure function answers."
    },
    footer = {
      "",
      "A call to AWS is signed with the credentials that the AWS command line would find; one to",
      "another address is not, unless --region says so.",
      "",
      "Exit status: 0 the customer is there, 1 the function says why not, 2 the call is unusable, or",
      "nobody answers."
    })
public final class CallCommand implements Callable<Integer> {
  private static final int OK = 200;

  private final Terminal terminal;
  private final Caller caller;

  @CommandLine.Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "The stack's output EnsureUrl, or what scripts/run-local --ensure prints.")
  private String url = "";

  @CommandLine.Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "The client, such as an app. Holds no colon.")
  private @Nullable String clientId;

  @CommandLine.Option(
      names = "--external-user-id",
      paramLabel = "ID",
      description = "The client's user.")
  private @Nullable String externalUserId;

  @CommandLine.Option(
      names = "--auth-id",
      paramLabel = "CLIENT:USER",
      description = "Both in one, instead of the two.")
  private @Nullable String authId;

  @CommandLine.Option(
      names = "--region",
      paramLabel = "REGION",
      description =
          "Signs the call for this region, whatever the address: for a domain of your own.")
  private @Nullable String region;

  @SuppressWarnings("UnusedVariable") // Picocli looks at the option itself.
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  public CallCommand(Terminal terminal, Caller caller) {
    this.terminal = terminal;
    this.caller = caller;
  }

  @Override
  public Integer call() {
    String body = body();
    Caller.Answer answer = caller.post(ApiAddress.parse(url, Optional.ofNullable(region)), body);
    terminal.out().print(Terminal.harmless(answer.body()));
    if (answer.status() == OK) {
      return ExitCode.CLEAN;
    }
    terminal.err().print("answered " + answer.status() + later(answer) + "\n");
    return ExitCode.FOUND;
  }

  private static String later(Caller.Answer answer) {
    return answer
        .retryAfter()
        .map(seconds -> ": ask again in " + Terminal.harmless(seconds) + " s")
        .orElse("");
  }

  private String body() {
    if (authId != null && clientId == null && externalUserId == null) {
      return RequestBody.of(authId);
    }
    if (authId == null && clientId != null && externalUserId != null) {
      return RequestBody.of(clientId, externalUserId);
    }
    throw new UnusableInputException(
        "say who it is about: --client-id ID with --external-user-id ID, or --auth-id CLIENT:USER");
  }
}
