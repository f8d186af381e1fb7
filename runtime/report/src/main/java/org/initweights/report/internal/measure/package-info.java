/** Numbers of tensors: one pass over all elements, a sample of them, and singular values. */
@NullMarked
package org.initweights.report.internal.measure;

import org.jspecify.annotations.NullMarked;
