/**
 * A batch's report as log lines and CloudWatch metrics, through Powertools. No line holds a value
 * of a record, and nothing here decides anything.
 */
@NullMarked
package io.usagecollector.aws.telemetry;

import org.jspecify.annotations.NullMarked;
