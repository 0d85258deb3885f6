/**
 * Methods that need more than the language's own module: YAML, JSON Schema and the compressions
 * that the JDK lacks. They are registered through the language's public door ({@link
 * io.usagecollector.bloblang.formats.Formats}), as anybody's are. What lives here turns values into
 * another format or back; nothing here knows Kafka, AWS or billing.
 */
@NullMarked
package io.usagecollector.bloblang.formats;

import org.jspecify.annotations.NullMarked;
