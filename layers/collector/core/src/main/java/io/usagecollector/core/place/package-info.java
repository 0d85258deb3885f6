/**
 * Where things stand in a configuration file, as faults and findings name it.
 *
 * <p>Nothing of the file's form, nor of what it configures, is known here.
 */
@NullMarked
package io.usagecollector.core.place;

import org.jspecify.annotations.NullMarked;
