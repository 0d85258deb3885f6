package io.usagecollector.local.run;

import io.usagecollector.local.UsageException;
import io.usagecollector.local.kafka.EventFile;
import io.usagecollector.local.kafka.EventProducer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends events of one's own to a broker that runs. */
@Command(
    name = "send",
    description = "Sends events to the topic of a system that runs.",
    mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
  @Option(
      names = "--broker",
      required = true,
      paramLabel = "HOST:PORT",
      description = "The broker, as run-local printed it.")
  String broker = "";

  @Option(names = "--topic", required = true, description = "The topic to send to.")
  String topic = "";

  @Parameters(
      paramLabel = "FILE",
      description = "The events, as for --events; /dev/stdin to type or pipe them.")
  Path file = Path.of("");

  @Override
  public Integer call() {
    RunLocal.requireReadable(file);
    try (var producer = new EventProducer(broker, topic);
        Stream<byte[]> values = EventFile.read(file)) {
      System.out.println("sent " + producer.sendValues(values) + " events to " + topic);
    } catch (KafkaException e) {
      throw new UsageException("cannot send to " + broker + ": " + e.getMessage());
    }
    return 0;
  }
}
