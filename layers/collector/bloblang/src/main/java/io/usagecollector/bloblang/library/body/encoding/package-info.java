/** What methods do with bytes: hashes, ciphers, compression, identifiers. */
@NullMarked
package io.usagecollector.bloblang.library.body.encoding;

import org.jspecify.annotations.NullMarked;
