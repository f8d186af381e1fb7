/** How fast the seeded streams are, beside what else there is. */
@NullMarked
package org.initweights.benchmarks.seeded;

import org.jspecify.annotations.NullMarked;
