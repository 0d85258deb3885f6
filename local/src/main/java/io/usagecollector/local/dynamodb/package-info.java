/** DynamoDB on this machine, and the table that function instances share. */
@NullMarked
package io.usagecollector.local.dynamodb;

import org.jspecify.annotations.NullMarked;
