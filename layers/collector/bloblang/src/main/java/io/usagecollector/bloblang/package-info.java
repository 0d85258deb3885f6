@NullMarked
package io.usagecollector.bloblang;

import org.jspecify.annotations.NullMarked;
