package io.usagecollector.core.config.reading;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.key.KeyTable;
import io.usagecollector.core.config.variable.EnvironmentVariables;

/**
 * What all readers of one file share.
 *
 * @param file the name that errors call it by
 * @param environment the variables it may refer to
 * @param findings what is brought to light
 * @param values its values with variables put in
 * @param keys its keys held against the table
 * @param imports what its mappings import
 */
public record FileReading(
    String file,
    EnvironmentVariables environment,
    Findings findings,
    ConfigValues values,
    KeyCheck keys,
    NotedImports imports) {
  public static FileReading of(
      String file, EnvironmentVariables environment, ImportSource imports) {
    var findings = new Findings(file);
    return new FileReading(
        file,
        environment,
        findings,
        new ConfigValues(environment, findings),
        new KeyCheck(KeyTable.STANDARD, findings),
        new NotedImports(imports));
  }
}
