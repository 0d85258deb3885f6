/**
 * Lambda on this machine: functions unpacked from the zips that are deployed, each instance a child
 * JVM under the real runtime interface client, against a local Runtime API. Knows no trigger.
 */
@NullMarked
package io.usagecollector.local.lambda;

import org.jspecify.annotations.NullMarked;
