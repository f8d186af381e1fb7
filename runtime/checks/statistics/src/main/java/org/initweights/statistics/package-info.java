/** The programs that test the seeded streams. */
@NullMarked
package org.initweights.statistics;

import org.jspecify.annotations.NullMarked;
