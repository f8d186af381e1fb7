/** What was read of a model: records, made once and never changed. */
@NullMarked
package org.initweights.processor.model;

import org.jspecify.annotations.NullMarked;
