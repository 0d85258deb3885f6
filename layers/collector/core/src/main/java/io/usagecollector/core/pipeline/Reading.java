package io.usagecollector.core.pipeline;

/**
 * What all readers of one file share.
 *
 * @param file the name that errors call it by
 * @param environment the variables it may refer to
 * @param findings what is brought to light
 * @param values its values with variables put in
 * @param keys its keys held against the table
 */
record Reading(
    String file, Environment environment, Findings findings, Values values, KeyCheck keys) {
  static Reading of(String file, Environment environment) {
    var findings = new Findings(file);
    return new Reading(
        file,
        environment,
        findings,
        new Values(environment, findings),
        new KeyCheck(KeyTable.STANDARD, findings));
  }
}
