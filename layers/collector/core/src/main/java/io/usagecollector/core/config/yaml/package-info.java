/**
 * A file's YAML as it is written: nodes with places, no type guessed, no variable put in.
 *
 * <p>No key is known here by its name.
 */
@NullMarked
package io.usagecollector.core.config.yaml;

import org.jspecify.annotations.NullMarked;
