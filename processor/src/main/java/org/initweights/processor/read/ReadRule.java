package org.initweights.processor.read;

import org.initweights.processor.model.InitializerSpec;

/**
 * A rule of a model as it was read.
 *
 * @param initializer what it gives, whatever the shape
 * @param target for which parameters it is
 */
record ReadRule(AnnotationView view, InitializerUse use, InitializerSpec initializer, RuleTarget target) {}
