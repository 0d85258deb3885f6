/**
 * Everything the stand-in knows, behind one lock, in memory and, if asked for, in a journal; and
 * the database connections, of which there are few.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.state;

import org.jspecify.annotations.NullMarked;
