package org.initweights.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/**
 * A model that a sealed model may turn out to be.
 *
 * @param name its class
 * @param type its class as the type of a variable, with a wildcard for each type parameter
 */
public record Alternative(ClassName name, TypeName type) {}
