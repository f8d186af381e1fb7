/**
 * InitWeights for ND4J and Deeplearning4j.
 *
 * <p>{@link org.initweights.nd4j.Nd4jModels} gives the parameters of a network that exists, {@link org.initweights.nd4j.Nd4jAdapter} lets arrays be
 * fields of annotated models and parameters of any kind, and {@link org.initweights.nd4j.Nd4jWeightInit} is an initializer for the
 * configuration of layers.
 */
@NullMarked
package org.initweights.nd4j;

import org.jspecify.annotations.NullMarked;
