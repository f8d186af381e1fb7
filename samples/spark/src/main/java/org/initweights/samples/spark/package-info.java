/** A checkpoint that a Spark cluster makes. */
package org.initweights.samples.spark;
