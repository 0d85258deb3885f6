package io.usagecollector.aws.assembly;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration's file, as a function uses it: read, checked, its notices told. */
public final class PipelineFile {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineFile.class);

  private static final String IN_THE_LAYER = "/opt/pipeline/pipeline.yaml";

  private PipelineFile() {}

  /** Where it is: {@code PIPELINE_FILE}, by default in the layer. */
  public static Path path(Variables environment) {
    return Path.of(environment.text("PIPELINE_FILE").orElse(IN_THE_LAYER));
  }

  /**
   * Reads the file.
   *
   * @param environment what its variables stand for
   * @throws IllegalArgumentException for one that is no function's
   * @throws ConfigException for one that cannot be used
   */
  public static CollectorConfig load(Path file, Variables environment) {
    CollectorConfig config =
        CollectorConfig.load(file, EnvironmentVariables.of(environment.values()));
    refuseGenerated(config);
    config.notices().forEach(PipelineFile::tell);
    return config;
  }

  /** Such a file is for trying out: its mapping reads what no topic holds. */
  private static void refuseGenerated(CollectorConfig config) {
    if (config.input().generated()) {
      throw new IllegalArgumentException(
          "the configuration makes its messages up (input.generate): write input.kafka for the"
              + " function, and use scripts/mapping run to try it out");
    }
  }

  private static void tell(Notice notice) {
    LOG.info(
        "pipeline configuration{}: {}", notice.at().map(at -> ":" + at).orElse(""), notice.text());
  }
}
