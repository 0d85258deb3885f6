/** What the functions say of their work while they run. Nothing of the statement is made of it. */
@NullMarked
package io.usagecollector.local.live;

import org.jspecify.annotations.NullMarked;
