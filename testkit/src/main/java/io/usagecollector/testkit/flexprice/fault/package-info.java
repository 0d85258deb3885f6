/** What the stand-in can be told to do wrong. Nothing here knows HTTP servers or billing. */
@NullMarked
package io.usagecollector.testkit.flexprice.fault;

import org.jspecify.annotations.NullMarked;
