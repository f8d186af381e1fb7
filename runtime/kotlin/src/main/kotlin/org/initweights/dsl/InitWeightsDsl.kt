package org.initweights.dsl

/** Marks the scopes of this DSL, so that a nested scope does not reach the calls of the one around it by accident. */
@DslMarker @Target(AnnotationTarget.CLASS) public annotation class InitWeightsDsl
