/** Numbers of tensors: one pass over all elements, a sample of them, and singular values. */
@NullMarked
package org.initweights.report.measure;

import org.jspecify.annotations.NullMarked;
