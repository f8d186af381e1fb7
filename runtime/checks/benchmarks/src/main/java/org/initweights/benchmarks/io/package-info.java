/** How fast checkpoints are written and read, beside the bare channel. */
@NullMarked
package org.initweights.benchmarks.io;

import org.jspecify.annotations.NullMarked;
