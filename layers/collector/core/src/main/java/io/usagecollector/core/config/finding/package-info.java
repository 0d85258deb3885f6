/**
 * What reading a file brings to light: problems, which keep it from being used, and notices.
 *
 * <p>What is looked for is not known here.
 */
@NullMarked
package io.usagecollector.core.config.finding;

import org.jspecify.annotations.NullMarked;
