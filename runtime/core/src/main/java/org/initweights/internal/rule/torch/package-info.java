/** What the constructors of PyTorch's layers give their parameters, one kind of layer a file. */
@NullMarked
package org.initweights.internal.rule.torch;

import org.jspecify.annotations.NullMarked;
