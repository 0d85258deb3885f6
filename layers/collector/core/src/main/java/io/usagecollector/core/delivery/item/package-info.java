/**
 * What delivery is handed, whatever source it comes from: things with a handle, and the items each
 * is made of. Sources implement it; nothing here knows one.
 */
@NullMarked
package io.usagecollector.core.delivery.item;

import org.jspecify.annotations.NullMarked;
