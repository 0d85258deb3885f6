/**
 * What would be billed for a record: its parts as the mapping makes them, in their service's form.
 * Nothing is sent.
 */
@NullMarked
package io.usagecollector.tooling.billing;

import org.jspecify.annotations.NullMarked;
