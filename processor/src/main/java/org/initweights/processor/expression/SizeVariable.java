package org.initweights.processor.expression;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * A local variable that holds a number of the model.
 *
 * @param type {@code long} or {@code double}
 * @param name the variable's name
 * @param read the expression that reads the number, on the variable {@code model}
 */
public record SizeVariable(TypeName type, String name, CodeBlock read) {}
