/**
 * Unit tests of configurations and mappings, as Benthos and Bento have them: read from YAML, run,
 * and held against what they expect.
 *
 * <p>Nothing here prints: a command shows what comes out.
 */
@NullMarked
package io.usagecollector.cli.unit;

import org.jspecify.annotations.NullMarked;
