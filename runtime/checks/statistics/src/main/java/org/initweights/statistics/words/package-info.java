/** The words of the seeded streams, in the orders that the tests read. */
@NullMarked
package org.initweights.statistics.words;

import org.jspecify.annotations.NullMarked;
