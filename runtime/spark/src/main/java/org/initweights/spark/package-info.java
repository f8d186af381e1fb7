/**
 * Checkpoints of any size on a Spark cluster: {@link org.initweights.spark.SparkCheckpoint} initialises, verifies and measures them.
 *
 * <p>All of this is on the class path, as Spark is, whose jars can be no modules.
 */
@NullMarked
package org.initweights.spark;

import org.jspecify.annotations.NullMarked;
