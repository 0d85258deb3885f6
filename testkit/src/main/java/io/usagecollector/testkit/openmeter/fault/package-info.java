/**
 * What only this service does or says when something is wrong with it, to be ordered as a fault.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.fault;

import org.jspecify.annotations.NullMarked;
