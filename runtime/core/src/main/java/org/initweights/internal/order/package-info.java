/**
 * The order in which PyTorch's constructors draw the parameters of a model, where it is not the order of their declaration. It looks at
 * names, shapes and rules, and knows nothing of random numbers.
 */
@NullMarked
package org.initweights.internal.order;

import org.jspecify.annotations.NullMarked;
