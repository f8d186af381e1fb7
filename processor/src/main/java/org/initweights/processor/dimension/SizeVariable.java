package org.initweights.processor.dimension;

import com.palantir.javapoet.CodeBlock;

/**
 * A local variable that holds a size of the model.
 *
 * @param name the variable's name
 * @param read the expression that reads the size, on the variable {@code model}
 */
public record SizeVariable(String name, CodeBlock read) {}
