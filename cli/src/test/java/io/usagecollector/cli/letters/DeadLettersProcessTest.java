package io.usagecollector.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import io.usagecollector.cli.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, with clients as they are. */
class DeadLettersProcessTest {
  @TempDir private Path folder;

  @Test
  void thatNobodyHasLoggedInToAwsIsSaid() throws Exception {
    Ran ran =
        new Shell(folder)
            .run(
                "for name in $(env | sed -n 's/^\\(AWS_[A-Z_]*\\)=.*/\\1/p'); do unset $name; done;"
                    + " export AWS_EC2_METADATA_DISABLED=true AWS_CONFIG_FILE=/dev/null"
                    + " AWS_SHARED_CREDENTIALS_FILE=/dev/null;"
                    + " dead_letters ls --queue-url"
                    + " https://sqs.eu-central-1.amazonaws.com/123456789012/dead");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                2,
                "",
                "there are no AWS credentials: log in (aws sso login, AWS_PROFILE,"
                    + " AWS_ACCESS_KEY_ID ...) as for the AWS command line\n"));
  }

  @Test
  void helpIsShownForEveryCommand() throws Exception {
    Ran ran =
        new Shell(folder)
            .run(
                "for c in ls show redrive export purge; do dead_letters $c --help | head -1; done");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines().stream().map(line -> line.split(" ")[2]))
        .containsExactly("ls", "show", "redrive", "export", "purge");
  }

  @Test
  void aQueuesLettersAreKeptBelowTheFolderOneIsIn() throws Exception {
    try (var server = new SqsServer()) {
      String queue = server.queue("dead");
      server.send(queue, Written.text(Written.unmapped(1)));

      Ran ran =
          new Shell(folder)
              .run(
                  "dead_letters ls --queue-url %1$s | tail -1; ls dead-letters;".formatted(queue)
                      + " dead_letters ls --queue-url %1$s > /dev/full; echo $?;".formatted(queue)
                      + " dead_letters show --queue-url %1$s %2$s > one; grep -c MAPPING one"
                          .formatted(queue, Written.unmapped(1).key()));

      assertThat(ran)
          .isEqualTo(
              new Ran(
                  0,
                  "1 dead letter\n" + queue.substring(7).replaceAll("[:/]", "-") + ".jsonl\n2\n1\n",
                  "the output cannot be written: No space left on device\n"));
    }
  }
}
